package io.sextant.ui.chart;

/** Bars that open in {@code [fromNanos, toNanos)} are not to be trusted; the text says so under the mouse. */
public record DoubtBand(long fromNanos, long toNanos, String text) {}
