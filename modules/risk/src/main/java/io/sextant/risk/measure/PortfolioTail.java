package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.risk.TailRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tail of a portfolio of constant mix, and what each asset has to do with it (Euler's allocation). */
public final class PortfolioTail {

    /** Of drawn scenarios one in 200 on either side of the quantile tells what happens at it. */
    private static final int NEAR_SHARE = 200;
    /** A filter is fitted again for each asset that is left out, and that takes its time. */
    private static final int FILTERED_ASSETS_MAX = 25;

    private final ReturnTable returns;
    private final TailWish wish;
    private @Nullable Scenarios drawn;
    private double drawnDegrees = Double.NaN;

    public PortfolioTail(ReturnTable returns, TailWish wish) {
        this.returns = returns;
        this.wish = wish;
    }

    /** @throws CannotMeasure with a sentence */
    public MeasuredTail of(double[] weights) {
        double[] portfolio = returns.portfolio(weights);
        requireSurvivable(portfolio);
        return switch (wish.method()) {
            case HISTORICAL ->
                ofScenarios(new Scenarios(returns, wish.horizon(), 1), portfolio, SeriesTail.of(portfolio, wish), 0);
            case MONTE_CARLO -> monteCarlo(weights, portfolio.length);
            case FILTERED -> filtered(portfolio);
            case EVT -> evt(portfolio);
            case PARAMETRIC, EWMA, STUDENT -> elliptical(portfolio);
            case CORNISH_FISHER -> cornishFisher(portfolio);
        };
    }

    /** By how much the value at risk falls when the money in an asset is cash instead; empty where that would take too long. */
    public Optional<double[]> incremental(double[] weights, double valueAtRisk) {
        if (wish.method() == TailMethod.FILTERED && returns.assets() > FILTERED_ASSETS_MAX) {
            return Optional.empty();
        }
        ReturnTable table =
                wish.method() == TailMethod.MONTE_CARLO ? scenarios().table() : returns;
        double[] whole = table.portfolio(weights);
        double[] incremental = new double[weights.length];
        double[] without = new double[whole.length];
        for (int c = 0; c < incremental.length; c++) {
            for (int i = 0; i < without.length; i++) {
                without[i] = whole[i] - weights[c] * table.columns()[c][i];
            }
            incremental[c] = weights[c] == 0 ? 0 : valueAtRisk - without(without, weights, c);
        }
        return Optional.of(incremental);
    }

    private double without(double[] rest, double[] weights, int left) {
        boolean nothing = true;
        for (int c = 0; c < weights.length; c++) {
            nothing &= c == left || weights[c] == 0;
        }
        if (nothing) {
            return 0;
        }
        if (wish.method() == TailMethod.MONTE_CARLO) {
            return HistoricalTail.of(scenarios().outcomesOf(rest), wish.confidence())
                    .valueAtRisk();
        }
        return Moments.of(rest).isStill() && wish.method() != TailMethod.HISTORICAL
                ? 0 - Moments.of(rest).mean() * wish.horizon()
                : SeriesTail.of(rest, wish).tail().valueAtRisk();
    }

    private static void requireSurvivable(double[] portfolio) {
        for (int i = 0; i < portfolio.length; i++) {
            if (!Double.isFinite(portfolio[i])) {
                throw new CannotMeasure("Return " + (i + 1) + " of the portfolio is no number.");
            }
        }
    }

    private MeasuredTail ofScenarios(Scenarios scenarios, double[] portfolio, SeriesTail.Told told, int around) {
        double[] outcomes = scenarios.outcomesOf(portfolio);
        return new MeasuredTail(
                told.tail(),
                scenarios.marginalVar(portfolio, outcomes, told.tail(), around),
                scenarios.marginalShortfall(portfolio, outcomes, told.tail()),
                told.figures(),
                notes(returns.periods() / wish.horizon(), portfolio));
    }

    private Scenarios scenarios() {
        Scenarios known = drawn;
        if (known == null) {
            CopulaScenarios copula = new CopulaScenarios(returns, wish.copula(), wish.margins());
            known = copula.draw(wish.paths(), wish.horizon(), wish.seed(), wish.threads());
            drawn = known;
            drawnDegrees = copula.degrees();
        }
        return known;
    }

    private MeasuredTail monteCarlo(double[] weights, int periods) {
        int fewest = TailMethod.MONTE_CARLO.fewestReturns();
        if (periods < fewest) {
            throw new CannotMeasure(
                    "There are " + periods + " returns, and the monte-carlo method needs at least " + fewest + ".");
        }
        Scenarios scenarios = scenarios();
        double[] portfolio = scenarios.table().portfolio(weights);
        TailRisk tail = HistoricalTail.of(scenarios.outcomesOf(portfolio), wish.confidence());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("paths", (double) scenarios.count());
        figures.put("copulaDegrees", drawnDegrees);
        return ofScenarios(scenarios, portfolio, new SeriesTail.Told(tail, figures), scenarios.count() / NEAR_SHARE);
    }

    /**
     * Each asset's past surprise grows or shrinks like the portfolio's; what the model's mean differs from the sample's is shared by beta,
     * whose weighted sum is one. Over several periods the shares are those of one.
     */
    private MeasuredTail filtered(double[] portfolio) {
        SeriesTail.Told told = SeriesTail.of(portfolio, wish);
        FilteredReturns filtered = FilteredReturns.of(portfolio);
        double[] factors = filtered.factors();
        double[] means = returns.means();
        double mean = Moments.mean(portfolio);
        double deviation = Moments.of(portfolio).deviation();
        double[] betas = returns.covarianceWith(portfolio);
        double[][] columns = new double[returns.assets()][portfolio.length];
        for (int c = 0; c < columns.length; c++) {
            double centre = means[c] + (filtered.mean() - mean) * betas[c] / (deviation * deviation);
            for (int i = 0; i < portfolio.length; i++) {
                columns[c][i] = centre + (returns.columns()[c][i] - centre) * factors[i];
            }
        }
        double[] next = filtered.next();
        Scenarios scenarios = new Scenarios(new ReturnTable(returns.names(), columns), 1, 1);
        TailRisk one = HistoricalTail.of(next, wish.confidence());
        double[] marginal = scenarios.marginalVar(next, next, one, 0);
        double[] shortfall = scenarios.marginalShortfall(next, next, one);
        return new MeasuredTail(
                told.tail(),
                scaled(marginal, told.tail().valueAtRisk() / one.valueAtRisk()),
                scaled(shortfall, told.tail().expectedShortfall() / one.expectedShortfall()),
                told.figures(),
                notes(portfolio.length, portfolio));
    }

    /** Shared as the outcomes beyond the threshold share their losses. */
    private MeasuredTail evt(double[] portfolio) {
        SeriesTail.Told told = SeriesTail.of(portfolio, wish);
        Scenarios scenarios = new Scenarios(returns, wish.horizon(), 1);
        double[] outcomes = scenarios.outcomesOf(portfolio);
        TailRisk beyond = HistoricalTail.of(outcomes, 1 - ParetoTail.SHARE_BEYOND);
        double[] shared = scenarios.marginalShortfall(portfolio, outcomes, beyond);
        double mean = beyond.expectedShortfall();
        return new MeasuredTail(
                told.tail(),
                scaled(shared, told.tail().valueAtRisk() / mean),
                scaled(shared, told.tail().expectedShortfall() / mean),
                told.figures(),
                notes(portfolio.length, portfolio));
    }

    /** In an elliptical law what is not the mean is shared by covariance with the portfolio. */
    private MeasuredTail elliptical(double[] portfolio) {
        if (wish.method() == TailMethod.PARAMETRIC && Moments.of(portfolio).isStill()) {
            SeriesTail.Told told = SeriesTail.of(portfolio, wish);
            double[] certain = scaled(returns.means(), wish.zeroMean() ? 0 : -wish.horizon());
            return new MeasuredTail(told.tail(), certain, certain, told.figures(), notes(portfolio.length, portfolio));
        }
        SeriesTail.Told told = SeriesTail.of(portfolio, wish);
        boolean centred =
                wish.method() == TailMethod.EWMA || (wish.zeroMean() && wish.method() == TailMethod.PARAMETRIC);
        double[] means = centred ? new double[returns.assets()] : scaled(returns.means(), wish.horizon());
        double mean = centred ? 0 : Moments.mean(portfolio) * wish.horizon();
        double[] slopes = slopes(portfolio);
        return new MeasuredTail(
                told.tail(),
                shared(slopes, means, told.tail().valueAtRisk() + mean),
                shared(slopes, means, told.tail().expectedShortfall() + mean),
                told.figures(),
                notes(portfolio.length, portfolio));
    }

    /** How much each asset moves with the portfolio; the weighted sum is one. */
    private double[] slopes(double[] portfolio) {
        if (wish.method() != TailMethod.EWMA) {
            double deviation = Moments.of(portfolio).deviation();
            return scaled(returns.covarianceWith(portfolio), 1 / (deviation * deviation));
        }
        double[] decayed = decayedWith(portfolio, portfolio, returns.columns());
        return Arrays.copyOfRange(decayed, 1, decayed.length);
    }

    /** The forgetting second moments of columns with the portfolio, seeded as its variance is, over that variance. */
    private static double[] decayedWith(double[] portfolio, double[] self, double[][] columns) {
        double[] moments = new double[columns.length + 1];
        double[] ownMeans = new double[columns.length + 1];
        int seed = SeriesTail.DECAY_SEED;
        for (int c = 0; c < moments.length; c++) {
            double[] column = c == 0 ? self : columns[c - 1];
            ownMeans[c] = Moments.mean(Arrays.copyOf(column, seed));
        }
        for (int c = 0; c < moments.length; c++) {
            double[] column = c == 0 ? self : columns[c - 1];
            double sum = 0;
            for (int i = 0; i < seed; i++) {
                sum += (column[i] - ownMeans[c]) * (portfolio[i] - ownMeans[0]);
            }
            double moment = sum / seed;
            for (int i = seed; i < portfolio.length; i++) {
                moment = SeriesTail.DECAY * moment + (1 - SeriesTail.DECAY) * column[i] * portfolio[i];
            }
            moments[c] = moment;
        }
        return moments[0] == 0 ? moments : scaled(moments, 1 / moments[0]);
    }

    private static double[] shared(double[] slopes, double[] means, double total) {
        double[] marginal = new double[slopes.length];
        Arrays.setAll(marginal, c -> slopes[c] * total - means[c]);
        return marginal;
    }

    /** The derivative by way of the first four moments of the mix. */
    private MeasuredTail cornishFisher(double[] portfolio) {
        SeriesTail.Told told = SeriesTail.of(portfolio, wish);
        Moments moments = Moments.of(portfolio);
        List<String> notes = notes(portfolio.length, portfolio);
        if (told.figures().getOrDefault("rises", 1.0) == 0) {
            notes.add("Skewness and kurtosis are outside of what the Cornish-Fisher polynomial can bend:"
                    + " beyond some point it calls rarer days milder.");
        }
        if (moments.isStill()) {
            double[] certain = scaled(returns.means(), -wish.horizon());
            return new MeasuredTail(told.tail(), certain, certain, told.figures(), notes);
        }
        double[] var = new double[returns.assets()];
        double[] shortfall = new double[returns.assets()];
        for (int c = 0; c < var.length; c++) {
            double[] slopes = CornishFisherSlope.of(portfolio, returns.columns()[c], moments, wish);
            var[c] = slopes[0];
            shortfall[c] = slopes[1];
        }
        return new MeasuredTail(told.tail(), var, shortfall, told.figures(), notes);
    }

    private List<String> notes(int looked, double[] portfolio) {
        List<String> notes = new ArrayList<>();
        if (looked * wish.tail() < 1) {
            notes.add(
                    "Fewer than one of " + looked + " separate past " + (wish.horizon() == 1 ? "returns" : "stretches")
                            + " is expected beyond this confidence: the figure rests on the worst one or on a law.");
        }
        if (Moments.of(portfolio).isStill()) {
            notes.add("The portfolio did not move in the whole past, so there is nothing to measure its risk from.");
        }
        return notes;
    }

    private static double[] scaled(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(x -> x * factor).toArray();
    }

    /** The value at risk of each asset alone under a normal law around zero, times its weight, added up. */
    public static double undiversified(ReturnTable returns, double[] weights, double confidence, int horizon) {
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            sum += Math.abs(weights[c]) * Moments.of(returns.columns()[c]).deviation();
        }
        return sum * Normal.quantile(confidence) * Math.sqrt(horizon);
    }
}
