package io.sextant.engine.backtest;

/**
 * A position, or a part of it, from its opening to its end.
 *
 * @param units below zero where it was short
 * @param entryBar counted from 0
 * @param entryPrice the mean of what it was taken at
 * @param commission of both sides
 */
public record BacktestTrade(
        int instrument,
        double units,
        int entryBar,
        int exitBar,
        double entryPrice,
        double exitPrice,
        double commission,
        String entryReason,
        String exitReason) {

    /** After commissions. */
    public double profit() {
        return units * (exitPrice - entryPrice) - commission;
    }

    /** Of what was put in. */
    public double returnShare() {
        return profit() / (Math.abs(units) * entryPrice);
    }
}
