package io.sextant.ui.chart.style;

/** Makes other bars of the market's own, which it gets in time order, each once when it is finished. */
public interface BarMaker {

    void finished(long openTimeNanos, double open, double high, double low, double close, double volume, BarSink sink);

    /** Shows what the bar that still forms would make, and forgets it. */
    void forming(long openTimeNanos, double open, double high, double low, double close, double volume, BarSink sink);
}
