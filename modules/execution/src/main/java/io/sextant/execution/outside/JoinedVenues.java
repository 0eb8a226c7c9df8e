package io.sextant.execution.outside;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several venues outside this process as one: each order goes to the venue of its instrument, and stays that venue's for as long as it
 * lives. What a venue says of its own books says from whom it is, so each is trusted, halted and read apart from the others. Every
 * member knows instruments by their index on the desk.
 */
public final class JoinedVenues implements OutsideVenue {

    private final String name;
    private final DeskVenues venues;
    private final List<OutsideVenue> members;
    /** Of far more orders than can work at a time. */
    private static final int REMEMBERED = 1 << 17;

    private final Map<Long, Integer> memberByOrder = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int turn;
    private Reconciliation books = Reconciliation.NOT_NEEDED;

    /** {@code members} in the order of {@code venues}. */
    public JoinedVenues(DeskVenues venues, List<? extends OutsideVenue> members) {
        if (members.size() != venues.count()) {
            throw new IllegalArgumentException(
                    "there are " + venues.count() + " venues and " + members.size() + " doors");
        }
        this.venues = venues;
        this.members = List.copyOf(members);
        name = String.join(DeskVenues.BETWEEN, venues.names());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<OutsideVenue> members() {
        return members;
    }

    @Override
    public void connect(VenueListener listener) {
        members.forEach(member -> member.connect(listener));
    }

    @Override
    public void hear(VenueSink sink) {
        for (int i = 0; i < members.size(); i++) {
            int venue = i;
            members.get(i).hear(report -> sink.onReport(new VenueReport.From(venue, report)));
        }
    }

    @Override
    public void compareBy(Reconciliation newBooks) {
        books = newBooks;
        for (int i = 0; i < members.size(); i++) {
            members.get(i).compareBy(newBooks.at(venues.instrumentsOf(i).getFirst()));
        }
    }

    @Override
    public VenueTrust trust() {
        return books.trust();
    }

    @Override
    public String reason() {
        return books.reason();
    }

    @Override
    public Reconciliation at(int instrument) {
        return books.at(instrument);
    }

    @Override
    public void begin(List<StandingOrder> standing, Outlet outlet) {
        standing.forEach(order -> memberByOrder.put(order.orderId(), venues.of(order.instrument())));
        for (int i = 0; i < members.size(); i++) {
            int venue = i;
            members.get(i)
                    .begin(
                            standing.stream()
                                    .filter(order -> venues.of(order.instrument()) == venue)
                                    .toList(),
                            outlet);
        }
    }

    @Override
    public void submit(CheckedOrder order, long nowNanos) {
        int venue = venues.of(order.instrument());
        memberByOrder.put(order.orderId(), venue);
        members.get(venue).submit(order, nowNanos);
    }

    @Override
    public void cancel(long orderId, long nowNanos) {
        memberOf(orderId).cancel(orderId, nowNanos);
    }

    @Override
    public void amend(CheckedAmend amend, long nowNanos) {
        memberOf(amend.orderId()).amend(amend, nowNanos);
    }

    /** One that nobody has is answered by the first as by any: not at the venue. */
    private OutsideVenue memberOf(long orderId) {
        return members.get(memberByOrder.getOrDefault(orderId, 0));
    }

    @Override
    public void forget(long orderId) {
        memberOf(orderId).forget(orderId);
    }

    @Override
    public void guard(boolean wanted) {
        members.forEach(member -> member.guard(wanted));
    }

    @Override
    public void readSoon() {
        members.forEach(OutsideVenue::readSoon);
    }

    @Override
    public void abandon() {
        members.forEach(OutsideVenue::abandon);
    }

    @Override
    public long nextNanos() {
        long next = Long.MAX_VALUE;
        for (OutsideVenue member : members) {
            next = Math.min(next, member.nextNanos());
        }
        return next;
    }

    /** Each in its turn, so that a venue with much to say does not keep the others from being heard. */
    @Override
    public void step() {
        for (int tried = 0; tried < members.size(); tried++) {
            OutsideVenue member = members.get(turn);
            turn = (turn + 1) % members.size();
            if (member.nextNanos() == NOW) {
                member.step();
                return;
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        members.forEach(member -> member.save(out));
    }

    @Override
    public void load(StateReader in) {
        members.forEach(member -> member.load(in));
    }

    @Override
    public void close() {
        members.forEach(OutsideVenue::close);
    }
}
