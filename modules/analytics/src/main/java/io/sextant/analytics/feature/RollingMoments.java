package io.sextant.analytics.feature;

/**
 * Deviation, skewness and excess kurtosis of a window. Powers are taken of the distance to an anchor near the mean, moved each
 * time the window comes round, because sums of squares of numbers far from zero cancel to noise.
 */
final class RollingMoments extends Node {

    /** A variance below this share of the squared size of the numbers is rounding, hence none. */
    private static final double ROUNDING = 1e-24;

    private final Node source;
    private final Window window;
    private double anchor;
    private double s1;
    private double s2;
    private double s3;
    private double s4;
    private double variance = Double.NaN;

    RollingMoments(String formula, Node source, int bars) {
        super(formula, source, bars - 1);
        this.source = source;
        window = new Window(bars);
    }

    @Override
    void step() {
        double next = source.value;
        boolean hadOldest = window.holds(window.size() - 1);
        double oldest = window.replace(next);
        if (window.isRound()) {
            addUpAnew();
        } else {
            if (hadOldest) {
                add(oldest - anchor, -1);
            }
            if (!Double.isNaN(next)) {
                add(next - anchor, 1);
            }
        }
        variance = window.isWhole() ? variance() : Double.NaN;
        value = Math.sqrt(variance);
    }

    private void addUpAnew() {
        double sum = 0;
        int count = 0;
        for (int age = window.size() - 1; age >= 0; age--) {
            if (window.holds(age)) {
                sum += window.get(age);
                count++;
            }
        }
        anchor = count == 0 ? 0 : sum / count;
        s1 = 0;
        s2 = 0;
        s3 = 0;
        s4 = 0;
        for (int age = window.size() - 1; age >= 0; age--) {
            if (window.holds(age)) {
                add(window.get(age) - anchor, 1);
            }
        }
    }

    private void add(double distance, double sign) {
        double square = distance * distance;
        s1 += sign * distance;
        s2 += sign * square;
        s3 += sign * square * distance;
        s4 += sign * square * square;
    }

    private double variance() {
        int n = window.size();
        double shift = s1 / n;
        double mean = anchor + shift;
        double spread = s2 / n - shift * shift;
        return spread <= ROUNDING * mean * mean ? 0 : spread * n / (n - 1);
    }

    /** Of the population, biased, as most libraries give it; NaN where nothing varies. */
    double skewness() {
        if (!(variance > 0)) {
            return Double.NaN;
        }
        int n = window.size();
        double m1 = s1 / n;
        double m2 = s2 / n - m1 * m1;
        double m3 = s3 / n - 3 * m1 * s2 / n + 2 * m1 * m1 * m1;
        return m3 / (m2 * Math.sqrt(m2));
    }

    /** Over that of the normal distribution. */
    double excessKurtosis() {
        if (!(variance > 0)) {
            return Double.NaN;
        }
        int n = window.size();
        double m1 = s1 / n;
        double m2 = s2 / n - m1 * m1;
        double m4 = s4 / n - 4 * m1 * s3 / n + 6 * m1 * m1 * s2 / n - 3 * m1 * m1 * m1 * m1;
        return m4 / (m2 * m2) - 3;
    }
}
