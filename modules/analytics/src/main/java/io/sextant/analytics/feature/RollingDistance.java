package io.sextant.analytics.feature;

/** Mean absolute distance of a window's numbers from their mean. */
final class RollingDistance extends Node {

    private final Node source;
    private final Window window;

    RollingDistance(String formula, Node source, int bars) {
        super(formula, source, bars - 1);
        this.source = source;
        window = new Window(bars);
    }

    @Override
    void step() {
        window.replace(source.value);
        value = window.isWhole() ? window.meanDistance() : Double.NaN;
    }
}
