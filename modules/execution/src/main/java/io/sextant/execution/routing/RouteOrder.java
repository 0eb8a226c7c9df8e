package io.sextant.execution.routing;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.execution.parent.Child;
import io.sextant.execution.parent.ParentDesk;
import io.sextant.execution.parent.Steered;
import io.sextant.execution.routing.RoutePlanner.Book;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Takes at once over several venues, by what it costs with fees: a round sends each venue one immediate-or-cancel order for its part, and
 * what is not filled is routed again over the books of that moment. A venue whose answer is out is not asked for more, and what it may
 * still fill counts as filled until it says otherwise, so neither a late answer nor none at all can make it too much. Everything is
 * counted in units of the position, because the venues' lots differ.
 */
public final class RouteOrder extends Steered {

    /** How often it is routed at most. */
    public static final int MOST_ROUNDS = 600;

    /** Between two rounds, so that books can show what the last one took. */
    private static final long PACE_NANOS = 1_000_000_000L;

    private static final long HURRIED_PACE_NANOS = 100_000_000L;
    private static final int MOST_REFUSALS = 3;
    /** How long a venue that refused so often is left out. */
    private static final long REST_NANOS = 30_000_000_000L;

    private static final int FINER_DIGITS = 2;

    private final AlgoTerms terms;
    private final long durationNanos;
    private final List<Place> places;
    private final RouteOffers offers;
    private final int[] refusals;
    private final long[] restsUntilNanos;

    private int rounds;
    private long roundNanos;
    private long valueUnits;
    private double arrival;
    private double bestAlone;

    /** The pair at one venue; {@code index} is the instrument's. */
    public record Place(int index, Instrument instrument) {

        String name() {
            return instrument.id().symbol();
        }

        long units(long lots) {
            return Math.multiplyExact(lots, instrument.positionUnitsPerLot());
        }
    }

    /** The first of {@code places} is the one that the terms name, the others those of its plan. */
    public RouteOrder(long id, List<Place> places, AlgoTerms terms) {
        super(
                id,
                places.getFirst().index(),
                places.getFirst().instrument(),
                terms.side(),
                unitsOf(places.getFirst().instrument(), terms.quantity()),
                OrderOrigin.ALGORITHM);
        this.terms = terms;
        this.places = List.copyOf(places);
        offers = new RouteOffers(terms.side(), terms.limit());
        durationNanos = ((AlgoPlan.Route) terms.plan()).durationNanos();
        refusals = new int[places.size()];
        restsUntilNanos = new long[places.size()];
    }

    /** Of the position that a quantity makes. */
    public static long unitsOf(Instrument instrument, Quantity quantity) {
        return quantity.unitsAt(instrument.positionScale());
    }

    @Override
    public ParentKind kind() {
        return ParentKind.ROUTE;
    }

    @Override
    public boolean concerns(int instrumentIndex) {
        return places.stream().anyMatch(place -> place.index() == instrumentIndex);
    }

    @Override
    protected void begunAgain() {
        Arrays.fill(refusals, 0);
        Arrays.fill(restsUntilNanos, 0);
    }

    /** The middle between the best bid and the best offer of all venues. */
    @Override
    protected void arrive(ParentDesk desk) {
        double bid = 0;
        double ask = 0;
        for (Place place : places) {
            double tick = place.instrument().rules().tick().toDouble();
            bid = Math.max(bid, desk.bidTicks(place.index()) * tick);
            double here = desk.askTicks(place.index()) * tick;
            ask = ask == 0 || (here > 0 && here < ask) ? here : ask;
        }
        double last = desk.lastTicks(index) * instrument.rules().tick().toDouble();
        arrival = bid > 0 && ask > 0 ? (bid + ask) / 2 : last;
    }

    @Override
    public void look(ParentDesk desk) {
        if (stage.isTerminal()) {
            return;
        }
        long now = desk.nowNanos();
        forgetOldChildren(now);
        nextLookNanos = NEVER;
        if (filledLots >= lots) {
            takeBackChildren("the parent is filled", desk);
            state(ParentStage.DONE, "filled in " + rounds + " rounds", desk);
            return;
        }
        switch (stage) {
            case WORKING -> work(now, desk);
            case PAUSED -> takeBackChildren(reason, desk);
            case ENDING -> end(desk);
            case DONE, CANCELLED, FAILED -> {}
        }
    }

    private void work(long now, ParentDesk desk) {
        long reserved = reservedUnits(now);
        long free = lots - filledLots - reserved;
        if (reserved == 0 && isTooLittle(free, desk)) {
            state(ParentStage.DONE, "filled but for " + quantityText(free) + ", which no venue takes", desk);
            return;
        }
        if (elapsedNanos(now) >= durationNanos || (rounds >= MOST_ROUNDS && free > 0)) {
            giveUp(rounds >= MOST_ROUNDS ? "it was routed " + rounds + " times" : "its time is over", desk);
            return;
        }
        long pace = hurried ? HURRIED_PACE_NANOS : PACE_NANOS;
        boolean isTime = rounds == 0 || now - roundNanos >= pace;
        if (free > 0 && isTime) {
            route(free, desk);
        }
        if (stage == ParentStage.WORKING) {
            nextLookNanos = isTime ? now + pace : roundNanos + pace;
        }
    }

    /**
     * Whether what is left is less than a venue takes, and at the others there are not the means for the smallest order. Before the first fill
     * means may only be tied up for a while.
     */
    private boolean isTooLittle(long free, ParentDesk desk) {
        boolean isDust = false;
        for (Place place : places) {
            int at = place.index();
            long smallest = place.instrument().smallestLotsAt(Math.max(desk.bidTicks(at), desk.lastTicks(at)));
            if (free < place.units(smallest)) {
                isDust = true;
            } else if (filledLots == 0
                    || desk.askTicks(at) <= 0
                    || desk.payableLots(at, side, desk.askTicks(at)) >= smallest) {
                return false;
            }
        }
        return isDust;
    }

    private void route(long free, ParentDesk desk) {
        List<Book> books = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            boolean leftOut = children.areWorkingIn(places.get(i).index()) || restsUntilNanos[i] > desk.nowNanos();
            Book book = leftOut ? null : offers.find(places.get(i), true, desk);
            if (book != null) {
                books.add(book);
            }
        }
        noteBestAlone(desk);
        Quantity part = RouteOffers.countable(books, free, instrument.positionScale());
        List<RoutePlanner.Part> parts = part.isZero()
                ? List.of()
                : RoutePlanner.plan(books, side, part, null).parts();
        if (parts.isEmpty()) {
            if (children.isEmpty()) {
                say("waits: no venue that can be used offers it within the limit", desk);
            }
            return;
        }
        rounds++;
        roundNanos = desk.nowNanos();
        StringJoiner sent = new StringJoiner(", ");
        for (RoutePlanner.Part one : parts) {
            if (stage == ParentStage.WORKING && send(one, desk)) {
                sent.add(one.venue() + " " + one.quantity());
            }
        }
        if (stage == ParentStage.WORKING && sent.length() > 0) {
            say("round " + rounds + ": " + sent, desk);
        }
    }

    /** What the whole would have cost at the venue that is best for it alone, by the books of the first round. */
    private void noteBestAlone(ParentDesk desk) {
        if (rounds > 0 || bestAlone > 0) {
            return;
        }
        List<Book> books = new ArrayList<>();
        for (Place place : places) {
            Book book = offers.find(place, false, desk);
            if (book != null) {
                books.add(book);
            }
        }
        Quantity whole = RouteOffers.countable(books, lots, instrument.positionScale());
        if (!whole.isZero()) {
            BigDecimal quantity = BigDecimal.valueOf(whole.units(), whole.scale());
            bestAlone = RoutePlanner.plan(books, side, whole, null)
                    .single()
                    .map(one ->
                            one.allIn().divide(quantity, MathContext.DECIMAL64).abs())
                    .orElse(BigDecimal.ZERO)
                    .doubleValue();
        }
    }

    private boolean send(RoutePlanner.Part part, ParentDesk desk) {
        int at = 0;
        while (!places.get(at).name().equals(part.venue())) {
            at++;
        }
        Place place = places.get(at);
        Instrument on = place.instrument();
        OrderDraft draft = new OrderDraft(
                on.id(),
                side,
                OrderType.limit(on.priceOf(on.ticksOf(part.worst()))),
                on.quantityOf(on.lotsOf(part.quantity())),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                terms.reduceOnly() ? OrderHandling.PLAIN.withReduceOnly() : OrderHandling.PLAIN,
                origin,
                new OrderLink(id, OrderLeg.CHILD),
                terms.reason().isEmpty() ? kind() + " #" + id : terms.reason());
        if (place(draft, place.index(), on, desk) != null) {
            return true;
        }
        refused(at, desk.lastRefusal(), desk);
        return false;
    }

    /** A venue that refuses again and again is left out for a while; where all are, a person has to look. */
    private void refused(int at, String why, ParentDesk desk) {
        refusals[at]++;
        if (refusals[at] >= MOST_REFUSALS) {
            refusals[at] = 0;
            restsUntilNanos[at] = desk.nowNanos() + REST_NANOS;
        }
        if (stage != ParentStage.WORKING) {
            return;
        }
        if (Arrays.stream(restsUntilNanos).allMatch(until -> until > desk.nowNanos())) {
            pause("paused after repeated refusals: " + why, desk);
            wantLook();
        } else {
            say("refused at " + places.get(at).name() + ": " + why, desk);
        }
    }

    @Override
    protected void ended(Child child, String why, ParentDesk desk) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).index() == child.index()) {
                if (child.state() == OrderState.REJECTED) {
                    refused(i, why, desk);
                } else if (child.filledLots() > 0) {
                    refusals[i] = 0;
                }
            }
        }
    }

    private long reservedUnits(long now) {
        return children.reserved(now, child -> placeOf(child.index()).units(child.remainingLots()));
    }

    private Place placeOf(int at) {
        return places.stream().filter(place -> place.index() == at).findFirst().orElseThrow();
    }

    @Override
    protected void measured(int fillIndex, long priceTicks, long fillLots) {
        Place place = placeOf(fillIndex);
        filledLots = Math.addExact(filledLots, place.units(fillLots));
        long unit = place.instrument().moneyUnitsPerTickLot();
        valueUnits = Math.addExact(valueUnits, Math.multiplyExact(Math.multiplyExact(priceTicks, fillLots), unit));
    }

    @Override
    protected boolean isMeasured(OrderLeg leg) {
        return true;
    }

    @Override
    public void traded(long nowNanos, long priceTicks, long tradedLots) {
        // It goes by the books, not by what others trade.
    }

    @Override
    protected long endsNanos() {
        return endsAfter(durationNanos);
    }

    @Override
    protected Quantity quantity(long units) {
        return Quantity.of(units, instrument.positionScale());
    }

    /** The benchmark counts fees; there is none where no venue alone offers the whole. */
    @Override
    public ParentOrder toOrder() {
        double value =
                valueUnits / (double) Decimals.powerOfTen(instrument.quote().scale());
        return toOrder(
                price(arrival),
                filledLots == 0 ? null : price(value / quantity(filledLots).toDouble()),
                price(bestAlone));
    }

    @Override
    protected double benchmarkDoubledTicks() {
        return 2 * bestAlone / instrument.rules().tick().toDouble();
    }

    private @Nullable Price price(double value) {
        if (value <= 0) {
            return null;
        }
        int scale = places.stream()
                        .mapToInt(place -> place.instrument().rules().tick().scale())
                        .max()
                        .orElseThrow()
                + FINER_DIGITS;
        return Price.of(Math.round(value * Decimals.powerOfTen(scale)), scale);
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.putInt(rounds);
        out.putLong(roundNanos);
        out.putLong(valueUnits);
        out.putDouble(arrival);
        out.putDouble(bestAlone);
        for (int i = 0; i < refusals.length; i++) {
            out.putInt(refusals[i]);
            out.putLong(restsUntilNanos[i]);
        }
    }

    @Override
    public void load(StateReader in) {
        super.load(in);
        rounds = in.getInt();
        roundNanos = in.getLong();
        valueUnits = in.getLong();
        arrival = in.getDouble();
        bestAlone = in.getDouble();
        for (int i = 0; i < refusals.length; i++) {
            refusals[i] = in.getInt();
            restsUntilNanos[i] = in.getLong();
        }
    }
}
