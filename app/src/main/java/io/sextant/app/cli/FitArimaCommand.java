package io.sextant.app.cli;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.estimation.ArimaEstimation;
import io.sextant.analytics.estimation.ArimaFilter;
import io.sextant.analytics.estimation.ArimaFit;
import io.sextant.analytics.estimation.ArimaOrder;
import io.sextant.analytics.estimation.ArimaSelection;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a value follows from those before it, and what comes next. */
@Command(
        name = "arima",
        mixinStandardHelpOptions = true,
        description = "Fits an ARIMA model and forecasts with intervals; the likelihood is exact.")
final class FitArimaCommand implements Callable<Integer> {

    private static final int STEPS_MAX = 10_000;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    FittedColumn from = new FittedColumn();

    @Option(names = "--log", description = "Take logarithms of the column first; all that is told stays in logarithms.")
    boolean log;

    @Option(
            names = "--order",
            paramLabel = "p,d,q",
            split = ",",
            description = "Terms of the past, differences, terms of past surprises.")
    int[] order = {};

    @Option(names = "--seasonal", paramLabel = "P,D,Q,s", split = ",", description = "The same for seasons of s rows.")
    int[] seasonal = {};

    @Option(
            names = "--mean",
            description = "Estimate a mean too: an intercept, or a drift where values are differenced once.")
    boolean mean;

    @Option(names = "--auto", description = "Choose order, differences and constant by AICc instead.")
    boolean auto;

    @Option(
            names = "--period",
            paramLabel = "s",
            description = "Rows in a season, for --auto; 1, no season, if not given.")
    int period = 1;

    @Option(names = "--horizon", paramLabel = "N", description = "How many values to come; 10 if not given.")
    int horizon = 10;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        if (horizon < 1 || horizon > STEPS_MAX) {
            throw new RefusedByRule("The horizon is 1 to " + STEPS_MAX + " steps, not " + horizon + ".");
        }
        FittedColumn.Values read = from.read();
        double[] values = log ? logarithms(read.values()) : read.values();
        ArimaFit fit;
        try {
            fit = auto ? chosen(values) : ArimaEstimation.fit(values, asked());
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("This cannot be fitted: " + cannotBe.getMessage() + ".");
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer(fit, read.dropped(from.ofPrices())));
        } else {
            print(out, fit);
        }
        return ExitCode.OK;
    }

    private double[] logarithms(double[] values) {
        if (from.ofPrices()) {
            throw new RefusedByRule("--returns pct takes logarithms itself; leave --log out.");
        }
        for (double each : values) {
            if (!(each > 0)) {
                throw new RefusedByRule("The column holds " + each + ", and only what is above zero has a logarithm.");
            }
        }
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private ArimaFit chosen(double[] values) {
        if (order.length + seasonal.length > 0 || mean) {
            throw new RefusedByRule(
                    "--auto chooses order and constant itself; leave --order, --seasonal and --mean out.");
        }
        if (period < 1 || period > ArimaSelection.PERIOD_MAX) {
            throw new RefusedByRule("--auto takes seasons of up to " + ArimaSelection.PERIOD_MAX + " rows, not "
                    + period + "; with --seasonal they may be longer.");
        }
        ArimaFit quick = ArimaSelection.choose(values, period);
        ArimaFit longer = ArimaEstimation.fitAway(values, quick.order(), ArimaSelection.ROOTS_MIN);
        return longer.logLikelihood() > quick.logLikelihood() ? longer : quick;
    }

    private ArimaOrder asked() {
        if (order.length == 0) {
            throw new RefusedByRule("Say which order, as in --order 2,1,2, or --auto.");
        }
        if (order.length != 3) {
            throw new RefusedByRule("An order is three numbers, p,d,q, not " + order.length + ".");
        }
        if (seasonal.length != 0 && seasonal.length != 4) {
            throw new RefusedByRule("A seasonal order is four numbers, P,D,Q,s, not " + seasonal.length + ".");
        }
        ArimaOrder plain = ArimaOrder.of(order[0], order[1], order[2]);
        ArimaOrder whole =
                seasonal.length == 0 ? plain : plain.seasonal(seasonal[0], seasonal[1], seasonal[2], seasonal[3]);
        return whole.withConstant(mean);
    }

    private Map<String, Object> answer(ArimaFit fit, int dropped) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<String> names = fit.order().parameters();
        answer.put("coefficients", named(names, fit.coefficients()));
        answer.put("standardErrors", named(names, fit.standardErrors()));
        answer.put("sigma2", fit.sigma2());
        answer.put("logLikelihood", fit.logLikelihood());
        answer.put("aic", fit.aic());
        answer.put("bic", fit.bic());
        answer.put("n", fit.used());
        ArimaFilter end = fit.filter();
        double[] means = end.mean(horizon);
        double[] deviations = end.deviation(horizon);
        answer.put("forecast", means);
        double inner = Normal.quantile(0.9);
        double outer = Normal.quantile(0.975);
        answer.put("lower80", column(h -> means[h] - inner * deviations[h]));
        answer.put("upper80", column(h -> means[h] + inner * deviations[h]));
        answer.put("lower95", column(h -> means[h] - outer * deviations[h]));
        answer.put("upper95", column(h -> means[h] + outer * deviations[h]));
        answer.put("forecastDeviation", deviations);
        answer.put("model", fit.order().toString());
        answer.put("aicc", fit.aicc());
        answer.put("observations", fit.used() + fit.order().lost());
        answer.put("droppedRows", dropped);
        return answer;
    }

    private static Map<String, Object> named(List<String> names, double[] values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }

    private double[] column(IntToDoubleFunction at) {
        double[] column = new double[horizon];
        Arrays.setAll(column, at);
        return column;
    }

    private void print(PrintWriter out, ArimaFit fit) {
        out.println(fit.order());
        List<String> names = fit.order().parameters();
        for (int i = 0; i < names.size(); i++) {
            out.printf(
                    Locale.ENGLISH,
                    "%-9s %13.8f  +- %.8f%n",
                    names.get(i),
                    fit.coefficients()[i],
                    fit.standardErrors()[i]);
        }
        out.printf(Locale.ENGLISH, "variance of a surprise %.8g%n", fit.sigma2());
        out.printf(
                Locale.ENGLISH,
                "log-likelihood %.4f of %,d values, AIC %.2f%n",
                fit.logLikelihood(),
                fit.used(),
                fit.aic());
        double[] means = fit.filter().mean(horizon);
        double[] deviations = fit.filter().deviation(horizon);
        for (int h = 0; h < horizon; h++) {
            out.printf(Locale.ENGLISH, "step %-4d %.8g  +- %.8g%n", h + 1, means[h], deviations[h]);
        }
        out.flush();
    }
}
