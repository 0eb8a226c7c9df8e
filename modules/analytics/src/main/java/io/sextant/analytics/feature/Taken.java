package io.sextant.analytics.feature;

import java.util.Set;
import java.util.function.DoubleSupplier;

/** What comes from outside with each bar. */
final class Taken extends Node {

    private final DoubleSupplier told;

    Taken(String name, Set<DataNeed> needs, DoubleSupplier told) {
        super(name, 1, needs);
        this.told = told;
    }

    @Override
    boolean looksAtTheBar() {
        return true;
    }

    @Override
    void step() {
        value = told.getAsDouble();
    }
}
