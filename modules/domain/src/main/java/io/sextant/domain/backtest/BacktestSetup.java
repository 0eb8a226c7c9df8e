package io.sextant.domain.backtest;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that decides what a strategy would have done: the same setup on the same bars gives the same report.
 *
 * @param values of the strategy's settings; those that are not named are as usual
 * @param fromNanos the first bar opens then or later
 * @param toNanos the last bar opens before
 */
public record BacktestSetup(
        String strategy,
        Map<String, Double> values,
        List<InstrumentId> instruments,
        Timeframe timeframe,
        long fromNanos,
        long toNanos,
        double cash,
        Costs costs,
        Fill fill,
        boolean fractional) {

    /** At which prices of a bar orders trade. */
    public enum Fill {
        NEXT_OPEN,
        /** From the open over both extremes to the close, the one that hurts first. */
        BAR_PATH
    }

    /** In hundredths of a percent. */
    public record Costs(double commissionBps, double spreadBps, double slippageBps) {

        public Costs {
            if (!(commissionBps >= 0 && spreadBps >= 0 && slippageBps >= 0)) {
                throw new IllegalArgumentException("costs are never below nought");
            }
        }
    }

    public BacktestSetup {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        instruments = List.copyOf(instruments);
        if (instruments.isEmpty()) {
            throw new IllegalArgumentException("a strategy is tested on at least one instrument");
        }
        if (fromNanos >= toNanos) {
            throw new IllegalArgumentException("a stretch ends after it begins");
        }
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new IllegalArgumentException("there is some cash to begin with, not " + cash);
        }
    }

    public BacktestSetup until(long newToNanos) {
        return new BacktestSetup(
                strategy, values, instruments, timeframe, fromNanos, newToNanos, cash, costs, fill, fractional);
    }

    public BacktestSetup withValues(Map<String, Double> newValues) {
        return new BacktestSetup(
                strategy, newValues, instruments, timeframe, fromNanos, toNanos, cash, costs, fill, fractional);
    }
}
