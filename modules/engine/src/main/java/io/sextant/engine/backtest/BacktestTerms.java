package io.sextant.engine.backtest;

/**
 * With what a backtest begins, how orders trade and what that costs.
 *
 * @param fractional whether parts of a unit can be held
 * @param latencyNanos how long an order takes to its venue
 * @param maintenanceShare on margin: everything is closed where the equity is less than this share of what is held; 0 where all is paid in full
 * @param delistedReturn what is left of the last close, less one, of an instrument whose bars end before those of others; NaN where it is sold
 *     at the open of its last bar like the others (Shumway 1997 found -0.30 for the exchanges of New York)
 */
public record BacktestTerms(
        double cash,
        boolean fractional,
        TradingCosts costs,
        FillModel fill,
        long latencyNanos,
        double maintenanceShare,
        double delistedReturn) {

    public BacktestTerms {
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new IllegalArgumentException("there is some cash to begin with, not " + cash);
        }
        if (latencyNanos < 0) {
            throw new IllegalArgumentException("a latency is never below nought");
        }
        if (!(maintenanceShare >= 0 && maintenanceShare < 1)) {
            throw new IllegalArgumentException("a margin is a share of what is held, not " + maintenanceShare);
        }
        if (delistedReturn < -1 || delistedReturn > 0) {
            throw new IllegalArgumentException("who is delisted loses a share from 0 to 1, not " + -delistedReturn);
        }
    }

    /** Filled at the next open, at a share of the notional as commission and no other costs. */
    public BacktestTerms(double cash, double commissionShare, boolean fractional) {
        this(cash, fractional, TradingCosts.commission(commissionShare), FillModel.NEXT_OPEN, 0, 0, Double.NaN);
    }

    public BacktestTerms withCosts(TradingCosts newCosts) {
        return new BacktestTerms(cash, fractional, newCosts, fill, latencyNanos, maintenanceShare, delistedReturn);
    }

    public BacktestTerms withFill(FillModel newFill, long newLatencyNanos) {
        return new BacktestTerms(cash, fractional, costs, newFill, newLatencyNanos, maintenanceShare, delistedReturn);
    }

    public BacktestTerms withMargin(double newMaintenanceShare) {
        return new BacktestTerms(cash, fractional, costs, fill, latencyNanos, newMaintenanceShare, delistedReturn);
    }

    public BacktestTerms withDelisting(double newDelistedReturn) {
        return new BacktestTerms(cash, fractional, costs, fill, latencyNanos, maintenanceShare, newDelistedReturn);
    }

    public boolean isOnMargin() {
        return maintenanceShare > 0;
    }
}
