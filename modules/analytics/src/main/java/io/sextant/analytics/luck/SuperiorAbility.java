package io.sextant.analytics.luck;

import io.sextant.analytics.preparation.BlockBootstrap;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Whether the best of many beats a yardstick by more than the best of as many that do not would: White's reality check (2000) and
 * Hansen's test for superior predictive ability (2005), on the same stationary bootstraps (Politis and Romano 1994). The reality check is
 * spoilt by adding bad candidates, Hansen's is not; its lower and upper p-value hold the true one between them and are wide where bad
 * candidates matter.
 *
 * @param meanBlock periods of a block on average
 * @param statistic the largest mean over its error, nought at least
 * @param best which candidate that is
 * @param realityCheck White's p-value
 * @param consistent Hansen's
 * @param lower where bad candidates are taken as they are
 * @param upper where all candidates are taken to be as good as the yardstick
 */
public record SuperiorAbility(
        int candidates,
        int bootstraps,
        double meanBlock,
        double statistic,
        int best,
        double realityCheck,
        double consistent,
        double lower,
        double upper) {

    /** Weights of a bootstrap's remote lags below this change no digit that is told. */
    private static final double FORGOTTEN = 1e-12;

    /** @param excess {@code excess[candidate][period]}: what each earned above the yardstick */
    public static SuperiorAbility of(double[][] excess, double meanBlock, int bootstraps, RandomGenerator random) {
        if (excess.length < 1 || excess[0].length < 4 || bootstraps < 1) {
            throw new IllegalArgumentException("a best candidate is one of " + excess.length
                    + " with four periods or more, and is drawn again once at least");
        }
        Bootstraps all = new Bootstraps(excess, meanBlock);
        for (int b = 0; b < bootstraps; b++) {
            all.add(random);
        }
        return new SuperiorAbility(
                excess.length,
                bootstraps,
                meanBlock,
                all.statistic,
                all.best,
                all.share(0),
                all.share(1),
                all.share(2),
                all.share(3));
    }

    /** With blocks as long as fit the candidates on average. */
    public static SuperiorAbility of(double[][] excess, int bootstraps, RandomGenerator random) {
        double blocks = 0;
        for (double[] each : excess) {
            blocks += BlockLength.of(each) / excess.length;
        }
        return of(excess, Math.max(1, blocks), bootstraps, random);
    }

    /**
     * The variance of the mean times the periods, over stationary bootstraps of these numbers (Politis and Romano 1994, lemma 1): sums of
     * products around the circle.
     */
    static double longRunVariance(double[] values, double meanBlock) {
        int n = values.length;
        double mean = mean(values);
        double goesOn = 1 - 1 / meanBlock;
        double variance = 0;
        double weight = 1;
        for (int lag = 0; lag < n && weight > FORGOTTEN; lag++) {
            double products = 0;
            for (int t = 0; t < n; t++) {
                int other = t + lag < n ? t + lag : t + lag - n;
                products += (values[t] - mean) * (values[other] - mean);
            }
            variance += (lag == 0 ? 1 : 2 * (1 - (double) lag / n) * weight) * products / n;
            weight *= goesOn;
        }
        return Math.max(0, variance);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum / values.length;
    }

    /** Four maxima of each bootstrap, counted where they reach those of the sample. */
    private static final class Bootstraps {

        private final double[][] excess;
        private final double meanBlock;
        private final int periods;
        private final double root;
        private final double[] means;
        private final double[] errors;
        private final double largest;
        private final double[] times;
        private final int[] reached = new int[4];
        private double statistic;
        private int best;
        private int drawn;

        Bootstraps(double[][] excess, double meanBlock) {
            this.excess = excess;
            this.meanBlock = meanBlock;
            periods = excess[0].length;
            root = Math.sqrt(periods);
            times = new double[periods];
            means = new double[excess.length];
            errors = new double[excess.length];
            double highest = Double.NEGATIVE_INFINITY;
            double ratio = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < excess.length; c++) {
                means[c] = mean(excess[c]);
                errors[c] = Math.sqrt(longRunVariance(excess[c], meanBlock));
                highest = Math.max(highest, root * means[c]);
                double own = errors[c] > 0 ? root * means[c] / errors[c] : 0;
                if (own > ratio) {
                    ratio = own;
                    best = c;
                }
            }
            largest = highest;
            statistic = Math.max(0, ratio);
        }

        void add(RandomGenerator random) {
            Arrays.fill(times, 0);
            for (int t : BlockBootstrap.draw(periods, periods, meanBlock, random)) {
                times[t]++;
            }
            double white = Double.NEGATIVE_INFINITY;
            double consistent = 0;
            double lower = 0;
            double upper = 0;
            double bad = -Math.sqrt(2 * Math.log(Math.log(periods)));
            for (int c = 0; c < means.length; c++) {
                double moved = root * (drawnMean(excess[c]) - means[c]);
                white = Math.max(white, moved);
                if (errors[c] > 0) {
                    double ratio = moved / errors[c];
                    double own = root * means[c] / errors[c];
                    upper = Math.max(upper, ratio);
                    consistent = Math.max(consistent, own < bad ? ratio + own : ratio);
                    lower = Math.max(lower, own < 0 ? ratio + own : ratio);
                }
            }
            drawn++;
            reached[0] += white >= largest ? 1 : 0;
            reached[1] += consistent >= statistic ? 1 : 0;
            reached[2] += lower >= statistic ? 1 : 0;
            reached[3] += upper >= statistic ? 1 : 0;
        }

        private double drawnMean(double[] values) {
            double sum = 0;
            for (int t = 0; t < periods; t++) {
                sum += times[t] * values[t];
            }
            return sum / periods;
        }

        /** The sample counts as one of them, so that no p-value is nought (Davison and Hinkley 1997, 4.2). */
        double share(int of) {
            return (reached[of] + 1.0) / (drawn + 1.0);
        }
    }
}
