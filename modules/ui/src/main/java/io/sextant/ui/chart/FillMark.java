package io.sextant.ui.chart;

import io.sextant.domain.market.Side;

/** A fill as the chart shows it: an arrow at its time and price that tells {@code text} under the mouse. */
public record FillMark(long timeNanos, double price, Side side, String text) {}
