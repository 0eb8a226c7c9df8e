package io.sextant.app.cli;

import io.sextant.analytics.estimation.GaussianHmm;
import io.sextant.analytics.estimation.HmmEstimation;
import io.sextant.domain.time.SeededRandom;
import io.sextant.marketdata.file.NumberTable;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which hidden states made a column of numbers. */
@Command(
        name = "hmm",
        mixinStandardHelpOptions = true,
        description = "Fits a hidden Markov model with normal states; they stand in increasing variance.")
final class FitHmmCommand implements Callable<Integer> {

    private static final int STARTS_MAX = 100_000;

    /** Between the words of a heading: what is no letter or digit, and where a small letter meets a capital. */
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Set<String> TIME_WORDS = Set.of("time", "date", "datetime", "timestamp");

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    FittedColumn from = new FittedColumn();

    @Option(names = "--states", paramLabel = "K", description = "How many states, 1 to 6; 2 if not given.")
    int states = 2;

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "From how many starts; " + HmmEstimation.STARTS + " if not given.")
    int starts = HmmEstimation.STARTS;

    @Option(names = "--seed", paramLabel = "S", description = "What decides the starts; 1 if not given.")
    long seed = 1;

    @Option(
            names = "--path",
            paramLabel = "FILE.csv",
            description =
                    "Write the state of each row: most likely path, and chances with and without what came after.")
    @Nullable Path path;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (starts < 1 || starts > STARTS_MAX) {
            throw new RefusedByRule("There are 1 to " + STARTS_MAX + " starts, not " + starts + ".");
        }
        FittedColumn.Values read = from.read();
        GaussianHmm fit;
        try {
            fit = HmmEstimation.fit(read.values(), states, starts, new SeededRandom(seed));
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("This cannot be fitted: " + cannotBe.getMessage() + ".");
        }
        Path to = path;
        if (to != null) {
            String text = pathText(fit, read);
            WholeFile.write(to, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        tell(fit, read.dropped(from.ofPrices()));
        return ExitCode.OK;
    }

    private void tell(GaussianHmm fit, int dropped) {
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("logLikelihood", fit.logLikelihood());
            answer.put("means", fit.means());
            answer.put("variances", fit.variances());
            answer.put("transition", fit.transition());
            answer.put("initial", fit.initial());
            answer.put("aic", fit.aic());
            answer.put("bic", fit.bic());
            answer.put("freeParameters", fit.freeParameters());
            answer.put("observations", fit.observations());
            answer.put("droppedRows", dropped);
            Json.print(out, answer);
            return;
        }
        for (int i = 0; i < fit.states(); i++) {
            out.printf(
                    Locale.ENGLISH,
                    "state %d: mean %.4f, deviation %.4f, stays %.1f rows; goes to %s%n",
                    i,
                    fit.means()[i],
                    Math.sqrt(fit.variances()[i]),
                    fit.expectedStay(i),
                    Arrays.toString(fit.transition()[i]));
        }
        out.printf(
                Locale.ENGLISH,
                "log-likelihood %.4f of %,d rows, AIC %.2f, BIC %.2f%n",
                fit.logLikelihood(),
                fit.observations(),
                fit.aic(),
                fit.bic());
        out.flush();
    }

    /** One row for each that was fitted, under the time that the file gives it; its number, from 1, where it gives none. */
    private static String pathText(GaussianHmm fit, FittedColumn.Values read) {
        int[] likely = fit.mostLikelyPath(read.values());
        double[][] smoothed = fit.smoothed(read.values());
        double[][] filtered = fit.filtered(read.values());
        String time = timeHeading(read.table());
        String[] times = time == null ? null : read.table().texts(time);
        StringBuilder text = new StringBuilder(time == null ? "row" : cell(time)).append(",x,viterbi");
        for (int i = 0; i < fit.states(); i++) {
            text.append(",post_").append(i);
        }
        for (int i = 0; i < fit.states(); i++) {
            text.append(",filtered_").append(i);
        }
        text.append('\n');
        for (int t = 0; t < likely.length; t++) {
            int row = read.rows()[t];
            text.append(times == null ? Integer.toString(row + 1) : cell(times[row]))
                    .append(',')
                    .append(read.values()[t])
                    .append(',')
                    .append(likely[t]);
            for (double[] column : smoothed) {
                text.append(',').append(column[t]);
            }
            for (double[] column : filtered) {
                text.append(',').append(column[t]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** As in RFC 4180. */
    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static @Nullable String timeHeading(NumberTable table) {
        for (String heading : table.headings()) {
            for (String word : WORDS.split(heading)) {
                if (TIME_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                    return heading;
                }
            }
        }
        return null;
    }
}
