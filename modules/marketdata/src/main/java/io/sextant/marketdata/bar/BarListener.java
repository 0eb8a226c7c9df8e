package io.sextant.marketdata.bar;

import io.sextant.domain.market.Timeframe;

/** Hears of every bar when it is complete and will not change any more. */
@FunctionalInterface
public interface BarListener {

    void onBar(
            int instrument,
            Timeframe timeframe,
            long openTimeNanos,
            double open,
            double high,
            double low,
            double close,
            double volume);
}
