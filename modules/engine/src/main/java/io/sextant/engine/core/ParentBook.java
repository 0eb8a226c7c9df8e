package io.sextant.engine.core;

import io.sextant.domain.codec.CommandCodec;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.Steering;
import io.sextant.execution.algo.Algo;
import io.sextant.execution.bracket.Bracket;
import io.sextant.execution.bracket.Flatten;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.parent.Parent;
import io.sextant.execution.parent.Steered;
import io.sextant.execution.routing.RouteOrder;
import io.sextant.execution.routing.RouteOrder.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parents: those that work, in the order of their beginning, and the newest of those that are over, which still count what fills
 * late. They hear of everything at once and act after the step.
 */
final class ParentBook {

    static final int MOST_WORKING = 256;

    private static final int REMEMBERED = 64;
    private static final long REPEATED_NANOS = 2_000_000_000L;
    private static final int ROUNDS = 16;
    private static final CommandKey KEY = new CommandKey("parent");

    private static final int BY_COMMAND = 1;
    private static final int FLATTENING = 2;

    private final InstrumentCatalog instruments;
    private final List<Entry> working = new ArrayList<>();
    private final List<Entry> over = new ArrayList<>();
    private final ParentHands hands;
    private final long seed;
    private long version;

    /** {@code made} is what it was asked for by, null for a flattening. */
    private record Entry(Parent parent, @Nullable Command made) {}

    ParentBook(InstrumentCatalog instruments, long seed, ParentHands hands) {
        this.instruments = instruments;
        this.seed = seed;
        this.hands = hands;
    }

    boolean isFull() {
        return working.size() >= MOST_WORKING;
    }

    /** Begins a parent; false when the gate refused its first order, and then there is none. */
    boolean beginBracket(long id, BracketTerms terms) {
        int index = instruments.indexOf(terms.instrument());
        Bracket bracket = new Bracket(id, index, instruments.get(index), terms);
        begin(bracket, new PlaceBracket(terms));
        if (bracket.enter(hands)) {
            return true;
        }
        working.removeLast();
        return false;
    }

    void beginAlgo(long id, AlgoTerms terms) {
        begin(algorithm(id, terms), new PlaceAlgo(terms));
    }

    private Parent algorithm(long id, AlgoTerms terms) {
        Place home = place(terms.instrument());
        if (terms.plan() instanceof AlgoPlan.Route(List<InstrumentId> alsoAt, long _)) {
            List<Place> places = new ArrayList<>(List.of(home));
            alsoAt.forEach(other -> places.add(place(other)));
            return new RouteOrder(id, places, terms);
        }
        return new Algo(id, home.index(), home.instrument(), terms, seed);
    }

    private Place place(InstrumentId instrument) {
        int index = instruments.indexOf(instrument);
        return new Place(index, instruments.get(index));
    }

    /** False when there is no algorithm of that number, or it made no sense now. */
    boolean steer(long id, Steering how) {
        return findWorking(id) instanceof Steered steered && steered.steer(how, hands);
    }

    void beginFlatten(long id, int index, Side side, long lots) {
        begin(new Flatten(id, index, instruments.get(index), side, lots, OrderOrigin.TICKET), null);
    }

    private void begin(Parent parent, @Nullable Command made) {
        working.add(new Entry(parent, made));
        parent.begin(hands);
        version++;
    }

    /** Whether the same was begun a moment ago: a second press of a key, not a second wish. */
    boolean isRepeated(AlgoTerms terms) {
        for (Entry entry : working) {
            boolean same = entry.made() instanceof PlaceAlgo(AlgoTerms made) && made.equals(terms);
            if (same && hands.nowNanos() < entry.parent().createdNanos() + REPEATED_NANOS) {
                return true;
            }
        }
        return false;
    }

    boolean hasWorking(int index) {
        return working.stream().anyMatch(entry -> entry.parent().concerns(index));
    }

    Optional<OrderId> findFlattening(int index) {
        for (int i = 0; i < working.size(); i++) {
            Parent parent = working.get(i).parent();
            if (parent instanceof Flatten && parent.index() == index) {
                return Optional.of(new OrderId(parent.id()));
            }
        }
        return Optional.empty();
    }

    /** Whether a parent of that number flattens, or did so lately. */
    boolean isFlatten(long id) {
        for (int i = 0; i < working.size(); i++) {
            Parent parent = working.get(i).parent();
            if (parent.id() == id) {
                return parent instanceof Flatten;
            }
        }
        return over.stream().anyMatch(entry -> entry.parent().id() == id && entry.parent() instanceof Flatten);
    }

    /** Whether there is a parent of that number to be cancelled. */
    boolean cancel(long id, String why) {
        Parent parent = findWorking(id);
        if (parent != null) {
            parent.cancel(why, hands);
        }
        return parent != null;
    }

    void cancelAll(Predicate<Parent> meant, String why) {
        for (Entry entry : working) {
            if (meant.test(entry.parent())) {
                entry.parent().cancel(why, hands);
            }
        }
    }

    @Nullable Parent findWorking(long id) {
        for (Entry entry : working) {
            if (entry.parent().id() == id) {
                return entry.parent();
            }
        }
        return null;
    }

    /** Whether a waiting order whose price came has to stay for now. */
    boolean holdsBack(OrderSlot slot) {
        return slot.link().hasParent()
                && findWorking(slot.link().parent()) instanceof Bracket bracket
                && bracket.holdsBack(slot.orderId());
    }

    /** The most that a waiting order whose price came may send now. */
    long mostLots(OrderSlot slot) {
        return slot.link().leg() == OrderLeg.STOP && findWorking(slot.link().parent()) instanceof Bracket bracket
                ? bracket.stopLots(hands)
                : Long.MAX_VALUE;
    }

    void orderChanged(OrderSlot slot, String why) {
        if (working.isEmpty()) {
            return;
        }
        for (Entry entry : working) {
            Parent parent = entry.parent();
            if (parent.id() == slot.link().parent()) {
                parent.orderChanged(slot, why, hands);
            } else if (parent instanceof Flatten && parent.index() == slot.instrument()) {
                parent.wantLook();
            }
        }
    }

    void filled(OrderSlot slot, long priceTicks, long lots, long feeUnits) {
        if (slot.link().hasParent()) {
            filled(working, slot, priceTicks, lots, feeUnits);
            filled(over, slot, priceTicks, lots, feeUnits);
        }
    }

    private void filled(List<Entry> entries, OrderSlot slot, long priceTicks, long lots, long feeUnits) {
        for (Entry entry : entries) {
            if (entry.parent().id() == slot.link().parent()) {
                entry.parent()
                        .filled(slot.orderId(), slot.instrument(), slot.link().leg(), priceTicks, lots, feeUnits);
                version++;
            }
        }
    }

    void traded(int instrument, long nowNanos, long priceTicks, long lots) {
        for (int i = 0; i < working.size(); i++) {
            Parent parent = working.get(i).parent();
            if (parent.index() == instrument) {
                parent.traded(nowNanos, priceTicks, lots);
            }
        }
    }

    /** When the next parent has to look by itself, {@link Long#MAX_VALUE} when none has. */
    long nextNanos() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < working.size(); i++) {
            next = Math.min(next, working.get(i).parent().wakeNanos());
        }
        return next;
    }

    void due(long nowNanos) {
        for (Entry entry : working) {
            if (entry.parent().wakeNanos() <= nowNanos) {
                entry.parent().wake(nowNanos);
            }
        }
    }

    /** Lets each that heard something act; what that leads to is heard in the next round. */
    void look() {
        if (working.isEmpty()) {
            return;
        }
        boolean again = true;
        for (int round = 0; round < ROUNDS && again; round++) {
            again = false;
            for (int i = 0; i < working.size(); i++) {
                Parent parent = working.get(i).parent();
                if (parent.needsLook()) {
                    parent.looked();
                    parent.look(hands);
                    again = true;
                }
            }
            retire();
        }
    }

    private void retire() {
        for (int i = 0; i < working.size(); ) {
            Entry entry = working.get(i);
            if (entry.parent().isOver()) {
                working.remove(i);
                over.add(entry);
                if (over.size() > REMEMBERED) {
                    over.removeFirst();
                }
                version++;
            } else {
                i++;
            }
        }
    }

    /** Those that work and the newest that are over, in the order of their beginning within each. */
    List<ParentOrder> orders() {
        List<ParentOrder> orders = new ArrayList<>();
        working.forEach(entry -> orders.add(entry.parent().toOrder()));
        over.reversed().forEach(entry -> orders.add(entry.parent().toOrder()));
        return orders;
    }

    /** Moves whenever a parent changed; not part of the state. */
    long version() {
        return version + hands.told();
    }

    void save(StateWriter out) {
        save(out, working);
        save(out, over);
    }

    private static void save(StateWriter out, List<Entry> entries) {
        out.putInt(entries.size());
        for (Entry entry : entries) {
            Parent parent = entry.parent();
            out.putLong(parent.id());
            out.putInt(parent.index());
            if (entry.made() == null) {
                ParentOrder order = parent.toOrder();
                out.putInt(FLATTENING);
                out.putBoolean(order.side() == Side.BUY);
                out.putLong(parent.lots());
            } else {
                out.putInt(BY_COMMAND);
                CommandCodec.write(out, KEY, entry.made());
            }
            parent.save(out);
        }
    }

    void load(StateReader in) {
        load(in, working);
        load(in, over);
    }

    private void load(StateReader in, List<Entry> entries) {
        entries.clear();
        for (int left = in.getInt(); left > 0; left--) {
            long id = in.getLong();
            int index = in.getInt();
            Entry entry = in.getInt() == FLATTENING
                    ? flatten(id, index, in)
                    : made(id, index, CommandCodec.read(in).command());
            entry.parent().load(in);
            entries.add(entry);
        }
    }

    private Entry flatten(long id, int index, StateReader in) {
        Side side = in.getBoolean() ? Side.BUY : Side.SELL;
        return new Entry(new Flatten(id, index, instruments.get(index), side, in.getLong(), OrderOrigin.TICKET), null);
    }

    private Entry made(long id, int index, Command command) {
        Instrument instrument = instruments.get(index);
        return switch (command) {
            case PlaceBracket(var terms) -> new Entry(new Bracket(id, index, instrument, terms), command);
            case PlaceAlgo(var terms) -> new Entry(algorithm(id, terms), command);
            default -> throw new IllegalStateException("a parent is not made by " + command);
        };
    }
}
