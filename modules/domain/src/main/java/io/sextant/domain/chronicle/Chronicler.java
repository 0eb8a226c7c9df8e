package io.sextant.domain.chronicle;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.session.SessionTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Puts the facts of one order together, and books every fill of the desk up to its last one. */
public final class Chronicler {

    private final SessionTerms terms;
    private final OrderFacts remembered;

    public Chronicler(SessionTerms terms, OrderFacts remembered) {
        this.terms = terms;
        this.remembered = remembered;
    }

    /** Empty when no order of that number ever passed the gate. */
    public Optional<OrderChronicle> find(OrderId id) {
        List<Event> facts = remembered.story(id);
        Map<Long, Booking> bookings = bookings(facts);
        List<Chapter> chapters = new ArrayList<>();
        Optional<Order> order = Optional.empty();
        Optional<OrderPassport> passport = Optional.empty();
        for (Event fact : facts) {
            if (fact instanceof OrderChanged changed) {
                chapters.addAll(chaptersOf(changed, order));
                order = Optional.of(changed.order());
            } else if (fact instanceof OrderFilled filled) {
                Booking booking = Objects.requireNonNull(
                        bookings.get(filled.position()), () -> "the fill at " + filled.position() + " was not booked");
                chapters.add(new Chapter.Filled(filled.position(), filled.timeNanos(), filled.fill(), booking));
            } else if (fact instanceof PassportWritten written) {
                passport = Optional.of(written.passport());
            }
        }
        Optional<OrderPassport> written = passport;
        return order.map(last -> new OrderChronicle(last, terms.mode(), terms.feed(), chapters, written));
    }

    private static List<Chapter> chaptersOf(OrderChanged changed, Optional<Order> before) {
        long position = changed.position();
        long timeNanos = changed.timeNanos();
        Order order = changed.order();
        if (before.isEmpty()) {
            return List.of(
                    new Chapter.Asked(position, order.createdNanos(), order.terms()),
                    new Chapter.Passed(position, timeNanos),
                    new Chapter.Moved(position, timeNanos, changed.from(), order, changed.reason()));
        }
        OrderDraft earlier = before.get().terms();
        boolean stayed = changed.from() == order.state();
        return List.of(
                stayed || !earlier.equals(order.terms())
                        ? new Chapter.Amended(position, timeNanos, earlier, order, changed.reason())
                        : new Chapter.Moved(position, timeNanos, changed.from(), order, changed.reason()));
    }

    /** By the fill's place in the journal. */
    private Map<Long, Booking> bookings(List<Event> facts) {
        NavigableSet<Long> own = new TreeSet<>();
        for (Event fact : facts) {
            if (fact instanceof OrderFilled) {
                own.add(fact.position());
            }
        }
        Map<Long, Booking> bookings = new HashMap<>();
        if (!own.isEmpty()) {
            ReplayedLedger ledger = new ReplayedLedger(terms);
            remembered.eachFill(own.last(), (position, fill) -> {
                Booking booking = ledger.book(fill);
                if (own.contains(position)) {
                    bookings.put(position, booking);
                }
            });
        }
        return bookings;
    }
}
