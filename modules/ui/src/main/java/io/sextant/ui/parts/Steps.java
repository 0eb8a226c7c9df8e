package io.sextant.ui.parts;

import io.sextant.domain.instrument.Instrument;
import java.math.BigDecimal;

/** Steps on a grid of ticks, lots or round numbers, never below zero. */
public final class Steps {

    private Steps() {}

    /** The next grid point above or below, {@code steps} away; a value off the grid first goes to its neighbour. */
    public static BigDecimal step(BigDecimal value, BigDecimal grid, int steps) {
        BigDecimal[] parts = value.divideAndRemainder(grid);
        BigDecimal below = parts[1].signum() < 0 ? parts[0].subtract(BigDecimal.ONE) : parts[0];
        boolean onGrid = parts[1].signum() == 0;
        BigDecimal index = onGrid || steps < 0 ? below : below.add(BigDecimal.ONE);
        int left = onGrid ? steps : steps - Integer.signum(steps);
        return index.add(BigDecimal.valueOf(left)).multiply(grid).max(BigDecimal.ZERO);
    }

    public static BigDecimal tick(Instrument instrument) {
        return BigDecimal.valueOf(
                instrument.rules().tick().units(), instrument.rules().tick().scale());
    }

    public static BigDecimal lot(Instrument instrument) {
        return BigDecimal.valueOf(
                instrument.rules().lot().units(), instrument.rules().lot().scale());
    }
}
