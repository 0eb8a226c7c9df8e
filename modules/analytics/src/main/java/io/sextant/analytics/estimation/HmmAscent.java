package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * One hidden Markov model on its way uphill. Each cycle makes two steps of expectation and maximisation and leaps along what they have in
 * common (SQUAREM of Varadhan and Roland 2008, third step length); a leap that does not gain is not made, so the likelihood never falls.
 * The numbers have mean 0 and variance 1.
 */
final class HmmAscent {

    /** Of the variance of all numbers; a state with less has grown around a few of them, and its likelihood has no bound. */
    static final double VARIANCE_SHARE_MIN = 1e-4;

    static final double EXPECTED_MIN = 5;

    private static final double GAIN_MIN = 1e-10;
    /** A leap keeps this share of a chance that it would make negative. */
    private static final double CHANCE_KEPT = 0.1;

    private final double[] x;
    private final int states;
    private final HmmPass pass;
    private final int means;
    private final int variances;
    /** First state, transitions in rows, means, logarithms of variances. */
    private double[] point;

    private double[] once;
    private double[] twice;
    private double[] leap;
    private double logLikelihood = Double.NEGATIVE_INFINITY;
    private boolean standing;

    /** @param start first state, transitions in rows, means, variances */
    HmmAscent(double[] x, int states, HmmPass pass, double[] start) {
        this.x = x;
        this.states = states;
        this.pass = pass;
        means = states + states * states;
        variances = means + states;
        point = start.clone();
        for (int i = 0; i < states; i++) {
            point[variances + i] = Math.log(start[variances + i]);
        }
        once = new double[start.length];
        twice = new double[start.length];
        leap = new double[start.length];
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** Climbs until a step gains nothing or the cycles are done; false where a state shrinks onto single numbers. */
    boolean climb(int cycles) {
        for (int cycle = 0; cycle < cycles && !standing; cycle++) {
            double here = expect(point);
            if (Double.isNaN(here) || !maximise(once)) {
                return false;
            }
            double next = expect(once);
            if (Double.isNaN(next) || !maximise(twice)) {
                return false;
            }
            logLikelihood = next;
            standing = next - here < GAIN_MIN;
            double[] reached = twice;
            if (!standing && prepareLeap()) {
                double there = expect(leap);
                if (there > next && maximise(once)) {
                    logLikelihood = there;
                    reached = once;
                }
            }
            double[] free = point;
            point = reached;
            if (reached == twice) {
                twice = free;
            } else {
                once = free;
            }
        }
        return true;
    }

    /** False where the two steps are one. */
    private boolean prepareLeap() {
        double steps = 0;
        double bends = 0;
        for (int i = 0; i < point.length; i++) {
            double step = once[i] - point[i];
            double bend = twice[i] - once[i] - step;
            steps += step * step;
            bends += bend * bend;
        }
        double length = Math.sqrt(steps / bends);
        if (!(length > 1) || Double.isInfinite(length)) {
            return false;
        }
        for (int i = 0; i < point.length; i++) {
            double step = once[i] - point[i];
            double bend = twice[i] - once[i] - step;
            leap[i] = point[i] + 2 * length * step + length * length * bend;
            if (i < means) {
                leap[i] = Math.max(leap[i], CHANCE_KEPT * twice[i]);
            }
        }
        for (int row = 0; row <= states; row++) {
            double total = 0;
            for (int i = row * states; i < (row + 1) * states; i++) {
                total += leap[i];
            }
            for (int i = row * states; i < (row + 1) * states; i++) {
                leap[i] /= total;
            }
        }
        return true;
    }

    private double expect(double[] at) {
        double[] spread = new double[states];
        Arrays.setAll(spread, i -> Math.exp(at[variances + i]));
        return pass.run(
                Arrays.copyOf(at, states),
                Arrays.copyOfRange(at, states, means),
                Arrays.copyOfRange(at, means, variances),
                spread);
    }

    /** Puts what is most likely given the expected states into {@code into}; false where a variance is too small. */
    private boolean maximise(double[] into) {
        for (int i = 0; i < states; i++) {
            double weight = 0;
            double sum = 0;
            for (int t = 0; t < x.length; t++) {
                double share = pass.share(t, i);
                weight += share;
                sum += share * x[t];
            }
            double mean = sum / weight;
            double squares = 0;
            for (int t = 0; t < x.length; t++) {
                double distance = x[t] - mean;
                squares += pass.share(t, i) * distance * distance;
            }
            double variance = squares / weight;
            if (!(variance >= VARIANCE_SHARE_MIN)) {
                return false;
            }
            into[means + i] = mean;
            into[variances + i] = Math.log(variance);
            into[i] = pass.share(0, i);
            double left = 0;
            for (int j = 0; j < states; j++) {
                left += pass.moves(i, j);
            }
            for (int j = 0; j < states; j++) {
                into[states + i * states + j] = left > 0 ? pass.moves(i, j) / left : 1.0 / states;
            }
        }
        return true;
    }

    /** Whether every state is expected often enough. */
    boolean isSound() {
        if (Double.isNaN(expect(point))) {
            return false;
        }
        for (int i = 0; i < states; i++) {
            double expected = 0;
            for (int t = 0; t < x.length; t++) {
                expected += pass.share(t, i);
            }
            if (expected < EXPECTED_MIN) {
                return false;
            }
        }
        return true;
    }

    /** In the unit of the numbers as they were given. */
    GaussianHmm model(double mean, double scale) {
        double reached = expect(point);
        double[][] rows = new double[states][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(point, states + i * states, 2 * states + i * states));
        double[] centres = new double[states];
        double[] spread = new double[states];
        Arrays.setAll(centres, i -> mean + scale * point[means + i]);
        Arrays.setAll(spread, i -> scale * scale * Math.exp(point[variances + i]));
        double[] first = Arrays.copyOf(point, states);
        addUpToOne(first);
        for (double[] row : rows) {
            addUpToOne(row);
        }
        return new GaussianHmm(first, rows, centres, spread, reached - x.length * Math.log(scale), x.length).sorted();
    }

    /** Without what rounding left over. */
    private static void addUpToOne(double[] chances) {
        double total = Arrays.stream(chances).sum();
        Arrays.setAll(chances, i -> chances[i] / total);
    }
}
