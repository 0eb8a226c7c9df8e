package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.venue.VenueTrust;

/**
 * What the gate sees of the desk and the market, by the instrument's index in the catalog. Prices are ticks and zero where
 * there is none: the gate lets nothing trade at or below zero, so zero is never a price here.
 */
public interface GateView {

    /** Market time. */
    long nowNanos();

    /** Nothing more is heard of the market, so every price here is from the past. */
    boolean feedIsGone();

    /** The same where each of several venues has a feed of its own. */
    default boolean feedIsGone(int instrument) {
        return feedIsGone();
    }

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

    /** Market time at which the newest price of the instrument was heard, zero when none was. */
    long priceNanos(int instrument);

    /** How far the market's own times and ours are apart. */
    long clockSkewNanos();

    /**
     * Worth of all positions in ledger units of the reporting currency, each as large as its working orders could make it, whichever
     * way it points.
     */
    long grossExposureUnits();

    /** An amount of the instrument's quote currency in ledger units of the reporting currency. */
    long reportedUnits(int instrument, long units);

    long equityUnits();

    /** How large all positions together may be in percent of the equity, by the regime; {@link ExposureCap#OFF} where that restrains nothing. */
    int exposureCapPercent();

    /** How much of the limits of orders, positions and losses counts, by the regime: 100 is all of them. */
    int limitPercent();

    /** Of the UTC day; negative is a profit. */
    long dayLossUnits();

    /** Below the best equity of the session. */
    long drawdownUnits();

    /** The limit of our own resting order of this side that another of ours would meet first, zero when none rests. */
    long ownRestingTicks(int instrument, Side side);

    /** The worst price that so many lots would reach in the visible book, zero when it does not hold as many. */
    long reachTicks(int instrument, Side side, long lots);

    /** How far our books agree with the venue's. */
    VenueTrust venueTrust();

    /** Why they do not, as a sentence; empty while they do. */
    String venueReason();

    /** The same of the venue that this instrument is traded at. */
    default VenueTrust venueTrust(int instrument) {
        return venueTrust();
    }

    default String venueReason(int instrument) {
        return venueReason();
    }

    /** What working children of a parent order could still trade. */
    long workingChildLots(long parent);

    /** The same of its children in one instrument. */
    default long workingChildLots(long parent, int instrument) {
        return workingChildLots(parent);
    }
}
