package io.sextant.engine.core;

import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.outside.OutsideVenue;
import io.sextant.execution.outside.VenueReport;
import io.sextant.execution.outside.VenueReport.Holding;
import io.sextant.execution.outside.VenueSink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Acts on what a venue outside this process reports, and compares its books with ours. An account may hold more than this desk
 * traded, so each currency has an amount that is not the desk's: taken over before the first order, changed afterwards only
 * because a person settled a difference. A balance counts as different when two readings in a row say the same of it, since a
 * fill can come between reading the orders and reading the account.
 */
final class VenueBooks implements Reconciliation, VenueSink {

    private static final String NOT_READ = "The venue's books have not been read yet.";

    private final OutsideVenue venue;
    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final WorkingOrders orders;
    private final OrderBooking booking;
    private final DeskSwitches switches;
    /** Of this venue, empty where the desk has no other. */
    private final List<Integer> instruments;

    private final Map<String, Long> notOursUnits = new TreeMap<>();
    private final Map<String, Long> doubtedUnits = new TreeMap<>();
    private final TreeSet<String> leftAlone = new TreeSet<>();
    private final List<VenueDifference> differences = new ArrayList<>();
    private final List<VenueDifference> missed = new ArrayList<>();
    private final Map<String, Long> shownUnits = new TreeMap<>();
    private VenueTrust trust = VenueTrust.CHECKING;
    private String reason = NOT_READ;
    private boolean opened;
    private long shownPosition;
    private long fills;

    VenueBooks(
            OutsideVenue venue,
            List<Integer> instruments,
            CoreTime time,
            FactOutlet facts,
            Ledger ledger,
            WorkingOrders orders,
            OrderBooking booking,
            DeskSwitches switches) {
        this.venue = venue;
        this.instruments = List.copyOf(instruments);
        this.time = time;
        this.facts = facts;
        this.ledger = ledger;
        this.orders = orders;
        this.booking = booking;
        this.switches = switches;
    }

    @Override
    public VenueTrust trust() {
        return trust;
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public void onReport(VenueReport report) {
        switch (report) {
            case VenueReport.Accepted(long order, long at) -> orders.onAccepted(order, at);
            case VenueReport.Rejected(long order, long at, var code) -> orders.onRejected(order, at, code);
            case VenueReport.Filled filled -> fill(filled);
            case VenueReport.Cancelled(long order, long at) -> orders.onCancelled(order, at);
            case VenueReport.CancelRejected(long order, long at, var code) -> orders.onCancelRejected(order, at, code);
            case VenueReport.Amended(long order, long at, long lots, long limit) ->
                orders.onAmended(order, at, lots, limit);
            case VenueReport.AmendRejected(long order, long at, var code) -> orders.onAmendRejected(order, at, code);
            case VenueReport.Silent(long order, long at) -> orders.onSilence(order, at);
            case VenueReport.Doubted(long at, VenueTrust now, String sentence) -> doubt(now, sentence);
            case VenueReport.Read read -> compare(read);
            case VenueReport.From from -> throw new IllegalStateException("a report of one of several venues, " + from);
        }
    }

    private void fill(VenueReport.Filled filled) {
        if (orders.find(filled.orderId()) == null) {
            miss(filled);
            return;
        }
        fills++;
        booking.charged(filled.feeCurrency(), filled.feeUnits());
        orders.onFill(
                filled.orderId(),
                filled.tradeId(),
                filled.timeNanos(),
                filled.priceTicks(),
                filled.lots(),
                filled.maker());
        booking.charged("", 0);
    }

    /** The order is over for so long that it is forgotten, so what it traded cannot be booked; a person has to know. */
    private void miss(VenueReport.Filled filled) {
        VenueDifference lost = new VenueDifference(
                VenueDifference.Kind.FILL_MISSED,
                filled.orderId() + "/" + filled.tradeId(),
                "",
                filled.lots() + " lots at " + filled.priceTicks() + " ticks");
        if (missed.contains(lost)) {
            return;
        }
        missed.add(lost);
        differences.add(lost);
        tell(VenueTrust.DIFFERS, lost.sentence());
    }

    /** What differs stays so until it was read again: a venue that cannot be reached does not settle it. */
    private void doubt(VenueTrust now, String sentence) {
        tellIfNew(now, sentence);
    }

    private void compare(VenueReport.Read read) {
        if (!opened) {
            open(read.holdings());
        }
        List<VenueDifference> found = new ArrayList<>(missed);
        for (VenueDifference one : read.differences()) {
            if (one.isOwnOrder() || !leftAlone.contains(one.kind() + " " + one.subject())) {
                found.add(one);
            }
        }
        leftAlone.retainAll(read.differences().stream()
                .map(one -> one.kind() + " " + one.subject())
                .toList());
        boolean doubtful = false;
        shownUnits.clear();
        for (Holding holding : read.holdings()) {
            doubtful |= compare(holding, found);
        }
        boolean asShown = trust == VenueTrust.DIFFERS && differences.equals(found);
        differences.clear();
        differences.addAll(found);
        if (asShown) {
            return;
        }
        if (!found.isEmpty()) {
            tell(VenueTrust.DIFFERS, found.getFirst().sentence());
        } else if (doubtful) {
            tellIfNew(VenueTrust.CHECKING, "A balance seems to differ; the account is read again.");
            venue.readSoon();
        } else {
            fills = 0;
            tellIfNew(VenueTrust.AGREED, "");
        }
    }

    /**
     * Before its first order a desk has nothing that could differ: what the account holds beyond its cash is not the desk's. Of several
     * venues none takes an order before it was read, and all that one holds at first counts as not the desk's.
     */
    private void open(List<Holding> holdings) {
        opened = true;
        if (switches.nextOrderId() == 1 || !instruments.isEmpty()) {
            for (Holding holding : holdings) {
                notOursUnits.put(
                        holding.currency(), Math.subtractExact(holding.units(), heldUnits(holding.currency())));
            }
        }
    }

    private long heldUnits(String currency) {
        return instruments.isEmpty() ? ledger.heldUnits(currency) : ledger.tradedUnits(currency, instruments);
    }

    /** What the venue's account holds of a currency as cash, by what was read of it and traded there since. */
    long cashUnits(String currency) {
        return Math.addExact(notOursUnits.getOrDefault(currency, 0L), ledger.cashFlowUnits(currency, instruments));
    }

    boolean showedAt(long position) {
        return !differences.isEmpty() && position == shownPosition;
    }

    /** Whether it has to be read once more before anything can be said. */
    private boolean compare(Holding holding, List<VenueDifference> found) {
        String currency = holding.currency();
        long ours = Math.addExact(heldUnits(currency), notOursUnits.getOrDefault(currency, 0L));
        long more = Math.subtractExact(holding.units(), ours);
        if (Math.absExact(more) <= Math.multiplyExact(holding.grainUnits(), fills + 1)) {
            doubtedUnits.remove(currency);
            notOursUnits.merge(currency, more, Math::addExact);
            return false;
        }
        Long before = doubtedUnits.put(currency, more);
        if (before == null || before != more) {
            return true;
        }
        shownUnits.put(currency, more);
        found.add(new VenueDifference(
                VenueDifference.Kind.BALANCE_DIFFERS,
                currency,
                amount(ours, currency),
                amount(holding.units(), currency)));
        return false;
    }

    private String amount(long units, String currency) {
        return BigDecimal.valueOf(units, ledger.currencyOf(currency).scale())
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Takes the venue's word for all that was shown, and for nothing else. */
    Outcome settle(SettleDifferences settle) {
        if (differences.isEmpty() || settle.shownPosition() != shownPosition) {
            return new Outcome.Refused(Refusal.of(RefusalCode.NOTHING_TO_SETTLE));
        }
        for (VenueDifference one : differences) {
            switch (one.kind()) {
                case BALANCE_DIFFERS ->
                    notOursUnits.merge(one.subject(), shownUnits.getOrDefault(one.subject(), 0L), Math::addExact);
                case ORDER_UNKNOWN_THERE -> end(one.subject());
                case ORDER_UNKNOWN_HERE, FILL_MISSED, QUANTITY_DIFFERS -> {
                    // An order under our own name goes on filling for us: that is not over until the venue has it no
                    // more.
                    if (!one.isOwnOrder()) {
                        leftAlone.add(one.kind() + " " + one.subject());
                    }
                }
            }
        }
        missed.clear();
        doubtedUnits.clear();
        tellSettled(settle.reason());
        venue.readSoon();
        return Outcome.DONE;
    }

    private void end(String order) {
        long orderId = Long.parseLong(order);
        orders.onCancelled(orderId, time.marketNanos);
        venue.forget(orderId);
    }

    private void tellSettled(String why) {
        List<VenueDifference> settled = List.copyOf(differences);
        differences.clear();
        trust = VenueTrust.CHECKING;
        reason = "Settled by a person: " + why;
        tell(settled);
    }

    private void tellIfNew(VenueTrust now, String sentence) {
        if (now != trust || !sentence.equals(reason)) {
            tell(now, sentence);
        }
    }

    private void tell(VenueTrust now, String sentence) {
        trust = now;
        reason = sentence;
        tell(differences);
    }

    private void tell(List<VenueDifference> what) {
        switches.touch();
        if (facts.isListening()) {
            shownPosition = facts.nextPosition();
            facts.accept(told(trust == VenueTrust.AGREED ? List.of() : what));
        }
    }

    /** What was told last, at the time of asking. */
    VenueChecked told() {
        return told(trust == VenueTrust.AGREED ? List.of() : differences);
    }

    private VenueChecked told(List<VenueDifference> what) {
        return new VenueChecked(shownPosition, time.marketNanos, venue.name(), trust, reason, what);
    }

    void save(StateWriter out) {
        out.putString(trust.name());
        out.putString(reason);
        out.putBoolean(opened);
        out.putLong(shownPosition);
        out.putLong(fills);
        save(out, notOursUnits);
        save(out, doubtedUnits);
        save(out, shownUnits);
        out.putInt(leftAlone.size());
        leftAlone.forEach(out::putString);
        save(out, differences);
        save(out, missed);
    }

    private static void save(StateWriter out, List<VenueDifference> list) {
        out.putInt(list.size());
        for (VenueDifference one : list) {
            out.putString(one.kind().name());
            out.putString(one.subject());
            out.putString(one.here());
            out.putString(one.there());
        }
    }

    private static void save(StateWriter out, Map<String, Long> amounts) {
        out.putInt(amounts.size());
        amounts.forEach((currency, units) -> {
            out.putString(currency);
            out.putLong(units);
        });
    }

    void load(StateReader in) {
        trust = VenueTrust.valueOf(in.getString());
        reason = in.getString();
        opened = in.getBoolean();
        shownPosition = in.getLong();
        fills = in.getLong();
        load(in, notOursUnits);
        load(in, doubtedUnits);
        load(in, shownUnits);
        leftAlone.clear();
        for (int left = in.getInt(); left > 0; left--) {
            leftAlone.add(in.getString());
        }
        load(in, differences);
        load(in, missed);
    }

    private static void load(StateReader in, List<VenueDifference> list) {
        list.clear();
        for (int left = in.getInt(); left > 0; left--) {
            VenueDifference.Kind kind = VenueDifference.Kind.valueOf(in.getString());
            String subject = in.getString();
            String here = in.getString();
            list.add(new VenueDifference(kind, subject, here, in.getString()));
        }
    }

    private static void load(StateReader in, Map<String, Long> amounts) {
        amounts.clear();
        for (int left = in.getInt(); left > 0; left--) {
            String currency = in.getString();
            amounts.put(currency, in.getLong());
        }
    }
}
