package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * A chain that nobody sees moves between states, and each state speaks in normal numbers of its own mean and variance (Baum and others
 * 1970; Hamilton 1989 without autoregression). {@code transition[i][j]} is the chance to go from i to j; states stand in increasing
 * variance. {@code logLikelihood} is that of the {@code observations} it was fitted to, NaN and 0 where it was not.
 */
public record GaussianHmm(
        double[] initial,
        double[][] transition,
        double[] means,
        double[] variances,
        double logLikelihood,
        int observations) {

    public static final int STATES_MAX = 6;

    static final String CANNOT_BE = "these numbers cannot come from these states";

    private static final double TOTAL_SLACK = 1e-6;

    /** @throws IllegalArgumentException when these are no chances or no variances */
    public GaussianHmm {
        int states = means.length;
        if (states < 1 || states > STATES_MAX) {
            throw new IllegalArgumentException("there are 1 to " + STATES_MAX + " states, not " + states);
        }
        if (variances.length != states || initial.length != states || transition.length != states) {
            throw new IllegalArgumentException("means, variances and chances are not of as many states");
        }
        checkChances(initial);
        for (int i = 0; i < states; i++) {
            if (transition[i].length != states) {
                throw new IllegalArgumentException("row " + (i + 1) + " of the transitions has another length");
            }
            checkChances(transition[i]);
            if (!(variances[i] > 0) || !Double.isFinite(means[i])) {
                throw new IllegalArgumentException("state " + (i + 1) + " has no variance or no mean");
            }
        }
    }

    private static void checkChances(double[] chances) {
        double total = 0;
        for (double each : chances) {
            total += each >= 0 ? each : Double.NaN;
        }
        if (!(Math.abs(total - 1) < TOTAL_SLACK)) {
            throw new IllegalArgumentException("chances add up to " + total + ", not 1");
        }
    }

    public int states() {
        return means.length;
    }

    /** What was free: means, variances, rows of the transitions, and the first state. */
    public int freeParameters() {
        int k = states();
        return k - 1 + k * (k - 1) + 2 * k;
    }

    public double aic() {
        return 2 * freeParameters() - 2 * logLikelihood;
    }

    public double bic() {
        return freeParameters() * Math.log(observations) - 2 * logLikelihood;
    }

    /** How many observations a stay in a state lasts on average; infinite where it is never left. */
    public double expectedStay(int state) {
        return 1 / (1 - transition[state][state]);
    }

    /**
     * The most likely path through the states (Viterbi 1967), in logarithms; a NaN is nothing seen.
     *
     * @throws IllegalArgumentException with a sentence, when no path leads through these numbers
     */
    public int[] mostLikelyPath(double[] x) {
        double[][] logDensities = new double[x.length][states()];
        for (int i = 0; i < states(); i++) {
            double constant = -0.5 * Math.log(2 * Math.PI * variances[i]);
            for (int t = 0; t < x.length; t++) {
                double distance = x[t] - means[i];
                logDensities[t][i] = Double.isNaN(x[t]) ? 0 : constant - 0.5 * distance * distance / variances[i];
            }
        }
        return LikelyPath.of(initial, transition, logDensities);
    }

    /**
     * The chance of each state at each time, given all of {@code x}, also what came after: one column a state. A NaN is nothing seen.
     *
     * @throws IllegalArgumentException with a sentence, when the numbers cannot come from these states
     */
    public double[][] smoothed(double[] x) {
        return HmmPass.of(this, x).smoothed();
    }

    /** The chance of each state at each time, given what was seen until then: one column a state. */
    public double[][] filtered(double[] x) {
        HmmFilter filter = new HmmFilter(this);
        double[][] columns = new double[states()][x.length];
        for (int t = 0; t < x.length; t++) {
            filter.update(x[t]);
            for (int i = 0; i < columns.length; i++) {
                columns[i][t] = filter.probability(i);
            }
        }
        return columns;
    }

    /** The logarithm of the density of other numbers. */
    public double logLikelihoodOf(double[] x) {
        HmmFilter filter = new HmmFilter(this);
        double sum = 0;
        for (double each : x) {
            sum += filter.update(each);
        }
        return sum;
    }

    /** The states in increasing variance. */
    GaussianHmm sorted() {
        Integer[] order = new Integer[states()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(variances[a], variances[b]));
        double[] first = new double[order.length];
        double[] mean = new double[order.length];
        double[] variance = new double[order.length];
        double[][] moves = new double[order.length][order.length];
        for (int i = 0; i < order.length; i++) {
            first[i] = initial[order[i]];
            mean[i] = means[order[i]];
            variance[i] = variances[order[i]];
            for (int j = 0; j < order.length; j++) {
                moves[i][j] = transition[order[i]][order[j]];
            }
        }
        return new GaussianHmm(first, moves, mean, variance, logLikelihood, observations);
    }
}
