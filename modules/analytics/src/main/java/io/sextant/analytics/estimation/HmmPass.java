package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * Once forward and once backward over the numbers (Baum and others 1970; scaled as in Rabiner 1989): how likely they are, and how often
 * each state and each move is expected. Densities are divided by the largest of their time, so that no outlier underflows. As in
 * {@link HmmFilter}, a NaN is nothing seen.
 */
final class HmmPass {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    /** Two of them can be multiplied. */
    private static final double TINY = 1e-100;

    private final double[] x;
    private final int states;
    private final double[] densities;
    private final double[] forward;
    private final double[] scales;

    private final double[] shares;

    private final double[] moves;

    HmmPass(double[] x, int states) {
        this.x = x;
        this.states = states;
        densities = new double[x.length * states];
        forward = new double[x.length * states];
        shares = new double[x.length * states];
        scales = new double[x.length];
        moves = new double[states * states];
    }

    /** For densities that are handed in. */
    HmmPass(int size, int states) {
        this(new double[size], states);
    }

    /** @throws IllegalArgumentException with a sentence, when the numbers cannot come from the model */
    static HmmPass of(GaussianHmm model, double[] x) {
        int k = model.states();
        HmmPass pass = new HmmPass(x, k);
        double[] transition = new double[k * k];
        for (int i = 0; i < k; i++) {
            System.arraycopy(model.transition()[i], 0, transition, i * k, k);
        }
        if (Double.isNaN(pass.run(model.initial(), transition, model.means(), model.variances()))) {
            throw new IllegalArgumentException(GaussianHmm.CANNOT_BE);
        }
        return pass;
    }

    /** The chance of a state at a time, after {@link #run}. */
    double share(int t, int state) {
        return shares[t * states + state];
    }

    /** Expected moves, after {@link #run}. */
    double moves(int from, int to) {
        return moves[from * states + to];
    }

    double[][] smoothed() {
        double[][] columns = new double[states][x.length];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < states; i++) {
                columns[i][t] = shares[t * states + i];
            }
        }
        return columns;
    }

    /** The logarithm of the likelihood; NaN where the numbers cannot come from these states. */
    double run(double[] initial, double[] transition, double[] means, double[] variances) {
        double log = densities(means, variances) + forward(initial, transition);
        if (!Double.isNaN(log)) {
            backward(transition);
        }
        return log;
    }

    /** As above, where each state has a density of its own kind; {@code logDensities} by time and state. */
    double run(double[] initial, double[] transition, double[][] logDensities) {
        double sum = 0;
        for (int t = 0; t < logDensities.length; t++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (double log : logDensities[t]) {
                highest = Math.max(highest, log);
            }
            for (int i = 0; i < states; i++) {
                densities[t * states + i] = Math.exp(logDensities[t][i] - highest);
            }
            sum += highest;
        }
        double log = sum + forward(initial, transition);
        if (!Double.isNaN(log)) {
            backward(transition);
        }
        return log;
    }

    private double densities(double[] means, double[] variances) {
        double[] half = new double[states];
        double[] constant = new double[states];
        for (int i = 0; i < states; i++) {
            half[i] = -0.5 / variances[i];
            constant[i] = -0.5 * (LOG_TWO_PI + Math.log(variances[i]));
        }
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            int at = t * states;
            if (Double.isNaN(x[t])) {
                Arrays.fill(densities, at, at + states, 1);
                continue;
            }
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < states; i++) {
                double distance = x[t] - means[i];
                double log = constant[i] + half[i] * distance * distance;
                densities[at + i] = log;
                highest = Math.max(highest, log);
            }
            for (int i = 0; i < states; i++) {
                double less = densities[at + i] - highest;
                densities[at + i] = less == 0 ? 1 : Math.exp(less);
            }
            sum += highest;
        }
        return sum;
    }

    private double forward(double[] initial, double[] transition) {
        double log = 0;
        double product = 1;
        for (int t = 0; t < x.length; t++) {
            int at = t * states;
            double total = 0;
            for (int j = 0; j < states; j++) {
                double reach = 0;
                if (t == 0) {
                    reach = initial[j];
                } else {
                    for (int i = 0; i < states; i++) {
                        reach += forward[at - states + i] * transition[i * states + j];
                    }
                }
                double value = reach * densities[at + j];
                forward[at + j] = value;
                total += value;
            }
            if (!(total > 0)) {
                return Double.NaN;
            }
            double inverse = 1 / total;
            for (int j = 0; j < states; j++) {
                forward[at + j] *= inverse;
            }
            scales[t] = inverse;
            // A logarithm of many scales at once, while their product stays in the range of doubles; they are at most
            // 1.
            if (total < TINY) {
                log += Math.log(total);
            } else {
                product *= total;
                if (product < TINY) {
                    log += Math.log(product);
                    product = 1;
                }
            }
        }
        return log + Math.log(product);
    }

    private void backward(double[] transition) {
        Arrays.fill(moves, 0);
        double[] after = new double[states];
        double[] weighed = new double[states];
        Arrays.fill(after, 1);
        int last = (x.length - 1) * states;
        System.arraycopy(forward, last, shares, last, states);
        for (int t = x.length - 2; t >= 0; t--) {
            int at = t * states;
            double scale = scales[t + 1];
            for (int j = 0; j < states; j++) {
                weighed[j] = after[j] * densities[at + states + j] * scale;
            }
            for (int i = 0; i < states; i++) {
                double here = forward[at + i];
                double sum = 0;
                for (int j = 0; j < states; j++) {
                    double step = transition[i * states + j] * weighed[j];
                    moves[i * states + j] += here * step;
                    sum += step;
                }
                after[i] = sum;
                shares[at + i] = here * sum;
            }
        }
    }
}
