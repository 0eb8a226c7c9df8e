package io.sextant.ui.chart;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorSpec;
import java.util.List;

/** The closing price itself, for the style that draws it as a line. */
record CloseValue() implements Indicator {

    private static final IndicatorKind KIND = new IndicatorKind(
            "close", IndicatorKind.Place.ON_PRICES, List.of("close"), List.of(), none -> new CloseValue(), none -> 1);

    static final Study STUDY = new Study(0, new IndicatorSpec(KIND, List.of()), 0, Study.USUAL_SHARE);

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = close;
    }

    @Override
    public CloseValue copy() {
        return this;
    }
}
