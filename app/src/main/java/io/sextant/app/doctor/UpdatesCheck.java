package io.sextant.app.doctor;

import io.sextant.app.update.UpdateDesk;
import io.sextant.app.update.UpdateText;
import io.sextant.domain.time.SystemClock;
import io.sextant.ui.shell.UpdateNews;
import java.nio.file.Path;

/** What is known of newer versions. Nobody is asked for it. */
final class UpdatesCheck {

    private UpdatesCheck() {}

    static Finding examine(Path dataFolder) {
        UpdateNews news = UpdateDesk.in(dataFolder, new SystemClock()).news();
        String what = UpdateText.of(news);
        if (news.asks() && !news.trouble().isEmpty()) {
            return Finding.watch("Updates", what, "sextant updates ask tries again; sextant updates off ends it.");
        }
        return Finding.well("Updates", what);
    }
}
