package io.sextant.ui.chart;

/** Bars that open in {@code [fromNanos, toNanos)} stand on a band; the text tells of it under the mouse. */
public record TimeBand(long fromNanos, long toNanos, String text) {}
