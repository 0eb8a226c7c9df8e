package io.sextant.engine.strategy;

import io.sextant.domain.market.Timeframe;

/** When the bars begin and end of which a strategy hears. */
public interface BarClock {

    /** When the bar began that holds this moment; the moment is never before one that was asked for earlier. */
    long startOf(int instrument, long nanos);

    long endOf(int instrument, long nanos);

    /** Whether an order that is sent now can trade at the price that was heard last; where it cannot, it is not sent by that price. */
    default boolean tradesNow(int instrument, long nowNanos) {
        return true;
    }

    static BarClock of(Timeframe timeframe) {
        return new BarClock() {
            @Override
            public long startOf(int instrument, long nanos) {
                return timeframe.startOf(nanos);
            }

            @Override
            public long endOf(int instrument, long nanos) {
                return timeframe.nextStart(timeframe.startOf(nanos));
            }
        };
    }
}
