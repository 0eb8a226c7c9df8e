package io.sextant.analytics.orderflow;

/**
 * How fast trades come and who presses, with an exponential memory: each trade counts exp(-age/constant). A steady flow of r trades a second
 * has the velocity r.
 */
public final class TradeTempo {

    private static final double SECOND_NANOS = 1e9;

    private final double constantSeconds;
    private final Decay trades;
    private final Decay buys;
    private final Decay sells;

    /** @param constantNanos how old a trade is that counts 1/e */
    public TradeTempo(long constantNanos) {
        constantSeconds = constantNanos / SECOND_NANOS;
        trades = new Decay(constantNanos);
        buys = new Decay(constantNanos);
        sells = new Decay(constantNanos);
    }

    /** @param sign 1 when the taker bought, -1 when he sold, 0 when nobody knows */
    public void trade(long timeNanos, int sign, double quantity) {
        trades.add(timeNanos, 1);
        if (sign > 0) {
            buys.add(timeNanos, quantity);
        } else if (sign < 0) {
            sells.add(timeNanos, quantity);
        }
    }

    /** (bought - sold)/(bought + sold), -1 to 1; NaN before a trade whose taker is known. */
    public double imbalance(long nowNanos) {
        double bought = buys.at(nowNanos);
        double sold = sells.at(nowNanos);
        return (bought - sold) / (bought + sold);
    }

    /** Trades a second. */
    public double tradesPerSecond(long nowNanos) {
        return trades.at(nowNanos) / constantSeconds;
    }

    /** Quantity a second whose taker is known. */
    public double volumePerSecond(long nowNanos) {
        return (buys.at(nowNanos) + sells.at(nowNanos)) / constantSeconds;
    }
}
