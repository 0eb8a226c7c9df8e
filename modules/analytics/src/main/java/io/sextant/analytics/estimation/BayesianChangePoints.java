package io.sextant.analytics.estimation;

import io.sextant.analytics.distribution.Tails;
import java.util.Arrays;

/**
 * How long it has been since the law of a series last changed, as chances, online (Adams and MacKay 2007): normal numbers whose mean and
 * variance are unknown (normal-inverse-gamma, so that the next is Student's) and change, at each step, with a constant chance.
 */
public final class BayesianChangePoints {

    /** What is held possible of a new stretch before any of its numbers is seen. */
    public record Prior(double mean, double meanCount, double shape, double scale) {

        public Prior {
            if (!Double.isFinite(mean) || !(meanCount > 0) || !(shape > 0) || !(scale > 0)) {
                throw new IllegalArgumentException("counts, shape and scale are above nought");
            }
        }

        /** About numbers like these: the usual variance, held as loosely as two numbers would tell it. */
        public static Prior like(double mean, double variance) {
            return new Prior(mean, 0.1, 1, variance);
        }
    }

    /** A run less likely than this is forgotten. */
    private static final double FORGOTTEN = 1e-12;

    private final double hazard;
    private final Prior prior;
    private final int runMax;
    private double[] chance = {1};
    private double[] mean;
    private double[] count;
    private double[] shape;
    private double[] scale;
    private int runs = 1;
    private double logEvidence;

    /**
     * @param meanRun how many numbers a stretch lasts on average
     * @param runMax of the runs that are told apart; longer ones count as this long
     */
    public BayesianChangePoints(double meanRun, Prior prior, int runMax) {
        if (!(meanRun >= 1) || runMax < 1) {
            throw new IllegalArgumentException("a stretch lasts at least one number");
        }
        hazard = 1 / meanRun;
        this.prior = prior;
        this.runMax = runMax;
        mean = new double[] {prior.mean()};
        count = new double[] {prior.meanCount()};
        shape = new double[] {prior.shape()};
        scale = new double[] {prior.scale()};
    }

    /** Takes the next number; a NaN changes nothing. */
    public void update(double x) {
        if (Double.isNaN(x)) {
            return;
        }
        double[] weighed = new double[runs];
        double highest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < runs; r++) {
            weighed[r] = Math.log(chance[r]) + logPredictive(r, x);
            highest = Math.max(highest, weighed[r]);
        }
        double total = 0;
        for (int r = 0; r < runs; r++) {
            weighed[r] = Math.exp(weighed[r] - highest);
            total += weighed[r];
        }
        logEvidence += highest + Math.log(total);
        int grown = Math.min(runs, runMax) + 1;
        double[][] next = new double[5][grown];
        next[0][0] = hazard;
        next[1][0] = prior.mean();
        next[2][0] = prior.meanCount();
        next[3][0] = prior.shape();
        next[4][0] = prior.scale();
        for (int r = 0; r < runs; r++) {
            int to = Math.min(r + 1, grown - 1);
            next[0][to] += (1 - hazard) * weighed[r] / total;
            double gap = x - mean[r];
            next[1][to] = mean[r] + gap / (count[r] + 1);
            next[2][to] = count[r] + 1;
            next[3][to] = shape[r] + 0.5;
            next[4][to] = scale[r] + 0.5 * gap * gap * count[r] / (count[r] + 1);
        }
        while (grown > 1 && next[0][grown - 1] < FORGOTTEN) {
            grown--;
        }
        runs = grown;
        double kept = Arrays.stream(next[0], 0, runs).sum();
        chance = Arrays.stream(next[0], 0, runs).map(each -> each / kept).toArray();
        mean = next[1];
        count = next[2];
        shape = next[3];
        scale = next[4];
    }

    /** Student's with 2 shape degrees of freedom. */
    private double logPredictive(int r, double x) {
        double freedom = 2 * shape[r];
        double variance = scale[r] * (count[r] + 1) / (shape[r] * count[r]);
        double gap = x - mean[r];
        return Tails.logGamma(0.5 * (freedom + 1))
                - Tails.logGamma(0.5 * freedom)
                - 0.5 * Math.log(Math.PI * freedom * variance)
                - 0.5 * (freedom + 1) * Math.log1p(gap * gap / (freedom * variance));
    }

    /** The chance that the newest change came right after the number that many ago; 0 where it is forgotten. */
    public double probabilityOfRun(int length) {
        return length < runs ? chance[length] : 0;
    }

    /** The chance that the law changed within the newest so many numbers. */
    public double probabilityOfChangeWithin(int numbers) {
        double sum = 0;
        for (int r = 0; r < Math.min(numbers, runs); r++) {
            sum += chance[r];
        }
        return Math.min(1, sum);
    }

    /** The length since the last change that is most likely. */
    public int mostLikelyRun() {
        int best = 0;
        for (int r = 1; r < runs; r++) {
            best = chance[r] > chance[best] ? r : best;
        }
        return best;
    }

    /** The logarithm of the density of all numbers so far. */
    public double logEvidence() {
        return logEvidence;
    }
}
