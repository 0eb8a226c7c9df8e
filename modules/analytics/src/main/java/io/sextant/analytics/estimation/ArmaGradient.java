package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * The likelihood of {@link ArmaLikelihood} with its derivatives. While the gain moves, derivatives move along with it, one vector for each
 * parameter. When it stands still one recursion backwards in time gives them all: the derivative of a sum of squares by what enters the
 * recursion at a time is its adjoint at that time. How polynomials and starting state depend on the parameters is told from outside.
 * Nothing is allocated.
 */
final class ArmaGradient {

    private static final double DEAD = 1e-15;
    private static final double SLOPE_DEAD = 1e-12;
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final int n;
    private final int terms;
    private final int states;
    private final double[] values;
    private final double[] rest;
    private final double[] adjoint;
    private final double[] gain;
    private final double[] change;
    private final double[] state;
    private final double[][] gainSlopes;
    private final double[][] changeSlopes;
    private final double[][] stateSlopes;
    private final double[] varianceSlopes;
    private final double[] squareSlopes;
    private final double[] logSlopes;
    private final int[] lags;
    private final double[] weights;
    private double variance;
    private double squares;
    private double logVariances;

    ArmaGradient(int size, ArmaModel model) {
        n = size;
        terms = model.terms;
        states = model.states;
        values = new double[n];
        rest = new double[n];
        adjoint = new double[n];
        gain = new double[states];
        change = new double[states + 1];
        state = new double[states + 1];
        gainSlopes = new double[terms][states];
        changeSlopes = new double[terms][states + 1];
        stateSlopes = new double[terms][states + 1];
        varianceSlopes = new double[terms];
        squareSlopes = new double[terms];
        logSlopes = new double[terms];
        lags = new int[states];
        weights = new double[states];
    }

    /**
     * The logarithm of the likelihood, and in {@code gradient} its derivatives.
     *
     * @param series differenced
     * @param mean taken from each value
     */
    double at(double[] series, double mean, ArmaModel model, double[] gradient) {
        for (int t = 0; t < n; t++) {
            values[t] = series[t] - mean;
        }
        begin(model);
        int from = moving(model);
        if (from < n) {
            standing(from, model);
        }
        double scale = -0.5 * n / squares;
        for (int k = 0; k < terms; k++) {
            gradient[k] = scale * squareSlopes[k] - 0.5 * logSlopes[k];
        }
        return -0.5 * (n * (LOG_TWO_PI + 1 + Math.log(squares / n)) + logVariances);
    }

    private void begin(ArmaModel model) {
        System.arraycopy(model.gain, 0, gain, 0, states);
        System.arraycopy(model.gain, 0, change, 0, states);
        Arrays.fill(state, 0);
        variance = model.variance;
        squares = 0;
        logVariances = 0;
        for (int k = 0; k < terms; k++) {
            System.arraycopy(model.gainSlopes[k], 0, gainSlopes[k], 0, states);
            System.arraycopy(model.gainSlopes[k], 0, changeSlopes[k], 0, states);
            Arrays.fill(stateSlopes[k], 0);
            varianceSlopes[k] = model.varianceSlopes[k];
            squareSlopes[k] = 0;
            logSlopes[k] = 0;
        }
    }

    /** Value by value; returns where the gain stands still, or the end. */
    private int moving(ArmaModel model) {
        double product = 1;
        int t = 0;
        boolean moves = true;
        while (t < n && moves) {
            double inverse = 1 / variance;
            double predicted = state[0];
            double surprise = values[t] - predicted;
            double head = change[0];
            double share = head * inverse;
            squares += surprise * surprise * inverse;
            product *= variance;
            if (!(product < 1e100) || product < 1e-100) {
                logVariances += Math.log(product);
                product = 1;
            }
            double steepest = 0;
            for (int k = 0; k < terms; k++) {
                steepest = Math.max(steepest, slopes(k, model, surprise, inverse));
            }
            double largest = 0;
            for (int i = 0; i < states; i++) {
                double lag = i < model.ar.length ? model.ar[i] : 0;
                double held = gain[i];
                double moved = lag * head + change[i + 1];
                state[i] = lag * predicted + state[i + 1] + held * inverse * surprise;
                double next = moved - held * share;
                change[i] = next;
                gain[i] = held - moved * share;
                largest = Math.max(largest, Math.abs(next));
            }
            variance -= head * share;
            moves = largest * largest > DEAD * variance * variance || steepest * steepest > SLOPE_DEAD;
            t++;
        }
        logVariances += Math.log(product);
        return t;
    }

    /** One step of the derivatives by one parameter, before the step itself; returns how large those of the vector are. */
    private double slopes(int k, ArmaModel model, double surprise, double inverse) {
        double[] ar = model.ar;
        double[] arSlope = model.arSlopes[k];
        double[] dGain = gainSlopes[k];
        double[] dChange = changeSlopes[k];
        double[] dState = stateSlopes[k];
        double dVariance = varianceSlopes[k];
        double predicted = state[0];
        double head = change[0];
        double share = head * inverse;
        double dPredicted = dState[0];
        double dHead = dChange[0];
        double relative = dVariance * inverse;
        double dShare = dHead * inverse - share * relative;
        double weight = surprise * inverse;
        double dWeight = -(dPredicted + surprise * relative) * inverse;
        squareSlopes[k] -= weight * (2 * dPredicted + surprise * relative);
        logSlopes[k] += relative;
        double largest = 0;
        for (int i = 0; i < states; i++) {
            double lag = 0;
            double dLag = 0;
            if (i < ar.length) {
                lag = ar[i];
                dLag = arSlope[i];
            }
            double held = gain[i];
            double dHeld = dGain[i];
            double moved = lag * head + change[i + 1];
            double dMoved = dLag * head + lag * dHead + dChange[i + 1];
            dState[i] = dLag * predicted + lag * dPredicted + dState[i + 1] + dHeld * weight + held * dWeight;
            double next = dMoved - dHeld * share - held * dShare;
            dChange[i] = next;
            dGain[i] = dHeld - dMoved * share - moved * dShare;
            largest = Math.max(largest, Math.abs(next));
        }
        varianceSlopes[k] = dVariance - dHead * share - head * dShare;
        return largest;
    }

    private void standing(int from, ArmaModel model) {
        int size = n - from;
        boolean itself = Math.abs(variance - 1) < 1e-7;
        if (itself) {
            variance = 1;
            Arrays.fill(varianceSlopes, 0);
        }
        int count = 0;
        for (int i = 0; i < states; i++) {
            double own = i < model.ma.length ? model.ma[i] : 0;
            double weight = itself ? own : gain[i] / variance - (i < model.ar.length ? model.ar[i] : 0);
            if (weight != 0) {
                lags[count] = i + 1;
                weights[count++] = weight;
            }
        }
        forwards(from, size, model, count);
        double sum = 0;
        for (int t = 0; t < size; t++) {
            sum += rest[t] * rest[t];
        }
        backwards(size, count);
        squares += sum / variance;
        logVariances += size * Math.log(variance);
        for (int k = 0; k < terms; k++) {
            double relative = varianceSlopes[k] / variance;
            squareSlopes[k] -= sum / variance * relative;
            logSlopes[k] += size * relative;
        }
        double scale = 2 / variance;
        for (int k = 0; k < terms; k++) {
            double ofState = 0;
            for (int t = 0; t < Math.min(states, size); t++) {
                ofState += adjoint[t] * stateSlopes[k][t];
            }
            squareSlopes[k] -= scale * ofState;
        }
        for (int lag = 1; lag <= model.ar.length; lag++) {
            if (model.isArLag(lag)) {
                double product = product(values, from, lag, size);
                for (int k = 0; k < terms; k++) {
                    squareSlopes[k] -= scale * product * model.arSlopes[k][lag - 1];
                }
            }
        }
        for (int lag = 1; lag <= (itself ? model.ma.length : states); lag++) {
            if (!itself || model.isMaLag(lag)) {
                double product = product(rest, 0, lag, size);
                for (int k = 0; k < terms; k++) {
                    double slope = itself ? model.maSlopes[k][lag - 1] : weightSlope(k, lag - 1, model);
                    squareSlopes[k] -= scale * product * slope;
                }
            }
        }
    }

    private double weightSlope(int k, int i, ArmaModel model) {
        double ofGain = (gainSlopes[k][i] - gain[i] * varianceSlopes[k] / variance) / variance;
        return i < model.ar.length ? ofGain - model.arSlopes[k][i] : ofGain;
    }

    private double product(double[] of, int from, int lag, int size) {
        double even = 0;
        double odd = 0;
        int t = lag;
        for (; t + 1 < size; t += 2) {
            even += adjoint[t] * of[from + t - lag];
            odd += adjoint[t + 1] * of[from + t + 1 - lag];
        }
        return t < size ? even + odd + adjoint[t] * of[from + t - lag] : even + odd;
    }

    private void forwards(int from, int size, ArmaModel model, int count) {
        System.arraycopy(values, from, rest, 0, size);
        for (int lag = 1; lag <= model.ar.length; lag++) {
            double weight = model.ar[lag - 1];
            if (weight != 0) {
                for (int t = lag; t < size; t++) {
                    rest[t] -= weight * values[from + t - lag];
                }
            }
        }
        for (int t = 0; t < Math.min(states, size); t++) {
            rest[t] -= state[t];
        }
        MovingAverage.forwards(rest, size, lags, weights, count);
    }

    private void backwards(int size, int count) {
        System.arraycopy(rest, 0, adjoint, 0, size);
        MovingAverage.backwards(adjoint, size, lags, weights, count);
    }
}
