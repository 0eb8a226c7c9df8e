package io.sextant.analytics.estimation;

/**
 * Polynomials and starting state of an ARMA process at a point, and how they move with its coordinates: inverse hyperbolic tangents of the
 * partial autocorrelations of both autoregressions, and the moving averages as they are. These slopes are central differences: none of it is
 * as long as the series, and in these coordinates all of it is smooth.
 */
final class ArmaModel {

    /** The cube root of the smallest relative difference of doubles. */
    private static final double STEP = 6e-6;

    /** Beyond it the hyperbolic tangent is 1 but for rounding. */
    private static final double FAR = 12;

    final int terms;
    final int states;
    final double[] ar;
    final double[] ma;
    final double[] gain;
    double variance;
    final double[][] arSlopes;
    final double[][] maSlopes;
    final double[][] gainSlopes;
    final double[] varianceSlopes;
    private final ArimaOrder order;
    private final ArmaStart start;
    private final double[] moved;
    private final double[] coefficients;
    private final double[] scratch;
    private final double[] otherAr;
    private final double[] otherMa;
    private final double[] otherGain;

    ArmaModel(ArimaOrder order) {
        this.order = order;
        terms = order.terms();
        ar = new double[order.arLags()];
        ma = new double[order.maLags()];
        start = new ArmaStart(ar.length, ma.length);
        states = start.gain.length;
        gain = new double[states];
        arSlopes = new double[terms][ar.length];
        maSlopes = new double[terms][ma.length];
        gainSlopes = new double[terms][states];
        varianceSlopes = new double[terms];
        moved = new double[terms];
        coefficients = new double[terms];
        scratch = new double[terms];
        otherAr = new double[ar.length];
        otherMa = new double[ma.length];
        otherGain = new double[states];
    }

    /** False where the process is not stationary but for rounding. */
    boolean at(double[] point) {
        if (!place(point, ar, ma)) {
            return false;
        }
        System.arraycopy(start.gain, 0, gain, 0, states);
        variance = start.variance;
        System.arraycopy(point, 0, moved, 0, terms);
        for (int k = 0; k < terms; k++) {
            double width = STEP * Math.max(1, Math.abs(point[k]));
            moved[k] = point[k] + width;
            double above = moved[k];
            boolean known = place(moved, otherAr, otherMa);
            System.arraycopy(otherAr, 0, arSlopes[k], 0, ar.length);
            System.arraycopy(otherMa, 0, maSlopes[k], 0, ma.length);
            System.arraycopy(start.gain, 0, gainSlopes[k], 0, states);
            double higher = start.variance;
            moved[k] = point[k] - width;
            double share = 1 / (above - moved[k]);
            known &= place(moved, otherAr, otherMa);
            moved[k] = point[k];
            System.arraycopy(start.gain, 0, otherGain, 0, states);
            slope(arSlopes[k], otherAr, share);
            slope(maSlopes[k], otherMa, share);
            slope(gainSlopes[k], otherGain, share);
            varianceSlopes[k] = (higher - start.variance) * share;
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private static void slope(double[] above, double[] below, double share) {
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) * share;
        }
    }

    private boolean place(double[] point, double[] toAr, double[] toMa) {
        toCoefficients(point, coefficients);
        int p = order.p();
        int q = order.q();
        int seasonalMa = p + q + order.seasonalP();
        ArmaPolynomials.multiply(coefficients, 0, p, p + q, order.seasonalP(), order.period(), -1, toAr);
        ArmaPolynomials.multiply(coefficients, p, q, seasonalMa, order.seasonalQ(), order.period(), 1, toMa);
        return start.of(toAr, toMa);
    }

    /** Whether any parameter moves that lag. */
    boolean isArLag(int lag) {
        return isLag(arSlopes, lag - 1);
    }

    boolean isMaLag(int lag) {
        return isLag(maSlopes, lag - 1);
    }

    private boolean isLag(double[][] slopes, int i) {
        for (int k = 0; k < terms; k++) {
            if (slopes[k][i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** ar, ma, sar, sma at a point. */
    void toCoefficients(double[] point, double[] x) {
        System.arraycopy(point, 0, x, 0, x.length);
        bound(x, 0, order.p());
        bound(x, order.p() + order.q(), order.seasonalP());
    }

    private void bound(double[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = Math.tanh(Math.clamp(x[i], -FAR, FAR));
        }
        ArmaPolynomials.fromPartial(x, from, count, scratch);
    }

    /** The way back, in place; false where an autoregression is not stationary. */
    boolean toCoordinates(double[] x) {
        return unbound(x, 0, order.p()) && unbound(x, order.p() + order.q(), order.seasonalP());
    }

    private boolean unbound(double[] x, int from, int count) {
        if (!ArmaPolynomials.toPartial(x, from, count, scratch)) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            x[i] = 0.5 * Math.log((1 + x[i]) / (1 - x[i]));
        }
        return true;
    }
}
