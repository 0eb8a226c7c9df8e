package io.sextant.forecasting.evaluation;

import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells whether something knew the future: the future is changed, everything is made again, and what was known before must be the same to
 * the last bit. A feature that peeks, a scaler fitted to the whole series, a model that holds more than it was handed: all of them move.
 */
public final class LeakDetector {

    private LeakDetector() {}

    /**
     * @param what moved: {@code value}, {@code time}, a feature's name, or {@code forecast}
     * @param observation where it moved
     * @param known how many observations were the same in both worlds
     */
    public record Leak(String what, int observation, int known) {

        /** For a person. */
        public String sentence() {
            return what + " of observation " + (observation + 1) + " changes with what comes after observation "
                    + known;
        }
    }

    /** The same numbers up to {@code known}, and others from there: no value, change or place in an order stays. */
    public static double[] scrambled(double[] raw, int known, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] other = raw.clone();
        for (int i = known; i < other.length; i++) {
            other[i] = raw[i] * (1.5 + random.nextDouble()) + random.nextGaussian();
        }
        return other;
    }

    /**
     * Whether preparing values and features looks ahead.
     *
     * @param preparation everything that is computed before a model sees it
     * @param raw the column it starts from
     */
    public static Optional<Leak> inPreparation(
            Function<double[], Observations> preparation, double[] raw, int known, long seed) {
        return inFeatures(preparation.apply(raw), preparation.apply(scrambled(raw, known, seed)), known);
    }

    /** Whether two preparations whose sources are the same up to {@code known} differ there; the other may also end there. */
    public static Optional<Leak> inFeatures(Observations one, Observations other, int known) {
        for (int i = 0; i < known; i++) {
            if (differ(one.value(i), other.value(i))) {
                return Optional.of(new Leak("value", i, known));
            }
            if (one.timeNanos(i) != other.timeNanos(i)) {
                return Optional.of(new Leak("time", i, known));
            }
            for (int j = 0; j < one.featureNames().size(); j++) {
                if (differ(one.feature(j, i), other.feature(j, i))) {
                    return Optional.of(new Leak(one.featureNames().get(j), i, known));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a model that learned before {@code known} tells something else where only what comes after differs.
     *
     * @param making the model, from the series that it is held against: what it keeps of it is its own affair
     * @param trained how many observations it learns from
     */
    public static Optional<Leak> inForecasts(
            Function<Observations, Forecaster> making, Observations all, int trained, int known, Training training) {
        double[] values = scrambled(all.values(), known, training.seed());
        double[][] features = new double[all.featureNames().size()][];
        long[] times = new long[all.size()];
        Arrays.setAll(times, all::timeNanos);
        for (int j = 0; j < features.length; j++) {
            int column = j;
            double[] whole = new double[all.size()];
            Arrays.setAll(whole, i -> all.feature(column, i));
            features[j] = scrambled(whole, known, training.seed() + j + 1);
        }
        Observations other = Observations.of(times, values, all.featureNames(), features);
        Forecast here = told(making.apply(all), all, trained, known, training);
        Forecast there = told(making.apply(other), other, trained, known, training);
        boolean same =
                Arrays.equals(here.mean(), there.mean()) && Arrays.deepEquals(here.quantiles(), there.quantiles());
        return same ? Optional.empty() : Optional.of(new Leak("forecast", known - 1, known));
    }

    private static Forecast told(Forecaster model, Observations all, int trained, int known, Training training) {
        FittedForecaster fitted = model.fit(all.between(0, trained), training);
        for (int i = trained; i < known; i++) {
            fitted.observe(all.get(i));
        }
        return fitted.forecast(training.horizon());
    }

    /** Two missing numbers are alike. */
    private static boolean differ(double one, double other) {
        return Double.compare(one, other) != 0;
    }
}
