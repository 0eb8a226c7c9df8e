package io.sextant.risk.measure;

import java.util.Locale;

/**
 * What is asked of a measure.
 *
 * @param zeroMean whether the normal law is centred on zero, as is usual for a day, not on the mean of the returns
 * @param paths of {@link TailMethod#MONTE_CARLO}, and of {@link TailMethod#FILTERED} over several periods
 */
public record TailWish(
        TailMethod method,
        double confidence,
        int horizon,
        boolean zeroMean,
        CopulaKind copula,
        MarginKind margins,
        int paths,
        long seed,
        int threads) {

    public static final int HORIZON_MAX = 2_520;

    public static final int PATHS_MAX = 10_000_000;

    private static final int PATHS = 100_000;

    /** @throws CannotMeasure with a sentence */
    public TailWish {
        if (!(confidence > 0 && confidence < 1)) {
            throw new CannotMeasure("A confidence lies between 0 and 1, for example 0.95, not at " + confidence + ".");
        }
        if (horizon < 1 || horizon > HORIZON_MAX) {
            throw new CannotMeasure(
                    "A horizon is 1 to " + HORIZON_MAX + " periods, not " + horizon + "; nobody knows more.");
        }
        if (paths > PATHS_MAX) {
            throw new CannotMeasure(String.format(
                    Locale.ENGLISH, "There are at most %,d paths, not %,d; more tell no more.", PATHS_MAX, paths));
        }
        if (paths < 1_000 || threads < 1) {
            throw new CannotMeasure("There are at least 1,000 paths and one thread.");
        }
    }

    public static TailWish of(TailMethod method, double confidence, int horizon) {
        return new TailWish(method, confidence, horizon, false, CopulaKind.STUDENT, MarginKind.EMPIRICAL, PATHS, 1, 1);
    }

    public TailWish with(TailMethod other) {
        return new TailWish(other, confidence, horizon, zeroMean, copula, margins, paths, seed, threads);
    }

    public TailWish withPaths(int other) {
        return new TailWish(method, confidence, horizon, zeroMean, copula, margins, other, seed, threads);
    }

    /** 1 - confidence without the last bits that the subtraction leaves: 0.1, not 0.09999999999999998. */
    public double tail() {
        double rounded = Math.rint((1 - confidence) * 1e12) / 1e12;
        return rounded > 0 ? rounded : 1 - confidence;
    }
}
