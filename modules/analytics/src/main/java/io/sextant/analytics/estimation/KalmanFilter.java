package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * What is known of a hidden state while it moves and is seen through noise (Kalman 1960):
 * s_t = T s_{t-1} + w_t with Var w = Q, and y_t = z's_t + v_t with Var v = h. Several numbers seen at once come one after another,
 * which needs no inverse (Durbin and Koopman 2012, 6.4) as long as their noises are independent. The covariance is updated in
 * Joseph's form, which keeps it positive. Matrices are rows behind rows. Allocates nothing after it is made.
 */
public final class KalmanFilter {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final int size;
    private final double[] transition;
    private final double[] noise;
    private final double[] state;
    private final double[] covariance;
    private final double[] work;
    private final double[] gain;
    private double innovation = Double.NaN;
    private double innovationVariance = Double.NaN;
    private double logLikelihood;

    /**
     * @param state what is known before the first step
     * @param covariance how well; large numbers on its diagonal where nothing is known
     */
    public KalmanFilter(double[] transition, double[] noise, double[] state, double[] covariance) {
        size = state.length;
        if (transition.length != size * size || noise.length != size * size || covariance.length != size * size) {
            throw new IllegalArgumentException("a state of " + size + " takes matrices of " + size * size);
        }
        this.transition = transition.clone();
        this.noise = noise.clone();
        this.state = state.clone();
        this.covariance = covariance.clone();
        work = new double[size * size];
        gain = new double[size];
    }

    /** A state that stays but for its noise: as many numbers as {@code variances}, of which nothing is known. */
    public static KalmanFilter ofWandering(double[] variances, double unknown) {
        int n = variances.length;
        double[] same = new double[n * n];
        double[] noise = new double[n * n];
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            same[i * n + i] = 1;
            noise[i * n + i] = variances[i];
            covariance[i * n + i] = unknown;
        }
        return new KalmanFilter(same, noise, new double[n], covariance);
    }

    /** Lets the state move one step: s = T s, P = T P T' + Q. */
    public void predict() {
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += transition[i * size + k] * state[k];
            }
            gain[i] = sum;
        }
        System.arraycopy(gain, 0, state, 0, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += transition[i * size + k] * covariance[k * size + j];
                }
                work[i * size + j] = sum;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = noise[i * size + j];
                for (int k = 0; k < size; k++) {
                    sum += work[i * size + k] * transition[j * size + k];
                }
                covariance[i * size + j] = sum;
                covariance[j * size + i] = sum;
            }
        }
    }

    /** Takes what was seen; a NaN is nothing seen and changes nothing. */
    public void update(double[] design, double seen, double variance) {
        if (Double.isNaN(seen)) {
            innovation = Double.NaN;
            innovationVariance = Double.NaN;
            return;
        }
        double expected = 0;
        double total = variance;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += covariance[i * size + k] * design[k];
            }
            gain[i] = sum;
            expected += design[i] * state[i];
            total += design[i] * sum;
        }
        innovation = seen - expected;
        innovationVariance = total;
        logLikelihood -= 0.5 * (LOG_TWO_PI + Math.log(total) + innovation * innovation / total);
        for (int i = 0; i < size; i++) {
            gain[i] /= total;
            state[i] += gain[i] * innovation;
        }
        shrink(design, variance);
    }

    /** P = (I - g z') P (I - g z')' + g h g'. */
    private void shrink(double[] design, double variance) {
        for (int j = 0; j < size; j++) {
            double along = 0;
            for (int k = 0; k < size; k++) {
                along += design[k] * covariance[k * size + j];
            }
            for (int i = 0; i < size; i++) {
                work[i * size + j] = covariance[i * size + j] - gain[i] * along;
            }
        }
        for (int i = 0; i < size; i++) {
            double along = 0;
            for (int k = 0; k < size; k++) {
                along += work[i * size + k] * design[k];
            }
            for (int j = 0; j < size; j++) {
                covariance[i * size + j] = work[i * size + j] - along * gain[j] + gain[i] * variance * gain[j];
            }
        }
    }

    public double state(int i) {
        return state[i];
    }

    public double covariance(int i, int j) {
        return covariance[i * size + j];
    }

    /** What was seen less what was expected, NaN when nothing was seen last. */
    public double innovation() {
        return innovation;
    }

    public double innovationVariance() {
        return innovationVariance;
    }

    /** Of all that was seen. */
    public double logLikelihood() {
        return logLikelihood;
    }

    public double[] state() {
        return Arrays.copyOf(state, size);
    }
}
