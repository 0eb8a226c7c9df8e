package io.sextant.execution.gate;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;

/**
 * What positions and working orders lay claim to, in ledger units of the instrument's quote currency. An order needs the
 * difference between what is tied with it and without it.
 *
 * <ul>
 *   <li>Spot pairs and options are paid in full and cannot be sold short.
 *   <li>Shares are paid in full; a short ties its whole value and {@link #SHORT_MARGIN_PCT} of it on top (Regulation T), of
 *       which its sale brings in the value. Buying back ties nothing: it is paid from there.
 *   <li>A future ties {@link #FUTURE_MARGIN_PCT} of the largest exposure that the working orders of one side could lead
 *       to, which is above what exchanges ask for index futures.
 * </ul>
 *
 * Working orders also tie their fee as takers, but for what only closes a position: that is paid from what it brings or sets free, so
 * that nothing is held fast for want of cash. Each fill rounds its fee up to a ledger unit, so an order in many parts can cost
 * one unit a part more.
 */
public final class BuyingPower {

    public static final long FUTURE_MARGIN_PCT = 10;
    public static final long SHORT_MARGIN_PCT = 50;

    private static final long PERCENT = 100;

    private enum Terms {
        PAID_IN_FULL,
        SHORTABLE,
        MARGINED
    }

    private final FeeSchedule[] fees;
    private final boolean[] feeInBase;
    private final Terms[] terms;
    private final long[] moneyUnitsPerTickLot;

    public BuyingPower(InstrumentCatalog catalog) {
        fees = new FeeSchedule[catalog.size()];
        feeInBase = new boolean[catalog.size()];
        terms = new Terms[catalog.size()];
        moneyUnitsPerTickLot = new long[catalog.size()];
        for (int i = 0; i < terms.length; i++) {
            Instrument instrument = catalog.get(i);
            fees[i] = instrument.fees();
            feeInBase[i] = instrument.fees().charged() == FeeCurrency.BASE_WHEN_BUYING;
            terms[i] = termsOf(instrument);
            moneyUnitsPerTickLot[i] = instrument.moneyUnitsPerTickLot();
        }
    }

    private static Terms termsOf(Instrument instrument) {
        return switch (instrument) {
            case SpotPair _, Option _, Index _ -> Terms.PAID_IN_FULL;
            case Equity _ -> Terms.SHORTABLE;
            case Future _ -> Terms.MARGINED;
        };
    }

    public boolean isMargined(int instrument) {
        return terms[instrument] == Terms.MARGINED;
    }

    public boolean canBeSoldShort(int instrument) {
        return terms[instrument] != Terms.PAID_IN_FULL;
    }

    /** What the desk's position and working orders in one instrument tie at the market's price. */
    public long tiedUnits(int instrument, GateView view) {
        return tiedUnits(
                instrument,
                view.positionLots(instrument),
                view.workingLots(instrument, Side.BUY),
                view.workingLots(instrument, Side.SELL),
                view.workingTickLots(instrument, Side.BUY),
                view.workingTickLots(instrument, Side.SELL),
                markTicks(instrument, view));
    }

    /** Refuses with {@link ArithmeticException} what the ledger cannot count. */
    public long tiedUnits(
            int instrument,
            long positionLots,
            long workingBuyLots,
            long workingSellLots,
            long workingBuyTickLots,
            long workingSellTickLots,
            long markTicks) {
        return switch (terms[instrument]) {
            case PAID_IN_FULL ->
                sum(
                        units(instrument, workingBuyTickLots),
                        0,
                        0,
                        feeUnits(instrument, Side.BUY, workingBuyLots, workingBuyTickLots),
                        feeUnits(instrument, Side.SELL, workingSellLots, workingSellTickLots));
            case SHORTABLE -> {
                long shortLots = Math.max(0, -positionLots);
                long opening = Math.max(0, workingBuyLots - shortLots);
                long openingTickLots =
                        opening == 0 ? 0 : Decimals.multiplyDivideCeiling(workingBuyTickLots, opening, workingBuyLots);
                long newShortLots = Math.max(0, workingSellLots - Math.max(0, positionLots));
                long purchases = units(instrument, openingTickLots);
                long held = marginUnits(instrument, shortLots, markTicks, PERCENT + SHORT_MARGIN_PCT);
                long coming = marginUnits(instrument, newShortLots, markTicks, SHORT_MARGIN_PCT);
                yield sum(
                        purchases,
                        held,
                        coming,
                        openingFeeUnits(instrument, Side.BUY, positionLots, workingBuyLots, workingBuyTickLots),
                        openingFeeUnits(instrument, Side.SELL, positionLots, workingSellLots, workingSellTickLots));
            }
            case MARGINED -> {
                long longest = Math.abs(Math.addExact(positionLots, workingBuyLots));
                long shortest = Math.abs(Math.subtractExact(positionLots, workingSellLots));
                long margin = marginUnits(instrument, Math.max(longest, shortest), markTicks, FUTURE_MARGIN_PCT);
                yield sum(
                        margin,
                        0,
                        0,
                        openingFeeUnits(instrument, Side.BUY, positionLots, workingBuyLots, workingBuyTickLots),
                        openingFeeUnits(instrument, Side.SELL, positionLots, workingSellLots, workingSellTickLots));
            }
        };
    }

    /**
     * How much more is tied once working orders of one side have so many lots more, in the same order: what the other side ties
     * stays, so it is not worked out. Refuses with {@link ArithmeticException} what the ledger cannot count.
     */
    long addedUnits(
            int instrument,
            Side side,
            long positionLots,
            long workingLots,
            long workingTickLots,
            long otherSideLots,
            long addedLots,
            long addedTickLots,
            long markTicks) {
        long lots = Math.addExact(workingLots, addedLots);
        long tickLots = Math.addExact(workingTickLots, addedTickLots);
        if (terms[instrument] == Terms.MARGINED) {
            long before = worstLots(side, positionLots, workingLots, otherSideLots);
            long after = worstLots(side, positionLots, lots, otherSideLots);
            long margin = after == before
                    ? 0
                    : Math.subtractExact(
                            marginUnits(instrument, after, markTicks, FUTURE_MARGIN_PCT),
                            marginUnits(instrument, before, markTicks, FUTURE_MARGIN_PCT));
            long fee = Math.subtractExact(
                    openingFeeUnits(instrument, side, positionLots, lots, tickLots),
                    openingFeeUnits(instrument, side, positionLots, workingLots, workingTickLots));
            return Math.addExact(margin, fee);
        }
        boolean buys = side == Side.BUY;
        return Math.subtractExact(
                tiedUnits(
                        instrument,
                        positionLots,
                        buys ? lots : 0,
                        buys ? 0 : lots,
                        buys ? tickLots : 0,
                        buys ? 0 : tickLots,
                        markTicks),
                tiedUnits(
                        instrument,
                        positionLots,
                        buys ? workingLots : 0,
                        buys ? 0 : workingLots,
                        buys ? workingTickLots : 0,
                        buys ? 0 : workingTickLots,
                        markTicks));
    }

    /** The largest position, either way, that working orders of one side could lead to. */
    private static long worstLots(Side side, long positionLots, long lots, long otherSideLots) {
        long ahead = Math.abs(Math.addExact(positionLots, side == Side.BUY ? lots : otherSideLots));
        long behind = Math.abs(Math.subtractExact(positionLots, side == Side.BUY ? otherSideLots : lots));
        return Math.max(ahead, behind);
    }

    /** The market's price to the next tick above, zero where there is none. */
    static long markTicks(int instrument, GateView view) {
        return (doubledReferenceTicks(instrument, view) + 1) / 2;
    }

    /** Twice the middle of the best prices, so that it stays whole; else twice the only one, else the last trade's. */
    static long doubledReferenceTicks(int instrument, GateView view) {
        long bid = view.bidTicks(instrument);
        long ask = view.askTicks(instrument);
        if (bid > 0 && ask > 0) {
            return bid + ask;
        }
        return 2 * Math.max(0, bid > 0 ? bid : ask > 0 ? ask : view.lastTicks(instrument));
    }

    /** What so many lots are worth at the market's price, in ledger units of the quote currency. */
    public long worthUnits(int instrument, long lots, GateView view) {
        return valueUnits(instrument, lots, markTicks(instrument, view));
    }

    long valueUnits(int instrument, long lots, long priceTicks) {
        return units(instrument, Math.multiplyExact(lots, priceTicks));
    }

    /** The fee of what working orders of one side do besides closing what is held. */
    private long openingFeeUnits(int instrument, Side side, long positionLots, long lots, long tickLots) {
        long closing = Math.max(0, -side.sign() * positionLots);
        long opening = Math.max(0, lots - closing);
        long openingTickLots = opening == 0 ? 0 : Decimals.multiplyDivideCeiling(tickLots, opening, lots);
        return feeUnits(instrument, side, opening, openingTickLots);
    }

    private long feeUnits(int instrument, Side side, long lots, long tickLots) {
        boolean takenElsewhere = side == Side.SELL ? terms[instrument] == Terms.PAID_IN_FULL : feeInBase[instrument];
        if (lots == 0 || takenElsewhere) {
            return 0;
        }
        return Math.max(0, fees[instrument].feeUnits(units(instrument, tickLots), lots, false));
    }

    private long units(int instrument, long tickLots) {
        return Math.multiplyExact(tickLots, moneyUnitsPerTickLot[instrument]);
    }

    private long marginUnits(int instrument, long lots, long markTicks, long percent) {
        return Decimals.multiplyDivideCeiling(valueUnits(instrument, lots, markTicks), percent, PERCENT);
    }

    private static long sum(long a, long b, long c, long d, long e) {
        return Math.addExact(Math.addExact(Math.addExact(a, b), Math.addExact(c, d)), e);
    }
}
