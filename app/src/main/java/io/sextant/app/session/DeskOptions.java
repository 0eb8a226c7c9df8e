package io.sextant.app.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person chose when opening a desk; empty means as last time, or the usual. {@code rebuildDamaged} allows to set a
 * damaged database aside and make it again from the journal. A recording or a live venue is traded on paper.
 */
public record DeskOptions(
        Optional<Path> dataFolder,
        Optional<Long> seed,
        Optional<Path> recording,
        Optional<LiveChoice> live,
        Optional<Double> timesRealTime,
        boolean rebuildDamaged) {

    /** The desk of a data folder as it was left. */
    public static DeskOptions in(Path dataFolder) {
        return new DeskOptions(
                Optional.of(dataFolder), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
