package io.sextant.ui.chart;

/** A headline as the chart shows it: a mark at its time that tells it under the mouse. */
public record NewsMark(long timeNanos, String text) {}
