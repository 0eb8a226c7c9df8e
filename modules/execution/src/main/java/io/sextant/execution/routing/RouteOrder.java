package io.sextant.execution.routing;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
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

    private static final int MOST_LEVELS = 200;
    private static final int FINER_DIGITS = 2;

    private final AlgoTerms terms;
    private final long durationNanos;
    private final List<Place> places;
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

    /** Whether no venue would take an order of what is left. */
    private boolean isTooLittle(long free, ParentDesk desk) {
        for (Place place : places) {
            long ticks = Math.max(desk.bidTicks(place.index()), desk.lastTicks(place.index()));
            if (free >= place.units(place.instrument().smallestLotsAt(ticks))) {
                return false;
            }
        }
        return true;
    }

    private void route(long free, ParentDesk desk) {
        List<Book> books = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            boolean leftOut = isAsked(places.get(i)) || restsUntilNanos[i] > desk.nowNanos();
            Book book = leftOut ? null : offer(places.get(i), true, desk);
            if (book != null) {
                books.add(book);
            }
        }
        noteBestAlone(desk);
        Quantity part = dropCoarse(books, free);
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

    private boolean isAsked(Place place) {
        return children.stream().anyMatch(child -> child.index() == place.index() && child.isWorking());
    }

    /** As much of it as all of these venues can count; the coarsest of them are left out while that is nothing. */
    private Quantity dropCoarse(List<Book> books, long free) {
        int scale = instrument.positionScale();
        while (!books.isEmpty()) {
            long step = RoutePlanner.step(books).unitsAt(scale);
            if (free >= step) {
                return Quantity.of(free / step * step, scale);
            }
            long coarsest = books.stream()
                    .mapToLong(book -> book.instrument().positionUnitsPerLot())
                    .max()
                    .orElseThrow();
            books.removeIf(book -> book.instrument().positionUnitsPerLot() == coarsest);
        }
        return Quantity.of(0, scale);
    }

    /** What can be taken there, or with {@code mine} only what limits, holdings and the venue's balance allow; null for nothing. */
    private @Nullable Book offer(Place place, boolean mine, ParentDesk desk) {
        int at = place.index();
        if (!desk.isOpen(at)) {
            return null;
        }
        Side other = side.opposite();
        int levels = Math.min(MOST_LEVELS, desk.levels(at, other));
        long[] ticks = new long[levels];
        long[] sizes = new long[levels];
        long most = mine ? desk.largestOrderLots(at, side) : Long.MAX_VALUE;
        long taken = 0;
        int count = 0;
        while (count < levels) {
            long price = desk.levelTicks(at, other, count);
            long payable = mine ? Math.min(most, desk.payableLots(at, side, price)) : Long.MAX_VALUE;
            long here = Math.min(desk.levelLots(at, other, count), payable - taken);
            if (here <= 0 || isBeyond(place.instrument().priceOf(price))) {
                break;
            }
            ticks[count] = price;
            sizes[count] = here;
            taken += here;
            count++;
        }
        if (count == 0) {
            return null;
        }
        long lowest = side == Side.BUY ? ticks[0] : ticks[count - 1];
        return new Book(
                place.name(),
                place.instrument(),
                Arrays.copyOf(ticks, count),
                Arrays.copyOf(sizes, count),
                place.instrument().fees().takerPartsPerMillion(),
                place.instrument().smallestLotsAt(lowest));
    }

    private boolean isBeyond(Price price) {
        Price limit = terms.limit();
        return limit != null && side.sign() * price.compareTo(limit) > 0;
    }

    /** What the whole would have cost at the venue that is best for it alone, by the books of the first round. */
    private void noteBestAlone(ParentDesk desk) {
        if (rounds > 0 || bestAlone > 0) {
            return;
        }
        List<Book> books = new ArrayList<>();
        for (Place place : places) {
            Book book = offer(place, false, desk);
            if (book != null) {
                books.add(book);
            }
        }
        Quantity whole = dropCoarse(books, lots);
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
        long reserved = 0;
        for (Child child : children) {
            if (child.isWorking() || now < child.endedNanos() + LATE_FILL_NANOS) {
                reserved += placeOf(child.index()).units(child.remainingLots());
            }
        }
        return reserved;
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

    @Override
    protected @Nullable Price arrivalPrice() {
        return price(arrival);
    }

    @Override
    protected @Nullable Price averagePrice() {
        if (filledLots == 0) {
            return null;
        }
        double value =
                valueUnits / (double) Decimals.powerOfTen(instrument.quote().scale());
        return price(value / quantity(filledLots).toDouble());
    }

    /** With fees; none where no venue alone offers the whole. */
    @Override
    protected @Nullable Price benchmarkPrice() {
        return price(bestAlone);
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
