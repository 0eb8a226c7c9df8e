package io.sextant.execution.gate;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import org.jspecify.annotations.Nullable;

/** One question to the gate with everything the rules look at; a single one is filled anew for every question. */
final class Inquiry {

    /** Keeps a doubled price times 20,000 basis points inside a long. */
    static final long MAX_TICKS = 1L << 47;

    private static final long BPS = 10_000;

    final InstrumentCatalog catalog;
    final LimitTable limits;
    final BuyingPower buyingPower;
    final int maxWorkingOrders;

    private final long[] smallestLots;

    boolean killSwitchEngaged;
    String killSwitchReason = "";

    String subject = "";
    int instrument;
    Side side = Side.BUY;
    boolean market;
    long lots;
    long limitTicks;

    @Nullable Price offTickPrice;

    @Nullable Quantity offLotQuantity;

    boolean isAmend;
    long amendedId;

    @Nullable AmendableOrder amended;

    boolean tooLarge;
    long doubledReferenceTicks;
    boolean otherSideIsEmpty;
    boolean feedIsGone;
    long notionalUnits;
    long notionalUnitsBefore;
    long addedLots;
    long worstPositionLots;
    long neededUnits;
    long freeUnits;
    long sellableLots;
    int workingOrders;

    Inquiry(InstrumentCatalog catalog, LimitTable limits, BuyingPower buyingPower, int maxWorkingOrders) {
        this.catalog = catalog;
        this.limits = limits;
        this.buyingPower = buyingPower;
        this.maxWorkingOrders = maxWorkingOrders;
        smallestLots = new long[catalog.size()];
        for (int i = 0; i < smallestLots.length; i++) {
            smallestLots[i] = lotsAtLeast(catalog.get(i).rules());
        }
    }

    private static long lotsAtLeast(TradingRules rules) {
        int scale = Math.max(rules.lot().scale(), rules.minQuantity().scale());
        long lot = rules.lot().unitsAt(scale);
        return -Math.floorDiv(-rules.minQuantity().unitsAt(scale), lot);
    }

    void begin(int instrumentIndex, Side orderSide) {
        instrument = instrumentIndex;
        side = orderSide;
        subject = instrumentIndex >= 0 && instrumentIndex < catalog.size()
                ? catalog.get(instrumentIndex).id().symbol()
                : "#" + instrumentIndex;
        market = false;
        lots = 0;
        limitTicks = 0;
        offTickPrice = null;
        offLotQuantity = null;
        isAmend = false;
        amendedId = 0;
        amended = null;
        tooLarge = false;
    }

    boolean instrumentIsKnown() {
        return instrument >= 0 && instrument < catalog.size();
    }

    boolean isBelowSmallestOrder() {
        return lots < smallestLots[instrument];
    }

    Instrument terms() {
        return catalog.get(instrument);
    }

    /** Prices and quantities off the grid stay behind as they were written, for the sentence. */
    void quantity(Quantity quantity) {
        try {
            if (terms().isWholeLots(quantity)) {
                lots = terms().lotsOf(quantity);
            } else {
                offLotQuantity = quantity;
            }
        } catch (ArithmeticException e) {
            tooLarge = true;
        }
    }

    void limit(Price price) {
        try {
            if (terms().isOnTick(price)) {
                limitTicks = terms().ticksOf(price);
            } else {
                offTickPrice = price;
            }
        } catch (ArithmeticException e) {
            tooLarge = true;
        }
    }

    /** Works out what the rules compare. Only for a known instrument. */
    void weigh(GateView view) {
        workingOrders = view.workingOrders();
        feedIsGone = view.feedIsGone();
        long other = side == Side.BUY ? view.askTicks(instrument) : view.bidTicks(instrument);
        otherSideIsEmpty = other <= 0;
        doubledReferenceTicks = BuyingPower.doubledReferenceTicks(instrument, view);
        tooLarge |= limitTicks > MAX_TICKS || doubledReferenceTicks > 2 * MAX_TICKS;
        if (tooLarge) {
            return;
        }
        if (market) {
            limitTicks = collarEdgeTicks();
        }
        try {
            weighAmounts(view);
        } catch (ArithmeticException e) {
            tooLarge = true;
        }
    }

    /** The last tick inside the collar on the side where the order could trade badly. */
    private long collarEdgeTicks() {
        long bps = limits.collarBps[instrument];
        if (side == Side.BUY) {
            return doubledReferenceTicks * (BPS + bps) / (2 * BPS);
        }
        return Math.max(1, -Math.floorDiv(-doubledReferenceTicks * (BPS - bps), 2 * BPS));
    }

    /** An amend that leaves the limit where it stands and asks for no more. Only after {@link #weigh}. */
    boolean onlyShrinks() {
        return amended != null && addedLots <= 0 && limitTicks == amended.limitTicks();
    }

    boolean isOutsideCollar() {
        long distance = Math.abs(2 * limitTicks - doubledReferenceTicks);
        return distance * BPS > limits.collarBps[instrument] * doubledReferenceTicks;
    }

    private void weighAmounts(GateView view) {
        AmendableOrder before = amended;
        long openBefore = before == null ? 0 : before.lots() - before.filledLots();
        long limitBefore = before == null ? 0 : before.limitTicks();
        long openLots = Math.max(0, lots - (before == null ? 0 : before.filledLots()));
        addedLots = Math.subtractExact(openLots, openBefore);
        notionalUnits = valueUnits(lots, limitTicks);
        notionalUnitsBefore = before == null ? 0 : valueUnits(before.lots(), limitBefore);

        long position = view.positionLots(instrument);
        long buys = view.workingLots(instrument, Side.BUY);
        long sells = view.workingLots(instrument, Side.SELL);
        long buyTickLots = view.workingTickLots(instrument, Side.BUY);
        long sellTickLots = view.workingTickLots(instrument, Side.SELL);
        long addedTickLots = Math.subtractExact(
                Math.multiplyExact(openLots, limitTicks), Math.multiplyExact(openBefore, limitBefore));
        long mark = BuyingPower.markTicks(instrument, view);
        long tiedBefore = buyingPower.tiedUnits(instrument, position, buys, sells, buyTickLots, sellTickLots, mark);
        if (side == Side.BUY) {
            buys = Math.addExact(buys, addedLots);
            buyTickLots = Math.addExact(buyTickLots, addedTickLots);
            worstPositionLots = Math.addExact(position, buys);
        } else {
            sells = Math.addExact(sells, addedLots);
            sellTickLots = Math.addExact(sellTickLots, addedTickLots);
            worstPositionLots = Math.subtractExact(position, sells);
        }
        sellableLots = Math.subtractExact(position, Math.subtractExact(sells, side == Side.SELL ? openLots : 0));
        neededUnits = Math.subtractExact(
                buyingPower.tiedUnits(instrument, position, buys, sells, buyTickLots, sellTickLots, mark), tiedBefore);
        freeUnits = view.freeFundsUnits(instrument);
    }

    /** A sale below the market trades at the market, so that is what it is worth. */
    private long valueUnits(long quantityLots, long priceTicks) {
        long ticks = side == Side.BUY ? priceTicks : Math.max(priceTicks, (doubledReferenceTicks + 1) / 2);
        return buyingPower.valueUnits(instrument, quantityLots, ticks);
    }

    boolean isOversold() {
        return side == Side.SELL && addedLots > 0 && !buyingPower.canBeSoldShort(instrument) && worstPositionLots < 0;
    }

    Money money(long units) {
        return Money.of(units, terms().quote());
    }

    String priceText(long ticks) {
        return terms().priceOf(ticks).toString();
    }

    String referenceText() {
        Price tick = terms().rules().tick();
        return doubledReferenceTicks % 2 == 0
                ? priceText(doubledReferenceTicks / 2)
                : Price.of(doubledReferenceTicks * tick.units() * 5, tick.scale() + 1)
                        .toString();
    }

    String signedQuantityText(long signedLots) {
        return (signedLots < 0 ? "-" : "") + terms().quantityOf(Math.abs(signedLots));
    }
}
