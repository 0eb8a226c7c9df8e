package io.sextant.execution.gate;

import io.sextant.domain.market.Side;

/**
 * What the gate sees of the desk and the market, by the instrument's index in the catalog. Prices are ticks and zero where
 * there is none: the gate lets nothing trade at or below zero, so zero is never a price here.
 */
public interface GateView {

    /** Nothing more is heard of the market, so every price here is from the past. */
    boolean feedIsGone();

    long bidTicks(int instrument);

    long askTicks(int instrument);

    long lastTicks(int instrument);

    /** With its sign; a part of a lot (a fee taken from what was bought) does not count. */
    long positionLots(int instrument);

    /** Lots that working orders of this side could still trade. */
    long workingLots(int instrument, Side side);

    /** The same lots, each times its order's limit. */
    long workingTickLots(int instrument, Side side);

    /**
     * Ledger units of the instrument's quote currency that nothing lays claim to: cash (with the open profit of futures)
     * less what {@link BuyingPower#tiedUnits(int, GateView)} says for every instrument of that currency.
     */
    long freeFundsUnits(int instrument);

    int workingOrders();
}
