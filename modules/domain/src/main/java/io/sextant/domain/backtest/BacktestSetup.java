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
 * @param past what a desk of then tells the strategy
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
        boolean fractional,
        Past past) {

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

    /**
     * What a desk of the past tells at each bar, had it followed the instruments then.
     *
     * @param forecasts models that it trains, measures and crowns on the way; with none it forecasts nothing
     * @param regimes whether it tells regimes
     * @param refitBars after so many bars it learns anew
     */
    public record Past(List<String> forecasts, boolean regimes, int refitBars) {

        /** As a desk does by itself. */
        public static final int REFIT_BARS_USUAL = 500;

        public static final Past NOTHING = new Past(List.of(), false, REFIT_BARS_USUAL);

        public Past {
            forecasts = List.copyOf(forecasts);
        }

        public boolean tellsNothing() {
            return forecasts.isEmpty() && !regimes;
        }
    }

    /** Of a strategy that is told bars and nothing else. */
    public BacktestSetup(
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
        this(strategy, values, instruments, timeframe, fromNanos, toNanos, cash, costs, fill, fractional, Past.NOTHING);
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
                strategy, values, instruments, timeframe, fromNanos, newToNanos, cash, costs, fill, fractional, past);
    }

    public BacktestSetup withValues(Map<String, Double> newValues) {
        return new BacktestSetup(
                strategy, newValues, instruments, timeframe, fromNanos, toNanos, cash, costs, fill, fractional, past);
    }

    public BacktestSetup withPast(Past newPast) {
        return new BacktestSetup(
                strategy, values, instruments, timeframe, fromNanos, toNanos, cash, costs, fill, fractional, newPast);
    }
}
