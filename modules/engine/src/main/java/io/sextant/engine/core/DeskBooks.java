package io.sextant.engine.core;

import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.outside.OutsideVenue;
import io.sextant.execution.outside.VenueReport;
import io.sextant.execution.outside.VenueSink;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The books of each venue of a desk. As a whole they are trusted as far as the worst of them; what goes to one venue goes by that one's
 * alone.
 */
final class DeskBooks implements Reconciliation, VenueSink {

    private final DeskVenues venues;
    private final InstrumentCatalog instruments;
    private final List<VenueBooks> books;

    DeskBooks(
            OutsideVenue venue,
            DeskVenues venues,
            InstrumentCatalog instruments,
            CoreTime time,
            FactOutlet facts,
            Ledger ledger,
            WorkingOrders orders,
            OrderBooking booking,
            DeskSwitches switches) {
        this.venues = venues;
        this.instruments = instruments;
        List<OutsideVenue> members = venue.members();
        if (members.size() != venues.count()) {
            throw new IllegalArgumentException(
                    "a desk over " + venues.names() + " has " + members.size() + " venues to send to");
        }
        books = IntStream.range(0, members.size())
                .mapToObj(i -> new VenueBooks(
                        members.get(i),
                        venues.areSeveral() ? venues.instrumentsOf(i) : List.of(),
                        time,
                        facts,
                        ledger,
                        orders,
                        booking,
                        switches))
                .toList();
    }

    /** They need each other; {@code sink} hears what the venue reports. */
    void connect(OutsideVenue venue, CommandDesk desk, DeskGateView view, VenueSink sink) {
        view.fundedBy(this::fundsUnits);
        desk.settling(this);
        venue.hear(sink);
        venue.compareBy(this);
    }

    @Override
    public void onReport(VenueReport report) {
        if (report instanceof VenueReport.From(int venue, VenueReport own)) {
            books.get(venue).onReport(own);
        } else {
            books.getFirst().onReport(report);
        }
    }

    @Override
    public VenueTrust trust() {
        return worst().trust();
    }

    @Override
    public String reason() {
        return worst().reason();
    }

    @Override
    public Reconciliation at(int instrument) {
        return books.get(venues.of(instrument));
    }

    private VenueBooks worst() {
        VenueBooks worst = books.getFirst();
        for (VenueBooks one : books) {
            worst = one.trust().isWorseThan(worst.trust()) ? one : worst;
        }
        return worst;
    }

    /** What an instrument's own venue holds of its quote currency. */
    private long fundsUnits(int instrument) {
        return books.get(venues.of(instrument))
                .cashUnits(instruments.get(instrument).quote().code());
    }

    /** Of the venue whose differences were shown there. */
    Outcome settle(SettleDifferences settle) {
        return books.stream()
                .filter(one -> one.showedAt(settle.shownPosition()))
                .findFirst()
                .orElse(books.getFirst())
                .settle(settle);
    }

    /** What was told last of the venue that is worst off. */
    VenueChecked told() {
        return worst().told();
    }

    void save(StateWriter out) {
        books.forEach(one -> one.save(out));
    }

    void load(StateReader in) {
        books.forEach(one -> one.load(in));
    }
}
