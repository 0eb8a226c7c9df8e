package io.sextant.app.session;

import java.nio.file.Path;

/** Where the session that was asked for lives inside the data folder: each market has a desk of its own. */
final class SessionFolder {

    private SessionFolder() {}

    static Path of(DeskOptions options) {
        Path data = options.dataFolder()
                .orElseGet(DataFolder::usual)
                .toAbsolutePath()
                .normalize();
        DataFormat.requireKnown(data);
        if (options.live().isPresent()) {
            LiveChoice live = options.live().get();
            return data.resolve(live.deskKind()).resolve(live.deskName());
        }
        return options.recording()
                .map(recording -> data.resolve("paper").resolve(PaperMarket.deskName(recording)))
                .orElseGet(() -> data.resolve("simulated"));
    }
}
