package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.distribution.Student;
import io.sextant.domain.risk.TailRisk;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tail of one series of returns by any method but the copulas. With a constant mix a portfolio is such a series. Conventions of
 * several periods are those of docs/methods/risk.md.
 */
public final class SeriesTail {

    /** RiskMetrics' decay of a day. */
    public static final double DECAY = 0.94;

    static final int DECAY_SEED = 20;
    /** So many windows that do not overlap are the least that several periods are told from. */
    private static final int WINDOWS_MIN = 10;

    private SeriesTail() {}

    /** A tail and the numbers of the law that it was told from. */
    public record Told(TailRisk tail, Map<String, Double> figures) {}

    /** @throws CannotMeasure with a sentence */
    public static Told of(double[] returns, TailWish wish) {
        int fewest = wish.method().fewestReturns();
        if (returns.length < fewest) {
            throw new CannotMeasure("There are " + returns.length + " returns, and the "
                    + wish.method().label() + " method needs at least " + fewest + ".");
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        TailRisk tail = switch (wish.method()) {
            case HISTORICAL -> HistoricalTail.of(windows(returns, wish.horizon()), wish.confidence());
            case PARAMETRIC -> normal(returns, wish, figures);
            case STUDENT -> student(returns, wish, figures);
            case CORNISH_FISHER -> cornishFisher(returns, wish, figures);
            case EWMA -> normal(0, decayed(returns, figures), wish);
            case FILTERED -> filtered(returns, wish, figures);
            case EVT -> evt(returns, wish, figures);
            case MONTE_CARLO -> throw new IllegalArgumentException("copulas need the assets, not their sum");
        };
        return new Told(tail, figures);
    }

    /** Compounded returns of all stretches of so many periods, which overlap. */
    static double[] windows(double[] returns, int horizon) {
        if (horizon == 1) {
            return returns;
        }
        if (returns.length < (long) WINDOWS_MIN * horizon) {
            throw new CannotMeasure("Stretches of " + horizon + " periods can be told from at least "
                    + (long) WINDOWS_MIN * horizon + " returns, and there are " + returns.length + ".");
        }
        double[] windows = new double[returns.length - horizon + 1];
        for (int i = 0; i < windows.length; i++) {
            double value = 1;
            for (int k = 0; k < horizon && value > 0; k++) {
                value *= 1 + returns[i + k];
            }
            windows[i] = value - 1;
        }
        return windows;
    }

    private static TailRisk normal(double[] returns, TailWish wish, Map<String, Double> figures) {
        Moments moments = Moments.of(returns);
        figures.put("mean", wish.zeroMean() ? 0.0 : moments.mean());
        figures.put("deviation", moments.deviation());
        return normal(wish.zeroMean() ? 0 : moments.mean(), moments.deviation(), wish);
    }

    /** Over h periods the mean counts h times, the deviation root h times. */
    static TailRisk normal(double mean, double deviation, TailWish wish) {
        double z = Normal.quantile(wish.tail());
        double spread = deviation * Math.sqrt(wish.horizon());
        double centre = mean * wish.horizon();
        return new TailRisk(0 - (centre + z * spread), 0 - centre + Normal.density(z) / wish.tail() * spread);
    }

    private static TailRisk student(double[] returns, TailWish wish, Map<String, Double> figures) {
        StudentFit fit = StudentFit.of(returns);
        figures.put("place", fit.place());
        figures.put("scale", fit.scale());
        figures.put("degrees", fit.degrees());
        if (wish.horizon() > 1 && fit.degrees() <= 2) {
            throw new CannotMeasure("With " + fit.degrees()
                    + " degrees of freedom the variance has no end, so one period says nothing about several.");
        }
        double root = Math.sqrt(wish.horizon());
        double t = Student.quantile(wish.tail(), fit.degrees());
        double centre = fit.place() * wish.horizon();
        double below = StudentFit.meanBelow(t, wish.tail(), fit.degrees());
        return new TailRisk(0 - (centre + root * fit.scale() * t), 0 - (centre + root * fit.scale() * below));
    }

    private static TailRisk cornishFisher(double[] returns, TailWish wish, Map<String, Double> figures) {
        Moments moments = Moments.of(returns);
        figures.put("mean", moments.mean());
        figures.put("deviation", moments.deviation());
        figures.put("skewness", moments.skewness());
        figures.put("excessKurtosis", moments.excessKurtosis());
        CornishFisher bent = CornishFisher.of(moments, wish.horizon());
        double z = Normal.quantile(wish.tail());
        figures.put("rises", bent.risesBelow(z) ? 1.0 : 0.0);
        double centre = moments.mean() * wish.horizon();
        double spread = moments.deviation() * Math.sqrt(wish.horizon());
        return new TailRisk(0 - (centre + spread * bent.at(z)), 0 - (centre + spread * bent.meanBelow(z, wish.tail())));
    }

    /** The deviation to come: seeded with the variance of the first twenty returns, then a mean that forgets. */
    static double decayed(double[] returns, Map<String, Double> figures) {
        Moments seed = Moments.of(Arrays.copyOf(returns, DECAY_SEED));
        double variance = seed.deviation() * seed.deviation() * (DECAY_SEED - 1) / DECAY_SEED;
        for (int i = DECAY_SEED; i < returns.length; i++) {
            variance = DECAY * variance + (1 - DECAY) * returns[i] * returns[i];
        }
        double deviation = Math.sqrt(variance);
        figures.put("deviation", deviation);
        return deviation;
    }

    private static TailRisk filtered(double[] returns, TailWish wish, Map<String, Double> figures) {
        FilteredReturns filtered = FilteredReturns.of(returns);
        figures.put("mean", filtered.mean());
        figures.put("nextDeviation", filtered.nextDeviation());
        double[] outcomes = wish.horizon() == 1
                ? filtered.next()
                : filtered.paths(wish.horizon(), wish.paths(), wish.seed(), wish.threads());
        return HistoricalTail.of(outcomes, wish.confidence());
    }

    private static TailRisk evt(double[] returns, TailWish wish, Map<String, Double> figures) {
        ParetoTail fit = ParetoTail.of(windows(returns, wish.horizon()));
        figures.put("threshold", fit.threshold());
        figures.put("shape", fit.shape());
        figures.put("scale", fit.scale());
        figures.put("beyond", (double) fit.beyond());
        return fit.at(wish.tail());
    }
}
