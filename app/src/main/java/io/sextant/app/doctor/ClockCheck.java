package io.sextant.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Is the clock believable? Without a network nothing can be asked, so it is held against what the machine itself knows: the
 * steady counter, and the time at which files were written.
 */
final class ClockCheck {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Instant BEFORE_THIS_PROGRAM = Instant.parse("2026-01-01T00:00:00Z");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private ClockCheck() {}

    static Finding examine(Path dataFolder) {
        Instant now = Instant.now();
        String what = FORMAT.format(now.atZone(ZoneId.systemDefault()));
        if (now.isBefore(BEFORE_THIS_PROGRAM)) {
            return Finding.unwell(
                    "Clock", what + " is before this program was written", "Set the clock of the machine.");
        }
        Instant newest = newestWrite(dataFolder);
        if (newest.isAfter(now.plus(TOLERANCE))) {
            return Finding.watch(
                    "Clock",
                    what + " is before the last write to your data at " + newest,
                    "The clock was set back. Check it; market time goes on from where it was.");
        }
        return Finding.well("Clock", what);
    }

    private static Instant newestWrite(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Instant.EPOCH;
        }
        try (var files = Files.walk(folder, 3)) {
            return files.map(ClockCheck::written).max(Instant::compareTo).orElse(Instant.EPOCH);
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
