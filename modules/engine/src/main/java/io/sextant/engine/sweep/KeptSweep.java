package io.sextant.engine.sweep;

import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.strategy.kind.Choice;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps what came of each set in a text file and runs only those that are not in it, so that a sweep that was stopped goes on. Lines hold a set and its
 * figures in hexadecimal digits, which come back to the last bit, behind one that says of what job. A line that is not whole was cut off by a crash
 * and is run again.
 */
public final class KeptSweep implements SweepRunner {

    private static final String TAB = "\t";
    private static final String END = ";";
    private static final int FIELDS = 9;
    private static final int NAME_BYTES = 12;

    private final SweepRunner runner;
    private final Path file;

    public KeptSweep(SweepRunner runner, Path file) {
        this.runner = runner;
        this.file = file;
    }

    /** By what a sweep's file is found again: another one for other bars, costs or strategy. */
    public static String name(SweepJob job) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(heading(job).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public List<BacktestOutcome> run(SweepJob job, SweepWatch watch) {
        Map<String, BacktestOutcome> known = read(job);
        List<Choice> missing = job.sets().stream()
                .filter(set -> !known.containsKey(settings(set)))
                .toList();
        job.sets().stream()
                .filter(set -> known.containsKey(settings(set)))
                .forEach(set -> watch.done(set, outcome(known, set)));
        if (!missing.isEmpty()) {
            try (BufferedWriter out = open(job)) {
                List<BacktestOutcome> ran = runner.run(job.withSets(missing), new Writing(out, watch));
                for (int i = 0; i < ran.size(); i++) {
                    known.put(settings(missing.get(i)), ran.get(i));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return job.sets().stream().map(set -> outcome(known, set)).toList();
    }

    private record Writing(BufferedWriter out, SweepWatch watch) implements SweepWatch {

        @Override
        public void done(Choice set, BacktestOutcome outcome) {
            try {
                out.write(line(set, outcome));
                out.newLine();
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            watch.done(set, outcome);
        }

        @Override
        public boolean isCancelled() {
            return watch.isCancelled();
        }
    }

    private BufferedWriter open(SweepJob job) throws IOException {
        boolean begun = Files.exists(file) && Files.size(file) > 0;
        BufferedWriter out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        // Behind a line that was cut off the next begins anew; an empty line means nothing.
        out.write(begun ? "\n" : heading(job) + "\n");
        return out;
    }

    private Map<String, BacktestOutcome> read(SweepJob job) {
        Map<String, BacktestOutcome> known = new HashMap<>();
        if (!Files.exists(file)) {
            return known;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!lines.isEmpty() && !lines.getFirst().equals(heading(job))) {
            throw new IllegalArgumentException(
                    file + " keeps another sweep, or one of other bars or costs; name another file");
        }
        for (String line : lines) {
            String[] fields = line.split(TAB, -1);
            if (fields.length == FIELDS && fields[FIELDS - 1].equals(END)) {
                known.put(fields[0], outcome(fields));
            }
        }
        return known;
    }

    private static BacktestOutcome outcome(Map<String, BacktestOutcome> known, Choice set) {
        BacktestOutcome outcome = known.get(settings(set));
        if (outcome == null) {
            throw new IllegalStateException("no figures of " + set);
        }
        return outcome;
    }

    private static BacktestOutcome outcome(String[] fields) {
        return new BacktestOutcome(
                Integer.parseInt(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]));
    }

    private static String line(Choice set, BacktestOutcome outcome) {
        return String.join(
                TAB,
                settings(set),
                Integer.toString(outcome.trades()),
                exact(outcome.finalEquity()),
                exact(outcome.returnShare()),
                exact(outcome.sharpe()),
                exact(outcome.calmar()),
                exact(outcome.maxDrawdown()),
                exact(outcome.sharpeABar()),
                END);
    }

    private static String heading(SweepJob job) {
        return ("# sweep" + TAB + job.strategy() + TAB + job.barsHash() + TAB + job.terms()).replace('\n', ' ');
    }

    private static String settings(Choice set) {
        return new TreeMap<>(set.values())
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String exact(double value) {
        return Double.isFinite(value) ? Double.toHexString(value) : Double.toString(value);
    }
}
