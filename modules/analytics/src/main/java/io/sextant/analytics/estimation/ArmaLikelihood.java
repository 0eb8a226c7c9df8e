package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * The exact Gaussian likelihood of a stationary ARMA process around a mean, by Kalman's filter in the form in which its covariance is
 * never held: Chandrasekhar's recursion (Morf, Sidhu and Kailath 1974; Melard, AS 197, 1984) moves the variance of a surprise and its gain
 * by one vector, so a step costs as many products as the state has numbers, not their square. Once that vector has died away the gain is
 * constant and what remains is the ARMA recursion itself. The variance and the mean are those that are likeliest under the other
 * parameters. Nothing is allocated by an evaluation.
 *
 * <p>R's {@code arima} gives the same number: of a differenced series, up to the millionth that its diffuse prior of 10^6 leaves.
 */
final class ArmaLikelihood {

    /** Of the variance of a surprise: a vector whose square is smaller moves it no more. */
    private static final double DEAD = 1e-15;

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final ArimaOrder order;
    private final double[] values;
    private final double shift;
    private final double regressor;
    private final int n;
    private final int states;
    private final double[] ar;
    private final double[] ma;
    private final ArmaStart start;
    private final double[] gain;
    private final double[] change;
    private final double[] state;
    private final double[] meanState;
    private final double[] surprises;
    private final double[] meanSurprises;
    private final int[] lags;
    private final double[] weights;
    private double squares;
    private double cross;
    private double meanSquares;
    private double logVariances;

    /** @param differenced what is left of the series when its differences were taken */
    ArmaLikelihood(ArimaOrder order, double[] differenced) {
        this.order = order;
        n = differenced.length;
        regressor = order.constant() ? order.regressor() : 0;
        shift = order.constant() ? Arrays.stream(differenced).average().orElse(0) : 0;
        values = Arrays.stream(differenced).map(each -> each - shift).toArray();
        ar = new double[order.arLags()];
        ma = new double[order.maLags()];
        start = new ArmaStart(ar.length, ma.length);
        states = start.gain.length;
        gain = new double[states];
        change = new double[states + 1];
        state = new double[states + 1];
        meanState = new double[states + 1];
        surprises = new double[n];
        meanSurprises = order.constant() ? new double[n] : new double[0];
        lags = new int[states];
        weights = new double[states];
    }

    int size() {
        return n;
    }

    /**
     * The logarithm of the likelihood where mean and variance are the likeliest; minus infinity where the autoregression is not stationary.
     *
     * @param x ar, ma, sar, sma, one after another
     */
    double at(double[] x) {
        if (!run(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        double rest = meanSquares > 0 ? squares - cross * cross / meanSquares : squares;
        return likelihood(rest);
    }

    /** The same with the constant given as the last of the parameters, where there is one. */
    double atConstant(double[] x) {
        if (!order.constant()) {
            return at(x);
        }
        if (!run(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        double constant = x[order.terms()] - shift / regressor;
        return likelihood(squares - constant * (2 * cross - constant * meanSquares));
    }

    /** The values, about their mean where there is a constant, that likelihoods are taken of. */
    double[] shifted() {
        return values;
    }

    /** The likeliest mean of the newest evaluation, of {@link #shifted the values as they are held}. */
    double shiftedMean() {
        return regressor * cross / meanSquares;
    }

    /** The likeliest constant of the newest evaluation. */
    double constant() {
        return cross / meanSquares + shift / regressor;
    }

    /** The variance of surprises of the newest {@link #at evaluation}. */
    double variance() {
        return (meanSquares > 0 ? squares - cross * cross / meanSquares : squares) / n;
    }

    private double likelihood(double rest) {
        return rest > 0 ? -0.5 * (n * (LOG_TWO_PI + 1 + Math.log(rest / n)) + logVariances) : Double.NEGATIVE_INFINITY;
    }

    private boolean run(double[] x) {
        int p = order.p();
        int q = order.q();
        ArmaPolynomials.multiply(x, 0, p, p + q, order.seasonalP(), order.period(), -1, ar);
        ArmaPolynomials.multiply(x, p, q, p + q + order.seasonalP(), order.seasonalQ(), order.period(), 1, ma);
        if (!start.of(ar, ma)) {
            return false;
        }
        System.arraycopy(start.gain, 0, gain, 0, states);
        System.arraycopy(start.gain, 0, change, 0, states);
        Arrays.fill(state, 0);
        Arrays.fill(meanState, 0);
        squares = 0;
        cross = 0;
        meanSquares = 0;
        logVariances = 0;
        filter();
        return Double.isFinite(squares);
    }

    /** Value by value until the gain stands still, then {@link #rest}. */
    private void filter() {
        double variance = start.variance;
        double product = 1;
        boolean withMean = order.constant();
        int reach = ar.length;
        int t = 0;
        boolean moves = true;
        while (t < n && moves) {
            double inverse = 1 / variance;
            double predicted = state[0];
            double predictedMean = meanState[0];
            double surprise = values[t] - predicted;
            double meanSurprise = regressor - predictedMean;
            squares += surprise * surprise * inverse;
            if (withMean) {
                cross += surprise * meanSurprise * inverse;
                meanSquares += meanSurprise * meanSurprise * inverse;
            }
            product *= variance;
            if (!(product < 1e100) || product < 1e-100) {
                logVariances += Math.log(product);
                product = 1;
            }
            double head = change[0];
            double share = head * inverse;
            double largest = 0;
            for (int i = 0; i < states; i++) {
                double lag = i < reach ? ar[i] : 0;
                double held = gain[i];
                double weight = held * inverse;
                double moved = lag * head + change[i + 1];
                state[i] = lag * predicted + state[i + 1] + weight * surprise;
                if (withMean) {
                    meanState[i] = lag * predictedMean + meanState[i + 1] + weight * meanSurprise;
                }
                double next = moved - held * share;
                change[i] = next;
                gain[i] = held - moved * share;
                largest = Math.max(largest, Math.abs(next));
            }
            variance -= head * share;
            moves = largest * largest > DEAD * variance * variance;
            t++;
        }
        logVariances += Math.log(product);
        if (t < n) {
            rest(t, variance);
        }
    }

    /** What follows when the gain stands still: surprises are those of the ARMA recursion with the moving average of that gain. */
    private void rest(int from, double reached) {
        int count = 0;
        // A moving average with roots outside is reached exactly and keeps its empty places; otherwise the gain is the
        // invertible one.
        boolean itself = Math.abs(reached - 1) < 1e-7;
        double variance = itself ? 1 : reached;
        for (int i = 0; i < states; i++) {
            double own = i < ma.length ? ma[i] : 0;
            double weight = itself ? own : gain[i] / variance - (i < ar.length ? ar[i] : 0);
            if (weight != 0) {
                lags[count] = i + 1;
                weights[count++] = weight;
            }
        }
        System.arraycopy(values, from, surprises, 0, n - from);
        recurse(from, values, state, surprises, count);
        double sum = 0;
        int size = n - from;
        for (int t = 0; t < size; t++) {
            sum += surprises[t] * surprises[t];
        }
        squares += sum / variance;
        logVariances += size * Math.log(variance);
        if (order.constant()) {
            Arrays.fill(meanSurprises, 0, size, regressor);
            recurseMean(from, count);
            double crossSum = 0;
            double meanSum = 0;
            for (int t = 0; t < size; t++) {
                crossSum += surprises[t] * meanSurprises[t];
                meanSum += meanSurprises[t] * meanSurprises[t];
            }
            cross += crossSum / variance;
            meanSquares += meanSum / variance;
        }
    }

    /** {@code e} holds the values from the place on and becomes their surprises; the state stands for all that was before. */
    private void recurse(int from, double[] w, double[] before, double[] e, int count) {
        int size = n - from;
        for (int lag = 1; lag <= ar.length; lag++) {
            double weight = ar[lag - 1];
            if (weight != 0) {
                for (int t = lag; t < size; t++) {
                    e[t] -= weight * w[from + t - lag];
                }
            }
        }
        settle(before, e, size, count);
    }

    private void recurseMean(int from, int count) {
        int size = n - from;
        double left = regressor;
        for (int t = 0; t < size; t++) {
            meanSurprises[t] = left;
            left -= t < ar.length ? regressor * ar[t] : 0;
        }
        settle(meanState, meanSurprises, size, count);
    }

    private void settle(double[] before, double[] e, int size, int count) {
        for (int t = 0; t < Math.min(states, size); t++) {
            e[t] -= before[t];
        }
        MovingAverage.forwards(e, size, lags, weights, count);
    }
}
