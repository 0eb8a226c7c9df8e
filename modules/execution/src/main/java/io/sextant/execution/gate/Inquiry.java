package io.sextant.execution.gate;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.Trail;
import io.sextant.domain.venue.VenueTrust;
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
    final GateTerms session;
    final OrderFlow flow;
    final KillSwitches kills;
    final GateStanding standing;

    private final SmallestOrders smallest;
    private final boolean[] tradable;

    VenueTrust venueTrust = VenueTrust.CHECKING;
    String venueReason = "";

    OrderSource source = OrderSource.of(OrderOrigin.TICKET);

    @Nullable GateOverride override;

    boolean overrideUsed;
    /** Sent by a parent, which knows what it sent. */
    boolean partOfParent;
    /** Of an instrument that is not known; empty where even that is not. */
    String unknownSymbol = "";

    int instrument;
    Side side = Side.BUY;
    boolean market;
    boolean reduceOnly;
    /** The order waits here for {@link #triggerTicks}. */
    boolean waits;

    long triggerTicks;
    long trailTicks;
    int trailBps;
    /** Limit of a waiting order as it was asked for; zero for the market. */
    long waitingLimitTicks;

    boolean released;
    long lastTicks;
    long endsNanos;
    /** It is asked of a whole that will be sent in parts. */
    boolean inParts;
    /** Where the limit of a waiting order comes to stand when its trigger is moved. */
    long movedLimitTicks = 1;

    long nowNanos;
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
    /** What the order is worth at its own price, as a venue reckons it. */
    long sentUnits;

    long notionalUnitsBefore;
    long positionLots;
    long addedLots;
    long worstPositionLots;
    long neededUnits;
    /** Added up only for an order that needs some. */
    long freeUnits;

    long sellableLots;
    long reducibleLots;
    long openedLots;
    int workingOrders;
    BookEntry entry = BookEntry.REST;
    long priceAgeNanos;
    long clockSkewNanos;
    final AccountFigures account = new AccountFigures();
    final InquiryWords words = new InquiryWords(this);

    Inquiry(
            GateTerms session,
            LimitTable limits,
            OrderFlow flow,
            KillSwitches kills,
            GateStanding standing,
            BuyingPower buyingPower,
            int maxWorkingOrders) {
        this.session = session;
        this.flow = flow;
        this.kills = kills;
        this.standing = standing;
        catalog = session.catalog();
        this.limits = limits;
        this.buyingPower = buyingPower;
        this.maxWorkingOrders = maxWorkingOrders;
        smallest = new SmallestOrders(catalog);
        tradable = new boolean[catalog.size()];
        for (int i = 0; i < tradable.length; i++) {
            tradable[i] = catalog.get(i).tradable();
        }
    }

    void begin(OrderSource sender, int instrumentIndex, Side orderSide) {
        source = sender;
        override = null;
        overrideUsed = false;
        partOfParent = false;
        entry = BookEntry.REST;
        instrument = instrumentIndex;
        side = orderSide;
        unknownSymbol = "";
        market = false;
        reduceOnly = false;
        waits = false;
        triggerTicks = 0;
        trailTicks = 0;
        trailBps = 0;
        waitingLimitTicks = 0;
        movedLimitTicks = 1;
        inParts = false;
        released = false;
        endsNanos = 0;
        lots = 0;
        limitTicks = 0;
        sentUnits = 0;
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

    String subject() {
        if (instrumentIsKnown()) {
            return terms().id().symbol();
        }
        return unknownSymbol.isEmpty() ? "#" + instrument : unknownSymbol;
    }

    boolean isTradable() {
        return tradable[instrument];
    }

    /** The market's price to the next tick above, zero where there is none. */
    long markTicks() {
        return (doubledReferenceTicks + 1) / 2;
    }

    boolean isBelowSmallestOrder() {
        return lots < smallest.lots(instrument);
    }

    long smallestUnits() {
        return smallest.units(instrument);
    }

    /** A leg of a bracket that waits here may be small now and grow with its entry; it is asked about when its price comes. */
    boolean isBelowSmallestValue() {
        return sentUnits > 0 && sentUnits < smallest.units(instrument) && !(waits && partOfParent);
    }

    boolean closes() {
        return reduceOnly || takesFromPosition();
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

    /** The order waits for {@code trigger}; zero stands for a trailing one, whose trigger follows the market. */
    void waitFor(Price trigger) {
        waits = true;
        limit(trigger);
        triggerTicks = limitTicks;
    }

    void trail(Trail trail) {
        waits = true;
        switch (trail) {
            case Trail.ByAmount(Price distance) -> {
                limit(distance);
                trailTicks = limitTicks;
            }
            case Trail.ByShare(int bps) -> trailBps = bps;
        }
    }

    /** Works out what the rules compare. Only for a known instrument. */
    void weigh(GateView view) {
        nowNanos = view.nowNanos();
        workingOrders = view.workingOrders();
        feedIsGone = view.feedIsGone(instrument);
        venueTrust = view.venueTrust(instrument);
        venueReason = view.venueReason(instrument);
        long other = side == Side.BUY ? view.askTicks(instrument) : view.bidTicks(instrument);
        otherSideIsEmpty = other <= 0;
        doubledReferenceTicks = BuyingPower.doubledReferenceTicks(instrument, view);
        tooLarge |= limitTicks > MAX_TICKS || doubledReferenceTicks > 2 * MAX_TICKS;
        if (tooLarge) {
            return;
        }
        lastTicks = view.lastTicks(instrument);
        if (waits && (trailTicks > 0 || trailBps > 0)) {
            // Without a market price the rule for that refuses; one tick keeps the others quiet.
            triggerTicks = marketTicks() > 0 ? HeldOrder.behind(side, marketTicks(), trailTicks, trailBps) : 1;
        }
        if (waits) {
            limitTicks = waitingLimitTicks > 0 ? waitingLimitTicks : triggerTicks;
        }
        if (market) {
            limitTicks = collarEdgeTicks();
        }
        priceAgeNanos = nowNanos - view.priceNanos(instrument);
        clockSkewNanos = view.clockSkewNanos();
        try {
            weighAmounts(view);
            account.weigh(this, view);
        } catch (ArithmeticException e) {
            tooLarge = true;
        }
    }

    /** Whether what trades now would set a waiting order off at once. */
    boolean isReached() {
        long now = marketTicks();
        return side == Side.SELL ? now <= triggerTicks : now >= triggerTicks;
    }

    long marketTicks() {
        return lastTicks > 0 ? lastTicks : (doubledReferenceTicks + 1) / 2;
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
        long openBefore = before == null || waits ? 0 : before.lots() - before.filledLots();
        long limitBefore = before == null ? 0 : before.limitTicks();
        long openLots = Math.max(0, lots - (before == null ? 0 : before.filledLots()));
        addedLots = Math.subtractExact(openLots, openBefore);
        notionalUnits = valueUnits(lots, limitTicks);
        sentUnits = buyingPower.valueUnits(instrument, lots, market ? doubledReferenceTicks / 2 : limitTicks);
        notionalUnitsBefore = before == null ? 0 : valueUnits(before.lots(), limitBefore);

        long position = view.positionLots(instrument);
        positionLots = position;
        // A target and the stop behind it sell the same lots, so what waits is weighed alone, and again when its price
        // comes.
        long working = waits ? 0 : view.workingLots(instrument, side);
        long workingTickLots = waits ? 0 : view.workingTickLots(instrument, side);
        long otherSide = waits ? 0 : view.workingLots(instrument, side.opposite());
        long addedTickLots = Math.subtractExact(
                Math.multiplyExact(openLots, limitTicks), Math.multiplyExact(openBefore, limitBefore));
        long workingThen = Math.addExact(working, addedLots);
        worstPositionLots =
                side == Side.BUY ? Math.addExact(position, workingThen) : Math.subtractExact(position, workingThen);
        reducibleLots =
                Math.max(0, Math.subtractExact(-side.sign() * position, Math.subtractExact(working, openBefore)));
        openedLots = openLots;
        long sells = side == Side.SELL ? workingThen : otherSide;
        sellableLots = Math.subtractExact(position, Math.subtractExact(sells, side == Side.SELL ? openLots : 0));
        neededUnits = buyingPower.addedUnits(
                instrument, side, position, working, workingTickLots, otherSide, addedLots, addedTickLots, markTicks());
        freeUnits = neededUnits > 0 ? view.freeFundsUnits(instrument) : 0;
    }

    /** Nothing grows: an order that only takes from a position, or an amend that asks for no more than that. */
    boolean makesSmaller() {
        return onlyShrinks() || takesFromPosition();
    }

    private boolean takesFromPosition() {
        return openedLots > 0 && openedLots <= reducibleLots;
    }

    /** It may come to rest, so that a cancel may be needed for it. */
    boolean mayRest() {
        return !market && !entry.isImmediate();
    }

    /** A sale below the market trades at the market, so that is what it is worth. */
    private long valueUnits(long quantityLots, long priceTicks) {
        long ticks = side == Side.BUY ? priceTicks : Math.max(priceTicks, (doubledReferenceTicks + 1) / 2);
        return buyingPower.valueUnits(instrument, quantityLots, ticks);
    }

    boolean isOversold() {
        return side == Side.SELL && addedLots > 0 && !buyingPower.canBeSoldShort(instrument) && worstPositionLots < 0;
    }

    /** Releases and amends that only take away are no new orders. */
    boolean countsAsOrder() {
        return !released && !onlyShrinks();
    }

    /** Why a person's word does not count here, null when it does. */
    @Nullable String objectionToOverride() {
        if (override == null) {
            return null;
        }
        if (!override.control().isOverridable()) {
            return "by anybody";
        }
        if (!source.isPerson()) {
            return "by anything but a person";
        }
        return waits ? "for an order that waits" : null;
    }

    RateLimit strategyOrders() {
        return limits.strategyOrders[source.strategy()];
    }

    RateLimit strategyCancels() {
        return limits.strategyCancels[source.strategy()];
    }

    /** The limit that stopped it: the strategy's own, or the account's for each of them. */
    RateLimit executions() {
        RateLimit own = limits.strategyExecutions[source.strategy()];
        return own.isBounded() ? own : limits.account.executions();
    }
}
