package io.sextant.engine.recovery;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.outside.VenueReport;
import io.sextant.execution.outside.VenueReport.Holding;
import io.sextant.execution.outside.VenueSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Journals what a venue outside this process said before the core acts on it, and says it again on recovery. One record a report;
 * the numbers of the kinds are on disk and never change.
 */
public final class VenueRecords implements VenueSink {

    private static final int FORMAT = 1;

    private static final int ACCEPTED = 1;
    private static final int REJECTED = 2;
    private static final int FILLED = 3;
    private static final int CANCELLED = 4;
    private static final int CANCEL_REJECTED = 5;
    private static final int AMENDED = 6;
    private static final int AMEND_REJECTED = 7;
    private static final int SILENT = 8;
    private static final int DOUBTED = 9;
    private static final int READ = 10;
    private static final int FROM = 11;

    private final Journal journal;
    private final LongSupplier sequence;
    private final VenueSink core;
    private final StateBytes bytes = new StateBytes();

    public VenueRecords(Journal journal, LongSupplier sequence, VenueSink core) {
        this.journal = journal;
        this.sequence = sequence;
        this.core = core;
    }

    @Override
    public void onReport(VenueReport report) {
        bytes.clear();
        write(bytes, report);
        journal.append(RecordKind.VENUE, sequence.getAsLong(), bytes.array(), bytes.size());
        core.onReport(report);
    }

    static void write(StateWriter out, VenueReport report) {
        out.putInt(FORMAT);
        out.putLong(report.timeNanos());
        switch (report) {
            case VenueReport.Accepted(long order, long at) -> {
                out.putInt(ACCEPTED);
                out.putLong(order);
            }
            case VenueReport.Rejected(long order, long at, RefusalCode code) -> write(out, REJECTED, order, code);
            case VenueReport.Filled filled -> {
                out.putInt(FILLED);
                out.putLong(filled.orderId());
                out.putLong(filled.tradeId());
                out.putLong(filled.priceTicks());
                out.putLong(filled.lots());
                out.putBoolean(filled.maker());
                out.putString(filled.feeCurrency());
                out.putLong(filled.feeUnits());
            }
            case VenueReport.Cancelled(long order, long at) -> {
                out.putInt(CANCELLED);
                out.putLong(order);
            }
            case VenueReport.CancelRejected(long order, long at, RefusalCode code) ->
                write(out, CANCEL_REJECTED, order, code);
            case VenueReport.Amended(long order, long at, long lots, long limitTicks) -> {
                out.putInt(AMENDED);
                out.putLong(order);
                out.putLong(lots);
                out.putLong(limitTicks);
            }
            case VenueReport.AmendRejected(long order, long at, RefusalCode code) ->
                write(out, AMEND_REJECTED, order, code);
            case VenueReport.Silent(long order, long at) -> {
                out.putInt(SILENT);
                out.putLong(order);
            }
            case VenueReport.Doubted(long at, VenueTrust trust, String sentence) -> {
                out.putInt(DOUBTED);
                out.putInt(numberOf(trust));
                out.putString(sentence);
            }
            case VenueReport.Read read -> writeRead(out, read);
            case VenueReport.From(int venue, VenueReport own) -> {
                out.putInt(FROM);
                out.putInt(venue);
                write(out, own);
            }
        }
    }

    private static void write(StateWriter out, int kind, long order, RefusalCode code) {
        out.putInt(kind);
        out.putLong(order);
        out.putInt(code.number());
    }

    private static void writeRead(StateWriter out, VenueReport.Read read) {
        out.putInt(READ);
        out.putInt(read.differences().size());
        for (VenueDifference one : read.differences()) {
            out.putInt(numberOf(one.kind()));
            out.putString(one.subject());
            out.putString(one.here());
            out.putString(one.there());
        }
        out.putInt(read.holdings().size());
        for (Holding holding : read.holdings()) {
            out.putString(holding.currency());
            out.putLong(holding.units());
            out.putLong(holding.grainUnits());
        }
    }

    static VenueReport read(StateReader in) {
        int format = in.getInt();
        if (format != FORMAT) {
            throw new IllegalStateException("a report of a venue in format " + format + " is read by another version");
        }
        long at = in.getLong();
        int kind = in.getInt();
        return switch (kind) {
            case ACCEPTED -> new VenueReport.Accepted(in.getLong(), at);
            case REJECTED -> new VenueReport.Rejected(in.getLong(), at, code(in));
            case FILLED ->
                new VenueReport.Filled(
                        in.getLong(),
                        in.getLong(),
                        at,
                        in.getLong(),
                        in.getLong(),
                        in.getBoolean(),
                        in.getString(),
                        in.getLong());
            case CANCELLED -> new VenueReport.Cancelled(in.getLong(), at);
            case CANCEL_REJECTED -> new VenueReport.CancelRejected(in.getLong(), at, code(in));
            case AMENDED -> new VenueReport.Amended(in.getLong(), at, in.getLong(), in.getLong());
            case AMEND_REJECTED -> new VenueReport.AmendRejected(in.getLong(), at, code(in));
            case SILENT -> new VenueReport.Silent(in.getLong(), at);
            case DOUBTED -> new VenueReport.Doubted(at, trust(in.getInt()), in.getString());
            case READ -> readRead(in, at);
            case FROM -> {
                int venue = in.getInt();
                yield new VenueReport.From(venue, read(in));
            }
            default -> throw new IllegalStateException("unknown report of a venue: " + kind);
        };
    }

    private static VenueReport.Read readRead(StateReader in, long at) {
        List<VenueDifference> differences = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            VenueDifference.Kind kind = kind(in.getInt());
            String subject = in.getString();
            String here = in.getString();
            differences.add(new VenueDifference(kind, subject, here, in.getString()));
        }
        List<Holding> holdings = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String currency = in.getString();
            long units = in.getLong();
            holdings.add(new Holding(currency, units, in.getLong()));
        }
        return new VenueReport.Read(at, differences, holdings);
    }

    private static RefusalCode code(StateReader in) {
        return RefusalCode.ofNumber(in.getInt());
    }

    private static int numberOf(VenueTrust trust) {
        return switch (trust) {
            case CHECKING -> 1;
            case AGREED -> 2;
            case DIFFERS -> 3;
            case UNREACHABLE -> 4;
        };
    }

    private static VenueTrust trust(int number) {
        for (VenueTrust trust : VenueTrust.values()) {
            if (numberOf(trust) == number) {
                return trust;
            }
        }
        throw new IllegalStateException("unknown trust in a venue: " + number);
    }

    private static int numberOf(VenueDifference.Kind kind) {
        return switch (kind) {
            case ORDER_UNKNOWN_HERE -> 1;
            case ORDER_UNKNOWN_THERE -> 2;
            case FILL_MISSED -> 3;
            case QUANTITY_DIFFERS -> 4;
            case BALANCE_DIFFERS -> 5;
        };
    }

    private static VenueDifference.Kind kind(int number) {
        for (VenueDifference.Kind kind : VenueDifference.Kind.values()) {
            if (numberOf(kind) == number) {
                return kind;
            }
        }
        throw new IllegalStateException("unknown difference from a venue: " + number);
    }
}
