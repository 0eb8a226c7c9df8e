package io.sextant.ui.chart.style;

/** How bars are drawn, or what is made of them first. */
public enum ChartStyle {
    CANDLES,
    BARS,
    LINE,
    HEIKIN_ASHI,
    RENKO;

    /** Whether other bars are made of the market's own before anything is drawn. */
    public boolean makesBars() {
        return this == HEIKIN_ASHI || this == RENKO;
    }
}
