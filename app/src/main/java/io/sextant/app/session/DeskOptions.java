package io.sextant.app.session;

import io.sextant.domain.session.DeskMending;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person chose when opening a desk; empty means as last time, or the usual. {@code mending} is what may be
 * done to a desk that cannot be opened as it is. A recording or a live venue is traded on paper.
 */
public record DeskOptions(
        Optional<Path> dataFolder,
        Optional<Long> seed,
        Optional<Path> recording,
        Optional<LiveChoice> live,
        Optional<Double> timesRealTime,
        DeskMending mending) {

    /** The desk of a data folder as it was left. */
    public static DeskOptions in(Path dataFolder) {
        return new DeskOptions(
                Optional.of(dataFolder),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DeskMending.NOTHING);
    }

    /** A replay that goes on at the pace of the clock, also when it was paused or faster. */
    public DeskOptions withRecording(Path file) {
        return new DeskOptions(dataFolder, seed, Optional.of(file), live, Optional.of(1.0), mending);
    }

    public DeskOptions withLive(LiveChoice choice) {
        return new DeskOptions(dataFolder, seed, recording, Optional.of(choice), timesRealTime, mending);
    }
}
