package io.sextant.app.session;

import io.sextant.app.failure.CrashReports;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.session.LastTime;
import io.sextant.engine.recovery.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that stands in a desk's folder while the desk is open. Found by somebody who holds the folder's lock, it says that the desk before
 * was not closed. It is a hint for a person and decides nothing: recovery goes by the journal alone.
 */
final class OpenMark {

    private static final String FILE = "open-since";
    private static final System.Logger LOG = System.getLogger(OpenMark.class.getName());

    private final Path file;
    private final Optional<Long> leftOpenSince;

    private OpenMark(Path file, Optional<Long> leftOpenSince) {
        this.file = file;
        this.leftOpenSince = leftOpenSince;
    }

    /** Sets the mark, and keeps what one from before says. */
    static OpenMark set(Path deskFolder, long nowNanos) {
        Path file = deskFolder.resolve(FILE);
        OpenMark mark = new OpenMark(file, read(file));
        try {
            Files.writeString(file, Long.toString(nowNanos));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, file + " cannot be written", e);
        }
        return mark;
    }

    private static Optional<Long> read(Path file) {
        try {
            return Optional.of(Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException wasClosed) {
            return Optional.empty();
        } catch (IOException | NumberFormatException torn) {
            return Optional.of(0L);
        }
    }

    /** The desk as it was found; empty when it had been closed. */
    Optional<LastTime> lastTime(DeskState found, Recovery.Report recovery, Path dataFolder) {
        return leftOpenSince.map(opened -> new LastTime(
                opened,
                found.marketNanos(),
                recovery.replayedRecords(),
                found.workingOrders(),
                found.parents().size(),
                (int) found.positions().stream()
                        .filter(position -> !position.isFlat())
                        .count(),
                CrashReports.newestSince(dataFolder, opened)));
    }

    /** After an opening that failed: as it was found. */
    void putBack() {
        if (leftOpenSince.isEmpty()) {
            remove();
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, file + " stays behind", e);
        }
    }
}
