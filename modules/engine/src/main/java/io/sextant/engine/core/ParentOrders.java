package io.sextant.engine.core;

import io.sextant.domain.command.CancelScope;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.request.BracketPreview;
import io.sextant.execution.gate.HeldOrder;
import io.sextant.execution.routing.RouteOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what commands ask of parents: checks that it makes sense, and begins it. */
final class ParentOrders {

    /** No parent's number: zero is what an order without a parent has. */
    private static final long NOBODY = -1;

    private final InstrumentCatalog instruments;
    private final ParentBook book;
    private final ParentHands hands;
    private final Ledger ledger;
    private final MarketBoard market;
    private final DeskSwitches switches;
    private final RouteQuestions routes;
    private @Nullable HostedDesk hosted;

    ParentOrders(
            InstrumentCatalog instruments,
            ParentBook book,
            ParentHands hands,
            Ledger ledger,
            MarketBoard market,
            DeskSwitches switches) {
        this.instruments = instruments;
        this.book = book;
        this.hands = hands;
        this.ledger = ledger;
        this.market = market;
        this.switches = switches;
        routes = new RouteQuestions(instruments, market);
    }

    Outcome place(BracketTerms terms, CommandDesk desk) {
        Optional<Refusal> refusal = findRefusal(terms, desk);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        long id = switches.nextOrderId();
        switches.takeOrderId();
        if (!book.beginBracket(id, terms)) {
            return new Outcome.Refused(hands.getLastRefusal());
        }
        return new Outcome.Done(Optional.of(new OrderId(id)));
    }

    /** Whether it would be taken now, and where it would begin and stop; nothing is sent. */
    BracketPreview preview(BracketTerms terms, CommandDesk desk) {
        Optional<Refusal> refusal = findRefusal(terms, desk);
        if (!instruments.contains(terms.instrument())
                || !Countable.is(terms, instruments.getInstrument(terms.instrument()))) {
            return new BracketPreview(refusal, Optional.empty(), Optional.empty());
        }
        int index = instruments.indexOf(terms.instrument());
        Instrument instrument = instruments.get(index);
        long around = aroundTicks(terms, index, instrument);
        long stop = around > 0 ? stopTicks(terms, index, instrument, around) : 0;
        return new BracketPreview(
                refusal,
                around > 0 ? Optional.of(instrument.priceOf(around)) : Optional.empty(),
                stop > 0 ? Optional.of(instrument.priceOf(stop)) : Optional.empty());
    }

    /** Where the stop of an entry at {@code around} would stand at first; zero for nowhere. */
    private long stopTicks(BracketTerms terms, int index, Instrument instrument, long around) {
        return switch (terms.exits().stop()) {
            case null -> 0;
            case ExitStop.Fixed(Price trigger) -> instrument.isOnTick(trigger) ? instrument.ticksOf(trigger) : 0;
            case ExitStop.Trailing(Trail.ByAmount(Price distance)) ->
                instrument.isOnTick(distance)
                        ? HeldOrder.behind(terms.side().opposite(), around, instrument.ticksOf(distance), 0)
                        : 0;
            case ExitStop.Trailing(Trail.ByShare(int bps)) ->
                HeldOrder.behind(terms.side().opposite(), around, 0, bps);
            case ExitStop.Atr atr ->
                away(
                        terms.side(),
                        around,
                        hands.averageRangeTicks(index, atr.timeframe(), atr.length()),
                        atr.multiple());
            case ExitStop.Chandelier hung ->
                away(
                        terms.side(),
                        around,
                        hands.averageRangeTicks(index, hung.timeframe(), hung.length()),
                        hung.multiple());
        };
    }

    private static long away(Side side, long around, long rangeTicks, double multiple) {
        return rangeTicks <= 0
                ? 0
                : Math.max(1, around - side.sign() * Math.max(1, (long) Math.ceil(rangeTicks * multiple)));
    }

    private Optional<Refusal> findRefusal(BracketTerms terms, CommandDesk desk) {
        if (!instruments.contains(terms.instrument())) {
            return refusal(RefusalCode.UNKNOWN_INSTRUMENT, terms.instrument());
        }
        if (book.isFull()) {
            return refusal(RefusalCode.TOO_MANY_PARENTS, ParentBook.MOST_WORKING);
        }
        int index = instruments.indexOf(terms.instrument());
        Instrument instrument = instruments.get(index);
        if (!Countable.is(terms, instrument)) {
            return refusal(RefusalCode.AMOUNT_TOO_LARGE);
        }
        return findMisplaced(terms, index, instrument)
                .or(() -> findRefusal(terms, instrument, desk))
                .or(() -> findTooSmallExit(terms, index, instrument));
    }

    /**
     * An exit that the venue would not take when its price comes. What comes after the entry is worth less only at the stop of what was
     * bought and at the target of what was sold. Only after the gate, which bounds the price of the entry.
     */
    private Optional<Refusal> findTooSmallExit(BracketTerms terms, int index, Instrument instrument) {
        Price target = terms.exits().target();
        long exit = switch (terms.side()) {
            case BUY -> stopTicks(terms, index, instrument, aroundTicks(terms, index, instrument));
            case SELL -> target == null ? 0 : instrument.ticksOf(target);
        };
        if (exit <= 0 || instrument.lotsOf(terms.quantity()) >= instrument.smallestLotsAt(exit)) {
            return Optional.empty();
        }
        return refusal(
                RefusalCode.EXIT_BELOW_MIN_VALUE,
                instrument.priceOf(exit),
                instrument.notional(exit, instrument.lotsOf(terms.quantity())),
                Money.of(instrument.smallestUnits(), instrument.quote()));
    }

    /** The gate's word on what is sent first: the entry, or the exits of what is held. */
    private static Optional<Refusal> findRefusal(BracketTerms terms, Instrument instrument, CommandDesk desk) {
        return switch (terms.opening()) {
            case Opening.ByOrder(OrderDraft draft) -> desk.findRefusal(draft);
            case Opening.Held held -> {
                Price target = terms.exits().target();
                OrderType type = target != null
                        ? OrderType.limit(target)
                        : terms.exits().stop() instanceof ExitStop.Fixed(Price trigger)
                                ? new OrderType.Stop(trigger)
                                : OrderType.market();
                yield desk.findRefusal(new OrderDraft(
                        instrument.id(),
                        held.side().opposite(),
                        type,
                        held.quantity(),
                        type.tradesAtMarket() && !type.waits()
                                ? TimeInForce.IMMEDIATE_OR_CANCEL
                                : TimeInForce.GOOD_TILL_CANCELLED,
                        OrderHandling.PLAIN.withReduceOnly(),
                        held.origin(),
                        ""));
            }
        };
    }

    private Optional<Refusal> findMisplaced(BracketTerms terms, int index, Instrument instrument) {
        Price target = terms.exits().target();
        Price stop = terms.exits().stop() instanceof ExitStop.Fixed(Price trigger) ? trigger : null;
        Price after = terms.exits().breakEvenAfter();
        Price distance =
                terms.exits().stop() instanceof ExitStop.Trailing(Trail.ByAmount(Price amount)) ? amount : null;
        for (Price price : new Price[] {target, stop, after, distance}) {
            if (price != null && !instrument.isOnTick(price)) {
                return refusal(RefusalCode.OFF_TICK, price, instrument.rules().tick());
            }
        }
        if (!instrument.isWholeLots(terms.quantity())) {
            return refusal(
                    RefusalCode.OFF_LOT, terms.quantity(), instrument.rules().lot());
        }
        long around = aroundTicks(terms, index, instrument);
        int sign = terms.side().sign();
        boolean targetBehind = target != null && sign * (instrument.ticksOf(target) - around) <= 0;
        boolean stopAhead = stop != null && sign * (instrument.ticksOf(stop) - around) >= 0;
        if (around <= 0) {
            return refusal(RefusalCode.NO_REFERENCE_PRICE, instrument.id());
        }
        if (targetBehind || stopAhead) {
            return refusal(
                    RefusalCode.EXITS_MISPLACED,
                    target == null ? "-" : target,
                    stop == null ? "-" : stop,
                    instrument.priceOf(around));
        }
        return switch (terms.exits().stop()) {
            case ExitStop.Atr atr -> findTooFewBars(index, atr.timeframe(), atr.length());
            case ExitStop.Chandelier hung -> findTooFewBars(index, hung.timeframe(), hung.length());
            case null -> Optional.empty();
            case ExitStop.Fixed _, ExitStop.Trailing _ -> Optional.empty();
        };
    }

    /** Where the position begins: the price of the entry, or the market's. */
    private long aroundTicks(BracketTerms terms, int index, Instrument instrument) {
        Optional<Price> own = terms.opening() instanceof Opening.ByOrder(OrderDraft draft)
                ? draft.type().findLimit().or(draft.type()::findTrigger).filter(instrument::isOnTick)
                : Optional.empty();
        return own.map(instrument::ticksOf).orElse(market.lastTicks(index));
    }

    private Optional<Refusal> findTooFewBars(int index, Timeframe timeframe, int length) {
        int complete = hands.completeBars(index, timeframe, length);
        return complete > length ? Optional.empty() : refusal(RefusalCode.TOO_FEW_BARS, length, length + 1, complete);
    }

    Outcome place(AlgoTerms terms, CommandDesk desk) {
        if (!instruments.contains(terms.instrument())) {
            return refused(RefusalCode.UNKNOWN_INSTRUMENT, terms.instrument());
        }
        if (book.isFull()) {
            return refused(RefusalCode.TOO_MANY_PARENTS, ParentBook.MOST_WORKING);
        }
        int index = instruments.indexOf(terms.instrument());
        if (!Countable.is(terms, instruments.get(index))) {
            return refused(RefusalCode.AMOUNT_TOO_LARGE);
        }
        if (terms.plan() instanceof AlgoPlan.Shortfall shortfall && !shortfall.hasSchedule()) {
            return refused(RefusalCode.NO_SCHEDULE);
        }
        if (book.isRepeated(terms)) {
            return refused(RefusalCode.DUPLICATE_PARENT, terms.instrument());
        }
        if (terms.plan() instanceof AlgoPlan.Route(var alsoAt, long _)) {
            return route(terms, alsoAt, desk);
        }
        Optional<Refusal> refusal = findRefusal(terms, index, instruments.get(index), desk);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        long id = switches.nextOrderId();
        switches.takeOrderId();
        hands.openBudget(id, instruments.get(index).lotsOf(terms.quantity()));
        book.beginAlgo(id, terms);
        return new Outcome.Done(Optional.of(new OrderId(id)));
    }

    private Outcome route(AlgoTerms terms, List<InstrumentId> alsoAt, CommandDesk desk) {
        Optional<Refusal> refusal = routes.findRefusal(terms, alsoAt, desk);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        long id = switches.nextOrderId();
        switches.takeOrderId();
        hands.openRoute(id, RouteOrder.unitsOf(instruments.getInstrument(terms.instrument()), terms.quantity()));
        book.beginAlgo(id, terms);
        return new Outcome.Done(Optional.of(new OrderId(id)));
    }

    Outcome steer(OrderId parent, Steering how) {
        return book.steer(parent.value(), how) ? Outcome.DONE : refused(RefusalCode.NO_PARENT, parent);
    }

    /** The gate's word on its smallest child, and on the whole but for the size of one order. */
    private Optional<Refusal> findRefusal(AlgoTerms terms, int index, Instrument instrument, CommandDesk desk) {
        if (!instrument.tradable()) {
            return refusal(RefusalCode.NOT_TRADABLE, instrument.id());
        }
        if (!instrument.isWholeLots(terms.quantity())) {
            return refusal(
                    RefusalCode.OFF_LOT, terms.quantity(), instrument.rules().lot());
        }
        if (terms.plan() instanceof AlgoPlan.Iceberg iceberg && !instrument.isWholeLots(iceberg.display())) {
            return refusal(
                    RefusalCode.OFF_LOT, iceberg.display(), instrument.rules().lot());
        }
        Quantity smallest = instrument.rules().minQuantity();
        if (terms.quantity().compareTo(smallest) < 0) {
            return refusal(RefusalCode.BELOW_MINIMUM, terms.quantity(), smallest);
        }
        long last = market.lastTicks(index);
        if (terms.limit() == null && last <= 0) {
            return refusal(RefusalCode.NO_REFERENCE_PRICE, instrument.id());
        }
        Price probe = terms.limit() == null ? instrument.priceOf(last) : terms.limit();
        if (!instrument.isOnTick(probe)) {
            return refusal(RefusalCode.OFF_TICK, probe, instrument.rules().tick());
        }
        long least = instrument.smallestLotsAt(instrument.ticksOf(probe));
        Quantity first = least <= instrument.lotsOf(terms.quantity()) ? instrument.quantityOf(least) : terms.quantity();
        return desk.findRefusal(draft(terms, probe, first))
                .or(() -> desk.findRefusalOfWhole(draft(terms, probe, terms.quantity())));
    }

    private static OrderDraft draft(AlgoTerms terms, Price probe, Quantity quantity) {
        return new OrderDraft(
                terms.instrument(),
                terms.side(),
                OrderType.limit(probe),
                quantity,
                TimeInForce.GOOD_TILL_CANCELLED,
                terms.reduceOnly() ? OrderHandling.PLAIN.withReduceOnly() : OrderHandling.PLAIN,
                terms.origin(),
                "");
    }

    /** What they hold is flattened with the rest. */
    void hosting(HostedDesk strategies) {
        hosted = strategies;
    }

    Outcome flatten(CancelScope scope) {
        return switch (scope) {
            case CancelScope.Everything _ -> {
                Optional<OrderId> first = Optional.empty();
                for (int index = 0; index < instruments.size(); index++) {
                    Optional<OrderId> one = flatten(index);
                    first = first.or(() -> one);
                }
                yield new Outcome.Done(first);
            }
            case CancelScope.OneInstrument(InstrumentId id) -> {
                if (!instruments.contains(id)) {
                    yield refused(RefusalCode.UNKNOWN_INSTRUMENT, id);
                }
                Optional<OrderId> parent = flatten(instruments.indexOf(id));
                yield parent.isPresent() ? new Outcome.Done(parent) : refused(RefusalCode.NOTHING_TO_FLATTEN, id);
            }
        };
    }

    /** Empty when nothing is open there; one that is at it already goes on. */
    private Optional<OrderId> flatten(int index) {
        long position = ledger.signedLots(index);
        HostedDesk strategies = Objects.requireNonNull(hosted);
        boolean isFlat = position == 0 && !strategies.holds(index);
        if (isFlat && hands.openOrders(index, NOBODY).isEmpty() && !book.hasWorking(index)) {
            return Optional.empty();
        }
        Optional<OrderId> atIt = book.findFlattening(index);
        if (atIt.isPresent()) {
            return atIt;
        }
        book.cancelAll(parent -> parent.concerns(index), "flatten");
        long id = switches.nextOrderId();
        switches.takeOrderId();
        strategies.flatten(index, id);
        book.beginFlatten(id, index, position > 0 ? Side.SELL : Side.BUY, Math.max(1, Math.abs(position)));
        return Optional.of(new OrderId(id));
    }

    private static Outcome refused(RefusalCode code, Object... arguments) {
        return new Outcome.Refused(Refusal.of(code, arguments));
    }

    private static Optional<Refusal> refusal(RefusalCode code, Object... arguments) {
        return Optional.of(Refusal.of(code, arguments));
    }
}
