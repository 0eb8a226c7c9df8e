package io.sextant.analytics.indicator;

/**
 * Mean and population standard deviation of the last {@code length} values. Squares are summed around a value from the window,
 * not around zero: at a price of 60,000 and a deviation of 5 the naive sum of squares keeps no digit of it.
 */
final class RollingDeviation {

    private final double[] ring;
    private int at;
    private long count;
    private double origin;
    private double sum;
    private double squares;

    RollingDeviation(int length) {
        ring = new double[length];
    }

    private RollingDeviation(RollingDeviation from) {
        ring = from.ring.clone();
        at = from.at;
        count = from.count;
        origin = from.origin;
        sum = from.sum;
        squares = from.squares;
    }

    void next(double value) {
        if (count == 0) {
            origin = value;
        }
        if (count >= ring.length) {
            double gone = ring[at] - origin;
            sum -= gone;
            squares -= gone * gone;
        }
        double come = value - origin;
        sum += come;
        squares += come * come;
        ring[at] = value;
        count++;
        at++;
        if (at == ring.length) {
            at = 0;
            begin();
        }
    }

    double mean() {
        return isWarm() ? origin + sum / ring.length : Double.NaN;
    }

    double deviation() {
        if (!isWarm()) {
            return Double.NaN;
        }
        double mean = sum / ring.length;
        return Math.sqrt(Math.max(0, squares / ring.length - mean * mean));
    }

    RollingDeviation copy() {
        return new RollingDeviation(this);
    }

    private boolean isWarm() {
        return count >= ring.length;
    }

    private void begin() {
        double total = 0;
        for (double each : ring) {
            total += each;
        }
        origin = total / ring.length;
        sum = 0;
        squares = 0;
        for (double each : ring) {
            double off = each - origin;
            sum += off;
            squares += off * off;
        }
    }
}
