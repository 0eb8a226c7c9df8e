package io.sextant.engine.core;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;

/** Open, high, low and volume of one instrument since midnight UTC. */
final class DayStatistics {

    private long dayNanos = Long.MIN_VALUE;
    private long openTicks;
    private long highTicks;
    private long lowTicks;
    private long lots;

    void trade(long currentDayNanos, long priceTicks, long tradedLots) {
        if (currentDayNanos != dayNanos) {
            dayNanos = currentDayNanos;
            openTicks = priceTicks;
            highTicks = priceTicks;
            lowTicks = priceTicks;
            lots = 0;
        }
        highTicks = Math.max(highTicks, priceTicks);
        lowTicks = Math.min(lowTicks, priceTicks);
        lots += tradedLots;
    }

    boolean hasTraded() {
        return dayNanos != Long.MIN_VALUE;
    }

    long openTicks() {
        return openTicks;
    }

    long highTicks() {
        return highTicks;
    }

    long lowTicks() {
        return lowTicks;
    }

    long lots() {
        return lots;
    }

    void save(StateWriter out) {
        out.putLong(dayNanos);
        out.putLong(openTicks);
        out.putLong(highTicks);
        out.putLong(lowTicks);
        out.putLong(lots);
    }

    void load(StateReader in) {
        dayNanos = in.getLong();
        openTicks = in.getLong();
        highTicks = in.getLong();
        lowTicks = in.getLong();
        lots = in.getLong();
    }
}
