package io.sextant.ui.chart;

/** Bars by index, from {@link #firstIndex()}, which may be below zero, up to {@link #endIndex()}. */
interface IndexedBars {

    int firstIndex();

    int endIndex();

    long openTimeNanos(int index);

    double open(int index);

    double high(int index);

    double low(int index);

    double close(int index);

    double volume(int index);
}
