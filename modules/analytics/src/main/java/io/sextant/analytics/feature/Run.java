package io.sextant.analytics.feature;

/** How many bars in a row a number has had its present sign, with that sign; 0 where it is 0. */
final class Run extends Node {

    private final Node source;
    private double length;

    Run(String formula, Node source) {
        super(formula, source, 0);
        this.source = source;
    }

    @Override
    void step() {
        double next = source.value;
        if (Double.isNaN(next)) {
            length = 0;
            value = Double.NaN;
            return;
        }
        double sign = Math.signum(next);
        length = sign != 0 && Math.signum(length) == sign ? length + sign : sign;
        value = length;
    }
}
