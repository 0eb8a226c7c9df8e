package io.sextant.app.failure;

import io.sextant.domain.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Local files that tell where the program failed, for whoever mends it. They hold no secret by what they are made of: names of classes and
 * methods, versions and sizes, never a value, an argument, an environment or a path. A message of an exception may quote what somebody
 * typed, so only those are told that the virtual machine words out of numbers alone.
 */
public final class CrashReports {

    private static final String FOLDER = "crashes";
    private static final String PREFIX = "crash-";
    private static final int KEPT = 20;
    private static final int FRAMES_MAX = 80;
    private static final int CAUSES_MAX = 8;
    private static final System.Logger LOG = System.getLogger(CrashReports.class.getName());
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What the virtual machine says in words and numbers of its own. */
    private static final Pattern OF_THE_MACHINE = Pattern.compile("/ by zero"
            + "|Java heap space"
            + "|Index -?\\d+ out of bounds for length \\d+"
            + "|Range \\[-?\\d+, -?\\d+\\) out of bounds for length \\d+"
            + "|[Bb]egin -?\\d+, end -?\\d+, length:? \\d+");

    private final Path folder;
    private final String version;
    private final Clock clock;
    private final Set<String> told = new HashSet<>();

    public CrashReports(Path dataFolder, String version, Clock clock) {
        folder = dataFolder.resolve(FOLDER);
        this.version = version;
        this.clock = clock;
    }

    /** Writes a report, once for each place that fails; empty when it was told already or cannot be written. */
    public synchronized Optional<Path> write(Throwable failure) {
        if (told.size() >= KEPT || !told.add(place(failure))) {
            return Optional.empty();
        }
        Instant now = Instant.ofEpochSecond(0, clock.nanos());
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(PREFIX + STAMP.format(now) + "-" + told.size() + ".txt");
            Files.writeString(file, text(failure, now), StandardOpenOption.CREATE_NEW);
            dropOldest();
            return Optional.of(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no crash report could be written", e);
            return Optional.empty();
        }
    }

    /** The newest report of a data folder that was written after a moment. */
    public static Optional<Path> newestSince(Path dataFolder, long sinceNanos) {
        Path folder = dataFolder.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String since = PREFIX + STAMP.format(Instant.ofEpochSecond(0, sinceNanos));
        try (Stream<Path> reports = Files.list(folder)) {
            return reports.filter(report -> report.getFileName().toString().compareTo(since) >= 0)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void dropOldest() throws IOException {
        List<Path> all;
        try (Stream<Path> reports = Files.list(folder)) {
            all = reports.filter(one -> one.getFileName().toString().startsWith(PREFIX))
                    .sorted()
                    .toList();
        }
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.delete(old);
        }
    }

    private static String place(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getClass().getName() + (frames.length == 0 ? "" : frames[0]);
    }

    private String text(Throwable failure, Instant now) {
        Runtime runtime = Runtime.getRuntime();
        StringBuilder text = new StringBuilder();
        text.append("Sextant ")
                .append(version)
                .append(" failed on ")
                .append(now)
                .append('\n');
        text.append("Java ").append(Runtime.version()).append(" on ");
        text.append(System.getProperty("os.name", "")).append(' ').append(System.getProperty("os.arch", ""));
        text.append(", ").append(runtime.availableProcessors()).append(" processors, ");
        text.append(runtime.maxMemory() >> 20).append(" MB for Java\n");
        text.append("Messages are left out where they could quote what somebody typed.\n\n");
        tell(text, failure, "", Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void tell(StringBuilder text, Throwable failure, String role, Set<Throwable> seen) {
        if (seen.size() >= CAUSES_MAX || !seen.add(failure)) {
            return;
        }
        text.append(role).append(failure.getClass().getName());
        String message = failure.getMessage();
        if (message != null && OF_THE_MACHINE.matcher(message).matches()) {
            text.append(": ").append(message);
        }
        text.append('\n');
        Stream.of(failure.getStackTrace())
                .limit(FRAMES_MAX)
                .forEach(frame -> text.append("    at ").append(frame).append('\n'));
        Throwable cause = failure.getCause();
        if (cause != null) {
            tell(text, cause, "because of ", seen);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            tell(text, suppressed, "and beside it ", seen);
        }
    }
}
