package io.sextant.engine.backtest;

/**
 * A position from its opening to its end.
 *
 * @param units below zero where it was short
 * @param entryBar counted from 0
 * @param commission of both sides
 */
public record BacktestTrade(
        double units, int entryBar, int exitBar, double entryPrice, double exitPrice, double commission) {

    /** After commissions. */
    public double profit() {
        return units * (exitPrice - entryPrice) - commission;
    }

    /** Of what was put in. */
    public double returnShare() {
        return profit() / (Math.abs(units) * entryPrice);
    }
}
