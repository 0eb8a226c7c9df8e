package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.execution.routing.RouteOrder;
import io.sextant.execution.routing.RoutePlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a route over several venues makes sense: one pair everywhere, a quantity that all can count, and one venue that would take a part. */
final class RouteQuestions {

    private final InstrumentCatalog instruments;
    private final MarketBoard market;

    RouteQuestions(InstrumentCatalog instruments, MarketBoard market) {
        this.instruments = instruments;
        this.market = market;
    }

    Optional<Refusal> findRefusal(AlgoTerms terms, List<InstrumentId> alsoAt, CommandDesk desk) {
        Instrument home = instruments.getInstrument(terms.instrument());
        List<Instrument> all = new ArrayList<>(List.of(home));
        for (InstrumentId id : alsoAt) {
            if (!instruments.contains(id)) {
                return refusal(RefusalCode.UNKNOWN_INSTRUMENT, id);
            }
            Instrument other = instruments.getInstrument(id);
            if (!isSamePair(home, other)) {
                return refusal(RefusalCode.ROUTE_MISMATCH, home.id(), id);
            }
            if (!Countable.is(terms, other)) {
                return refusal(RefusalCode.AMOUNT_TOO_LARGE);
            }
            all.add(other);
        }
        return findUncountable(terms, all).or(() -> findRefusalOfAll(terms, all, desk));
    }

    private static boolean isSamePair(Instrument home, Instrument other) {
        return home instanceof SpotPair one
                && other instanceof SpotPair two
                && one.base().equals(two.base())
                && one.quote().equals(two.quote());
    }

    private static Optional<Refusal> findUncountable(AlgoTerms terms, List<Instrument> all) {
        Quantity quantity = terms.quantity();
        Quantity step;
        try {
            long units = RouteOrder.unitsOf(all.getFirst(), quantity);
            step = RoutePlanner.step(all.stream()
                    .map(one -> new RoutePlanner.Book(one.id().symbol(), one, new long[0], new long[0], 0))
                    .toList());
            if (units <= 0 || !quantity.isMultipleOf(step)) {
                return refusal(RefusalCode.OFF_LOT, quantity, step);
            }
        } catch (ArithmeticException tooFine) {
            return refusal(RefusalCode.OFF_LOT, quantity, all.getFirst().rules().lot());
        }
        Price limit = terms.limit();
        return limit == null || all.stream().anyMatch(one -> one.isOnTick(limit))
                ? Optional.empty()
                : refusal(RefusalCode.OFF_TICK, limit, all.getFirst().rules().tick());
    }

    /** The gate's word on the smallest part at each venue, of which one has to pass; else the first refusal. */
    private Optional<Refusal> findRefusalOfAll(AlgoTerms terms, List<Instrument> all, CommandDesk desk) {
        Optional<Refusal> first = Optional.empty();
        for (Instrument one : all) {
            Optional<Refusal> here = findRefusal(terms, one, desk);
            if (here.isEmpty()) {
                return here;
            }
            first = first.or(() -> here);
        }
        return first;
    }

    private Optional<Refusal> findRefusal(AlgoTerms terms, Instrument at, CommandDesk desk) {
        int index = instruments.indexOf(at.id());
        long ask = market.askTicks(index);
        long ticks = ask > 0 ? ask : market.lastTicks(index);
        if (ticks <= 0) {
            return refusal(RefusalCode.NO_REFERENCE_PRICE, at.id());
        }
        long least = at.smallestLotsAt(ticks);
        if (least > at.lotsOf(terms.quantity())) {
            return refusal(RefusalCode.BELOW_MINIMUM, terms.quantity(), at.quantityOf(least));
        }
        return desk.findRefusal(new OrderDraft(
                at.id(),
                terms.side(),
                OrderType.limit(at.priceOf(ticks)),
                at.quantityOf(least),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                terms.reduceOnly() ? OrderHandling.PLAIN.withReduceOnly() : OrderHandling.PLAIN,
                terms.origin(),
                ""));
    }

    private static Optional<Refusal> refusal(RefusalCode code, Object... arguments) {
        return Optional.of(Refusal.of(code, arguments));
    }
}
