package io.sextant.analytics.feature;

/** How two numbers move together in a window: covariance, correlation, and the slope of the first on the second. */
final class RollingPair extends Node {

    private static final double ROUNDING = 1e-24;

    private final Node first;
    private final Node second;
    private final Window ys;
    private final Window xs;
    private double anchorY;
    private double anchorX;
    private double sumY;
    private double sumX;
    private double sumYy;
    private double sumXx;
    private double sumXy;

    RollingPair(String formula, Node first, Node second, int bars) {
        super(formula, first, second, bars - 1);
        this.first = first;
        this.second = second;
        ys = new Window(bars);
        xs = new Window(bars);
    }

    @Override
    void step() {
        int oldest = ys.size() - 1;
        boolean hadOldest = ys.holds(oldest) && xs.holds(oldest);
        double y = first.value;
        double x = second.value;
        boolean missing = Double.isNaN(y) || Double.isNaN(x);
        double oldY = ys.replace(missing ? Double.NaN : y);
        double oldX = xs.replace(missing ? Double.NaN : x);
        if (ys.isRound()) {
            addUpAnew();
        } else {
            if (hadOldest) {
                add(oldY - anchorY, oldX - anchorX, -1);
            }
            if (!missing) {
                add(y - anchorY, x - anchorX, 1);
            }
        }
        value = correlation();
    }

    private void addUpAnew() {
        double totalY = 0;
        double totalX = 0;
        int count = 0;
        for (int age = ys.size() - 1; age >= 0; age--) {
            if (ys.holds(age)) {
                totalY += ys.get(age);
                totalX += xs.get(age);
                count++;
            }
        }
        anchorY = count == 0 ? 0 : totalY / count;
        anchorX = count == 0 ? 0 : totalX / count;
        sumY = 0;
        sumX = 0;
        sumYy = 0;
        sumXx = 0;
        sumXy = 0;
        for (int age = ys.size() - 1; age >= 0; age--) {
            if (ys.holds(age)) {
                add(ys.get(age) - anchorY, xs.get(age) - anchorX, 1);
            }
        }
    }

    private void add(double y, double x, double sign) {
        sumY += sign * y;
        sumX += sign * x;
        sumYy += sign * y * y;
        sumXx += sign * x * x;
        sumXy += sign * y * x;
    }

    private double correlation() {
        double varianceY = spread(sumYy, sumY, anchorY);
        double varianceX = spread(sumXx, sumX, anchorX);
        if (!(varianceY > 0) || !(varianceX > 0)) {
            return Double.NaN;
        }
        return Math.clamp(covariance() / Math.sqrt(varianceY * varianceX), -1, 1);
    }

    /** Slope of the first on the second. */
    double slope() {
        double varianceX = spread(sumXx, sumX, anchorX);
        return varianceX > 0 ? covariance() / varianceX : Double.NaN;
    }

    private double covariance() {
        int n = ys.size();
        return sumXy / n - sumY / n * (sumX / n);
    }

    private double spread(double squares, double sum, double anchor) {
        if (!ys.isWhole()) {
            return Double.NaN;
        }
        int n = ys.size();
        double shift = sum / n;
        double spread = squares / n - shift * shift;
        double mean = anchor + shift;
        return spread <= ROUNDING * mean * mean ? 0 : spread;
    }
}
