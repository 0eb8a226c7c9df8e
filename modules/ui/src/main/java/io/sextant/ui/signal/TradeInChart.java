package io.sextant.ui.signal;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;

/**
 * The reader wants to see a trade of a backtest in the chart, with its entry and its exit marked. The chart listens from when the window opens:
 * it may be hidden when the signal comes.
 *
 * @param entered by which side it was opened; the other closed it
 * @param units above nought
 */
public record TradeInChart(
        InstrumentId instrument,
        Timeframe timeframe,
        Side entered,
        double units,
        long entryNanos,
        double entryPrice,
        long exitNanos,
        double exitPrice) {

    public TradeInChart {
        if (exitNanos < entryNanos) {
            throw new IllegalArgumentException("a trade ends after it began");
        }
    }
}
