package io.sextant.app.cli;

import io.sextant.analytics.estimation.SwitchingAutoregression;
import io.sextant.analytics.estimation.SwitchingEstimation;
import io.sextant.domain.time.SeededRandom;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which hidden states switch the mean of an autoregression. */
@Command(
        name = "hamilton",
        aliases = "msar",
        mixinStandardHelpOptions = true,
        description = "Fits an autoregression whose mean a hidden chain switches; states stand in increasing mean.")
final class FitHamiltonCommand implements Callable<Integer> {

    private static final int STARTS_MAX = 10_000;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    FittedColumn from = new FittedColumn();

    @Option(names = "--states", paramLabel = "K", description = "How many states, 2 to 4; 2 if not given.")
    int states = 2;

    @Option(names = "--order", paramLabel = "P", description = "How many lags, 0 to 8; 4 if not given.")
    int order = 4;

    @Option(names = "--switching-variance", description = "Each state has a variance of its own.")
    boolean switchingVariance;

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "From how many starts; " + SwitchingEstimation.STARTS + " if not given.")
    int starts = SwitchingEstimation.STARTS;

    @Option(names = "--seed", paramLabel = "S", description = "What decides the starts; 1 if not given.")
    long seed = 1;

    @Option(
            names = "--path",
            paramLabel = "FILE.csv",
            description = "Write the chances of the states at each row, with and without what came after.")
    @Nullable Path path;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (starts < 1 || starts > STARTS_MAX) {
            throw new RefusedByRule("There are 1 to " + STARTS_MAX + " starts, not " + starts + ".");
        }
        FittedColumn.Values read = from.read();
        SwitchingAutoregression fit;
        try {
            fit = SwitchingEstimation.fit(
                    read.values(), states, order, switchingVariance, starts, new SeededRandom(seed));
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("This cannot be fitted: " + cannotBe.getMessage() + ".");
        }
        Path to = path;
        if (to != null) {
            String text = pathText(fit, read);
            WholeFile.write(to, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer(fit, read.dropped(from.ofPrices())));
        } else {
            tell(fit, out);
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> answer(SwitchingAutoregression fit, int dropped) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("logLikelihood", fit.logLikelihood());
        answer.put("means", fit.means());
        answer.put("variances", fit.variances());
        answer.put("ar", fit.ar());
        answer.put("transition", fit.transition());
        double[] stays = new double[fit.states()];
        for (int i = 0; i < stays.length; i++) {
            stays[i] = fit.expectedStay(i);
        }
        answer.put("expectedStay", stays);
        Map<String, Object> errors = new LinkedHashMap<>();
        String[] names = SwitchingAutoregression.parameterNames(fit.states(), fit.order(), fit.switchingVariance());
        for (int i = 0; i < names.length; i++) {
            double error = fit.standardErrors()[i];
            errors.put(names[i], Double.isFinite(error) ? error : null);
        }
        answer.put("standardErrors", errors);
        answer.put("aic", fit.aic());
        answer.put("bic", fit.bic());
        answer.put("freeParameters", fit.freeParameters());
        answer.put("observations", fit.observations());
        answer.put("droppedRows", dropped);
        return answer;
    }

    private static void tell(SwitchingAutoregression fit, PrintWriter out) {
        for (int i = 0; i < fit.states(); i++) {
            out.printf(
                    Locale.ENGLISH,
                    "state %d: mean %.4f, deviation %.4f, stays %.1f rows%n",
                    i,
                    fit.means()[i],
                    Math.sqrt(fit.variances()[i]),
                    fit.expectedStay(i));
        }
        for (int j = 0; j < fit.order(); j++) {
            out.printf(Locale.ENGLISH, "ar%d %.6f%n", j + 1, fit.ar()[j]);
        }
        out.printf(
                Locale.ENGLISH,
                "log-likelihood %.5f of %,d rows, AIC %.2f, BIC %.2f%n",
                fit.logLikelihood(),
                fit.observations(),
                fit.aic(),
                fit.bic());
        out.flush();
    }

    /** One row for each number that is not only given, by its number in the file, from 1. */
    private static String pathText(SwitchingAutoregression fit, FittedColumn.Values read) {
        double[][] smoothed = fit.smoothed(read.values());
        double[][] filtered = fit.filtered(read.values());
        StringBuilder text = new StringBuilder("row,x");
        for (String kind : new String[] {"post_", "filtered_"}) {
            for (int i = 0; i < fit.states(); i++) {
                text.append(',').append(kind).append(i);
            }
        }
        text.append('\n');
        for (int t = 0; t < fit.observations(); t++) {
            int at = t + fit.order();
            text.append(read.rows()[at] + 1).append(',').append(read.values()[at]);
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
}
