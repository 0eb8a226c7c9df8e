package io.sextant.engine.backtest;

/**
 * With what a backtest begins and what trading costs.
 *
 * @param commissionShare of the notional, on each side
 * @param fractional whether parts of a unit can be held
 */
public record BacktestTerms(double cash, double commissionShare, boolean fractional) {

    public BacktestTerms {
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new IllegalArgumentException("there is some cash to begin with, not " + cash);
        }
        if (!(commissionShare >= 0 && commissionShare < 1)) {
            throw new IllegalArgumentException(
                    "a commission is a share of the notional from 0 to below 1, not " + commissionShare);
        }
    }
}
