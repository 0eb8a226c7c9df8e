package io.sextant.analytics.feature;

import java.util.function.DoubleSupplier;

/** Another number of a node that computes several. */
final class Reading extends Node {

    private final DoubleSupplier told;

    Reading(String formula, Node of, int moreBars, DoubleSupplier told) {
        super(formula, of, moreBars);
        this.told = told;
    }

    @Override
    boolean isReadOff() {
        return true;
    }

    @Override
    void step() {
        value = told.getAsDouble();
    }
}
