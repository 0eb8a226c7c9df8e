package io.sextant.ui.chart;

import io.sextant.domain.market.Side;

/** A fill of an order as the chart shows it: an arrow at its time and price that tells {@code text} under the mouse. */
public record FillMark(String order, long timeNanos, double price, Side side, String text) {}
