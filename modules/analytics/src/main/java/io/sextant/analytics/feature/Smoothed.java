package io.sextant.analytics.feature;

/**
 * Exponential mean: begins with its first number, is told once {@code bars} have come. A gap in the source is passed over, for
 * one missing number must not silence all that follow.
 */
final class Smoothed extends Node {

    private final Node source;
    private final double weight;
    private final int bars;
    private int count;
    private double mean;

    Smoothed(String formula, Node source, double weight, int bars) {
        super(formula, source, bars - 1);
        this.source = source;
        this.weight = weight;
        this.bars = bars;
    }

    @Override
    void step() {
        double next = source.value;
        if (!Double.isNaN(next)) {
            mean = count == 0 ? next : mean + weight * (next - mean);
            count = Math.min(count + 1, bars);
        }
        value = count < bars ? Double.NaN : mean;
    }
}
