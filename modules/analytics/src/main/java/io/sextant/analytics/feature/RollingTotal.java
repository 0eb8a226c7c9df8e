package io.sextant.analytics.feature;

/** Sum of a window, or its mean. */
final class RollingTotal extends Node {

    private final Node source;
    private final Window window;
    private final double divisor;
    private double sum;

    RollingTotal(String formula, Node source, int bars, boolean mean) {
        super(formula, source, bars - 1);
        this.source = source;
        window = new Window(bars);
        divisor = mean ? bars : 1;
    }

    @Override
    void step() {
        next(source.value);
    }

    @Override
    void stepAll(int steps, double[][] in, double[] out) {
        for (int i = 0; i < steps; i++) {
            next(in[0][i]);
            out[i] = value;
        }
    }

    private void next(double next) {
        double oldest = window.replace(next);
        if (window.isRound()) {
            sum = 0;
            for (int age = window.size() - 1; age >= 0; age--) {
                sum += window.getOrZero(age);
            }
        } else {
            sum += (Double.isNaN(next) ? 0 : next) - oldest;
        }
        value = window.isWhole() ? sum / divisor : Double.NaN;
    }
}
