package io.sextant.analytics.orderflow;

/**
 * What trades say as they come: volume by taker, weighted price, the spread that bounces imply (Roll 1984), and the price that a unit of
 * signed volume moves (Kyle 1985).
 */
public final class TradeFlow {

    private final LinearFit bounce = new LinearFit();
    private final LinearFit impact = new LinearFit();
    private double priceBefore = Double.NaN;
    private double moveBefore = Double.NaN;
    private long trades;
    private double buys;
    private double sells;
    private double volume;
    private double turnover;

    /** @param sign 1 when the taker bought, -1 when he sold, 0 when nobody knows: it then counts for neither */
    public void trade(int sign, double price, double quantity) {
        trades++;
        volume += quantity;
        turnover += price * quantity;
        if (sign > 0) {
            buys += quantity;
        } else if (sign < 0) {
            sells += quantity;
        }
        double move = price - priceBefore;
        priceBefore = price;
        if (Double.isNaN(move)) {
            return;
        }
        impact.add(sign * quantity, move);
        if (!Double.isNaN(moveBefore)) {
            bounce.add(moveBefore, move);
        }
        moveBefore = move;
    }

    public long trades() {
        return trades;
    }

    public double volume() {
        return volume;
    }

    public double buyVolume() {
        return buys;
    }

    public double sellVolume() {
        return sells;
    }

    /** Cumulative volume delta: bought less sold by takers. */
    public double delta() {
        return buys - sells;
    }

    public double weightedPrice() {
        return turnover / volume;
    }

    /** Covariance of neighbouring moves. */
    public double bounceCovariance() {
        return bounce.covariance();
    }

    /** 2 sqrt(-cov) of neighbouring moves; NaN where they do not bounce. */
    public double rollSpread() {
        return 2 * Math.sqrt(-bounce.covariance());
    }

    /** Kyle's lambda: slope of a move on the signed quantity of its trade, with an intercept. */
    public double kyleLambda() {
        return impact.slope();
    }
}
