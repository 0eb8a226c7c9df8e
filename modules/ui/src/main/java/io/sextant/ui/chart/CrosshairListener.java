package io.sextant.ui.chart;

import java.util.OptionalLong;

/** Told the moment and the price under the mouse; no moment when it has left the prices. */
@FunctionalInterface
public interface CrosshairListener {

    void moved(OptionalLong timeNanos, double price);
}
