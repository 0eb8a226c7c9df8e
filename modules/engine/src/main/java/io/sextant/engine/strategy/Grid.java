package io.sextant.engine.strategy;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Decimals;

/** The numbers of one instrument between decimals, as strategies reckon, and ticks, lots and ledger units, as the engine does. */
public final class Grid {

    private final long tickUnits;
    private final double tickScale;
    private final long lotUnits;
    private final double lotScale;
    private final double moneyScale;
    private final long moneyUnitsPerTickLot;
    private final long multiplier;
    private final double lotsPerUnit;

    public Grid(Instrument instrument) {
        tickUnits = instrument.rules().tick().units();
        tickScale = Decimals.powerOfTen(instrument.rules().tick().scale());
        lotUnits = instrument.rules().lot().units();
        lotScale = Decimals.powerOfTen(instrument.rules().lot().scale());
        moneyScale = Decimals.powerOfTen(instrument.quote().scale());
        moneyUnitsPerTickLot = instrument.moneyUnitsPerTickLot();
        multiplier = instrument.multiplier();
        lotsPerUnit = lotScale / lotUnits;
    }

    public double price(long ticks) {
        return ticks * tickUnits / tickScale;
    }

    public double units(long lots) {
        return lots * lotUnits / lotScale;
    }

    public double money(long moneyUnits) {
        return moneyUnits / moneyScale;
    }

    /** In ledger units, refused with {@link ArithmeticException} where they cannot be counted. */
    public long moneyUnits(double money) {
        double units = Math.rint(money * moneyScale);
        if (!(Math.abs(units) < Long.MAX_VALUE)) {
            throw new ArithmeticException("the ledger cannot count " + money);
        }
        return (long) units;
    }

    /** Of so many lots at a price, in ledger units, with the sign of the lots. */
    public long worthUnits(long ticks, long lots) {
        return Math.multiplyExact(Math.multiplyExact(ticks, lots), moneyUnitsPerTickLot);
    }

    /** The nearest tick. */
    public long ticks(double price) {
        return Math.round(price * tickScale / tickUnits);
    }

    /** The nearest tick that is not better for us than {@code price}: above for a buyer, below for a seller. */
    public long ticksAgainst(double price, boolean buys) {
        double exact = price * tickScale / tickUnits;
        double near = Math.rint(exact);
        if (Math.abs(exact - near) <= 1e-9 * Math.max(1, near)) {
            return (long) near;
        }
        return (long) (buys ? Math.ceil(exact) : Math.max(1, Math.floor(exact)));
    }

    /** Whole lots, cut towards zero. */
    public long lots(double units) {
        return (long) (units * lotsPerUnit);
    }

    double lotsPerUnit() {
        return lotsPerUnit;
    }

    long multiplier() {
        return multiplier;
    }
}
