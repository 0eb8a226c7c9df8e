package io.sextant.engine.strategy;

/**
 * From a share of the equity to lots: 0.9999 of the share over the price with the commission, rounded down. The rest stays in cash, so that
 * a price of a hair more still fills.
 *
 * @param commissionShare of the notional, that a fill will cost at most
 * @param stepLots sizes are whole multiples of these
 */
public record Sizing(double commissionShare, long stepLots) {

    private static final double INVESTED = 0.9999;

    /** A position whose share of the equity is this near to the wish stays: turning it over would only cost. */
    private static final double NEAR = 0.01;

    /** Lots for a share of the equity, without its sign. */
    public long lots(Grid grid, double equity, double share, double price) {
        double worth = price * grid.multiplier();
        double units = INVESTED * equity * Math.abs(share) / (worth * (1 + commissionShare));
        double steps = Math.floor(units * (grid.lotsPerUnit() / stepLots));
        if (!(steps > 0)) {
            return 0;
        }
        return Math.multiplyExact((long) steps, stepLots);
    }

    /** Whether what is held is as near to the share that is wished as one step or one percent of the equity. */
    public boolean isNear(Grid grid, double equity, double share, double price, long heldLots) {
        double worth = price * grid.multiplier();
        double held = grid.units(heldLots) * worth / equity;
        double step = grid.units(stepLots) * worth / equity;
        return Math.abs(held - share) <= Math.max(NEAR, step);
    }
}
