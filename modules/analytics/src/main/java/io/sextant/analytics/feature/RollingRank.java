package io.sextant.analytics.feature;

/** Where the newest stands among its window: the share of the others below it, equals counted by half. */
final class RollingRank extends Node {

    private final Node source;
    private final Window window;
    private final SortedNumbers sorted;

    RollingRank(String formula, Node source, int bars) {
        super(formula, source, bars - 1);
        this.source = source;
        window = new Window(bars);
        sorted = new SortedNumbers(bars);
    }

    @Override
    void step() {
        double newest = source.value;
        boolean hadOldest = window.holds(window.size() - 1);
        double oldest = window.replace(newest);
        if (hadOldest) {
            sorted.remove(oldest);
        }
        int below = Double.isNaN(newest) ? 0 : sorted.add(newest);
        value = window.isWhole() ? rank(below) : Double.NaN;
    }

    /** The newest is equal to itself. */
    private double rank(int below) {
        return (below + sorted.countEqual(below) * 0.5 - 0.5) / (window.size() - 1);
    }
}
