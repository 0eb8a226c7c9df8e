package io.sextant.ui.chart.style;

/** Takes bars in time order; one with the time of the last replaces it. */
@FunctionalInterface
public interface BarSink {

    void put(long openTimeNanos, double open, double high, double low, double close, double volume);
}
