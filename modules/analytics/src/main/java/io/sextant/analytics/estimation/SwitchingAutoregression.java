package io.sextant.analytics.estimation;

/**
 * An autoregression about a mean that a hidden chain switches (Hamilton 1989):
 * {@code x[t] - mean[s[t]] = sum of ar[j] (x[t-1-j] - mean[s[t-1-j]]) + e}, e normal with variance {@code variances[s[t]]}, all equal unless
 * they were let switch too. {@code transition[i][j]} is the chance to go from i to j; states stand in increasing mean. The chain begins as
 * it is in the long run; the first numbers, as many as there are lags, are given.
 *
 * @param standardErrors of what {@link #parameterNames} names, from the curvature of the likelihood; NaN where a chance lies at its bound
 */
public record SwitchingAutoregression(
        double[][] transition,
        double[] means,
        double[] variances,
        double[] ar,
        boolean switchingVariance,
        double logLikelihood,
        int observations,
        double[] standardErrors) {

    public static final int STATES_MAX = 4;
    public static final int ORDER_MAX = 8;

    /** Of states now and before that are told apart. */
    static final int HISTORIES_MAX = 2_048;

    public int states() {
        return means.length;
    }

    public int order() {
        return ar.length;
    }

    /** What was free. */
    public int freeParameters() {
        int k = states();
        return k * (k - 1) + k + (switchingVariance ? k : 1) + order();
    }

    public double aic() {
        return 2 * freeParameters() - 2 * logLikelihood;
    }

    public double bic() {
        return freeParameters() * Math.log(observations) - 2 * logLikelihood;
    }

    /** How many numbers a stay in a state lasts on average; infinite where it is never left. */
    public double expectedStay(int state) {
        return 1 / (1 - transition[state][state]);
    }

    /** The chance of each state at each time from number {@link #order} on, given what was seen until then: one column a state. */
    public double[][] filtered(double[] x) {
        return pass(x).filtered();
    }

    /** The same given all numbers, also what came after (Kim 1994). */
    public double[][] smoothed(double[] x) {
        return pass(x).smoothed();
    }

    public double logLikelihoodOf(double[] x) {
        return pass(x).logLikelihood();
    }

    private SwitchingPass pass(double[] x) {
        return SwitchingPass.of(x, transition, means, variances, ar);
    }

    /** In the order of {@link #standardErrors}: the chances to go to every other state, row by row, means, variances, autoregression. */
    public static String[] parameterNames(int states, int order, boolean switchingVariance) {
        String[] names = new String[states * (states - 1) + states + (switchingVariance ? states : 1) + order];
        int at = 0;
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                if (i != j) {
                    names[at++] = "p" + i + j;
                }
            }
        }
        for (int i = 0; i < states; i++) {
            names[at++] = "mean" + i;
        }
        if (switchingVariance) {
            for (int i = 0; i < states; i++) {
                names[at++] = "variance" + i;
            }
        } else {
            names[at++] = "variance";
        }
        for (int j = 1; j <= order; j++) {
            names[at++] = "ar" + j;
        }
        return names;
    }
}
