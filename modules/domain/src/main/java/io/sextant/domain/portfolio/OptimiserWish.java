package io.sextant.domain.portfolio;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.List;

/**
 * @param instruments all that the desk has bars of where empty
 * @param riskFree of a year
 * @param most at most so much of the money in one instrument, and with {@code shorts} so much against it
 * @param goals whose exclusions hold for every method
 */
public record OptimiserWish(
        List<InstrumentId> instruments,
        Timeframe timeframe,
        WeightMethod method,
        double riskFree,
        double most,
        boolean shorts,
        List<ReturnView> views,
        Goals goals) {

    public OptimiserWish {
        instruments = List.copyOf(instruments);
        views = List.copyOf(views);
        if (!Double.isFinite(riskFree)) {
            throw new IllegalArgumentException("a risk-free rate is a number");
        }
        if (!(most > 0 && most <= 1)) {
            throw new IllegalArgumentException("a cap lies above 0 and at most at 1, was " + most);
        }
    }
}
