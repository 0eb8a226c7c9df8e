package io.sextant.analytics.feature;

/** The straight line through a window by least squares: its slope a bar, how well it fits, and how far off the newest is. */
final class RollingLine extends Node {

    private static final double ROUNDING = 1e-24;

    private final Node source;
    private final Window window;
    private double anchor;
    private double sum;
    private double squares;
    /** Sum of each distance times its place, the newest standing at the highest. */
    private double placed;

    RollingLine(String formula, Node source, int bars) {
        super(formula, source, bars - 1);
        this.source = source;
        window = new Window(bars);
    }

    @Override
    void step() {
        int last = window.size() - 1;
        double next = source.value;
        boolean hadOldest = window.holds(last);
        double oldest = window.replace(next);
        if (window.isRound()) {
            addUpAnew();
        } else {
            if (hadOldest) {
                double gone = oldest - anchor;
                sum -= gone;
                squares -= gone * gone;
            }
            placed -= sum;
            if (!Double.isNaN(next)) {
                double come = next - anchor;
                sum += come;
                squares += come * come;
                placed += come * last;
            }
        }
        value = window.isWhole() ? slope() : Double.NaN;
    }

    private void addUpAnew() {
        int n = window.size();
        double total = 0;
        int count = 0;
        for (int age = n - 1; age >= 0; age--) {
            if (window.holds(age)) {
                total += window.get(age);
                count++;
            }
        }
        anchor = count == 0 ? 0 : total / count;
        sum = 0;
        squares = 0;
        placed = 0;
        for (int age = n - 1; age >= 0; age--) {
            if (window.holds(age)) {
                double distance = window.get(age) - anchor;
                sum += distance;
                squares += distance * distance;
                placed += distance * (n - 1 - age);
            }
        }
    }

    private double slope() {
        return covariance() / placeVariance();
    }

    /** Share of the variance that the line explains; NaN where nothing varies. */
    double fit() {
        if (!window.isWhole()) {
            return Double.NaN;
        }
        int n = window.size();
        double mean = sum / n;
        double variance = squares / n - mean * mean;
        if (variance <= ROUNDING * (anchor + mean) * (anchor + mean)) {
            return Double.NaN;
        }
        double covariance = covariance();
        return Math.clamp(covariance * covariance / (placeVariance() * variance), 0, 1);
    }

    /** The newest number less what the line says of it. */
    double distance() {
        if (!window.isWhole()) {
            return Double.NaN;
        }
        int n = window.size();
        double onLine = anchor + sum / n + slope() * (n - 1) / 2.0;
        return window.get(0) - onLine;
    }

    private double covariance() {
        int n = window.size();
        return placed / n - sum / n * ((n - 1) / 2.0);
    }

    private double placeVariance() {
        double n = window.size();
        return (n * n - 1) / 12;
    }
}
