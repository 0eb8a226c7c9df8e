package io.sextant.ui.chart;

/** Another instrument to be drawn beside the one of the chart, in percent from the first bar in sight. */
public record Comparison(String label, int colour, CandleSeries bars) {}
