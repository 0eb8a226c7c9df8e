package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * {@link GaussianHmm} for several features: each state speaks in points of its own mean and full covariance. States stand in increasing
 * variance of the first feature, or as {@link #inOrder} put them.
 */
public record MultivariateHmm(
        double[] initial,
        double[][] transition,
        double[][] means,
        double[][][] covariances,
        double logLikelihood,
        int observations) {

    /** @throws IllegalArgumentException when there are not as many means, covariances and chances */
    public MultivariateHmm {
        int k = means.length;
        if (k < 1 || k > GaussianHmm.STATES_MAX) {
            throw new IllegalArgumentException("there are 1 to " + GaussianHmm.STATES_MAX + " states, not " + k);
        }
        if (covariances.length != k || initial.length != k || transition.length != k) {
            throw new IllegalArgumentException("means, covariances and chances are not of as many states");
        }
    }

    public int states() {
        return means.length;
    }

    public int features() {
        return means[0].length;
    }

    /** What was free: means, covariances, rows of the transitions, and the first state. */
    public int freeParameters() {
        int k = states();
        int d = features();
        return k - 1 + k * (k - 1) + k * (d + d * (d + 1) / 2);
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

    MultivariateNormal[] laws() {
        MultivariateNormal[] laws = new MultivariateNormal[states()];
        Arrays.setAll(laws, i -> MultivariateNormal.of(means[i], covariances[i]));
        return laws;
    }

    /** By time and state; 0 for a point with a NaN, which is nothing seen. */
    private double[][] logDensities(double[][] points) {
        MultivariateNormal[] laws = laws();
        double[][] logs = new double[points.length][states()];
        for (int t = 0; t < points.length; t++) {
            double[] point = points[t];
            Arrays.setAll(logs[t], i -> seen(laws[i].logDensity(point)));
        }
        return logs;
    }

    static double seen(double logDensity) {
        return Double.isNaN(logDensity) ? 0 : logDensity;
    }

    /**
     * The most likely path through the states (Viterbi 1967).
     *
     * @throws IllegalArgumentException with a sentence, when no path leads through these points
     */
    public int[] mostLikelyPath(double[][] points) {
        return LikelyPath.of(initial, transition, logDensities(points));
    }

    /**
     * The chance of each state at each time, given all points, also what came after: one column a state.
     *
     * @throws IllegalArgumentException with a sentence, when the points cannot come from these states
     */
    public double[][] smoothed(double[][] points) {
        HmmPass pass = new HmmPass(points.length, states());
        if (Double.isNaN(pass.run(initial, flat(), logDensities(points)))) {
            throw new IllegalArgumentException(GaussianHmm.CANNOT_BE);
        }
        return pass.smoothed();
    }

    /** The chance of each state at each time, given what was seen until then: one column a state. */
    public double[][] filtered(double[][] points) {
        MultivariateHmmFilter filter = new MultivariateHmmFilter(this);
        double[][] columns = new double[states()][points.length];
        for (int t = 0; t < points.length; t++) {
            filter.update(points[t]);
            for (int i = 0; i < columns.length; i++) {
                columns[i][t] = filter.probability(i);
            }
        }
        return columns;
    }

    /** The logarithm of the density of other points. */
    public double logLikelihoodOf(double[][] points) {
        MultivariateHmmFilter filter = new MultivariateHmmFilter(this);
        double sum = 0;
        for (double[] point : points) {
            sum += filter.update(point);
        }
        return sum;
    }

    double[] flat() {
        int k = states();
        double[] flat = new double[k * k];
        for (int i = 0; i < k; i++) {
            System.arraycopy(transition[i], 0, flat, i * k, k);
        }
        return flat;
    }

    /** The same model with other names for its states: state i is what was {@code order[i]}. */
    public MultivariateHmm inOrder(int[] order) {
        int k = states();
        double[] first = new double[k];
        double[][] moves = new double[k][k];
        double[][] centres = new double[k][];
        double[][][] spreads = new double[k][][];
        for (int i = 0; i < k; i++) {
            first[i] = initial[order[i]];
            centres[i] = means[order[i]];
            spreads[i] = covariances[order[i]];
            for (int j = 0; j < k; j++) {
                moves[i][j] = transition[order[i]][order[j]];
            }
        }
        return new MultivariateHmm(first, moves, centres, spreads, logLikelihood, observations);
    }

    /**
     * The same model with the states that are most like those of an earlier fit in their places, so that what a state is called does not
     * change when it is learned anew. Of unequal numbers, those that are like none come last.
     */
    public MultivariateHmm matchedTo(MultivariateHmm earlier) {
        double[][] distances = new double[earlier.states()][states()];
        for (int i = 0; i < earlier.states(); i++) {
            for (int j = 0; j < states(); j++) {
                distances[i][j] = MultivariateNormal.hellinger(
                        earlier.means[i], earlier.covariances[i], means[j], covariances[j]);
            }
        }
        return inOrder(StateMatching.order(distances));
    }
}
