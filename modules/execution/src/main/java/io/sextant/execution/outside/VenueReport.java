package io.sextant.execution.outside;

import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;

/**
 * What a venue outside this process said, or that it said nothing. Nothing can say it again, so the engine journals each report
 * before it acts on it. {@code timeNanos} is the venue's time where it gave one, else ours.
 */
public sealed interface VenueReport {

    long timeNanos();

    record Accepted(long orderId, long timeNanos) implements VenueReport {}

    record Rejected(long orderId, long timeNanos, RefusalCode code) implements VenueReport {}

    /** {@code feeUnits} are ledger units of {@code feeCurrency}, which is empty where the venue did not say what it charged. */
    record Filled(
            long orderId,
            long tradeId,
            long timeNanos,
            long priceTicks,
            long lots,
            boolean maker,
            String feeCurrency,
            long feeUnits)
            implements VenueReport {}

    record Cancelled(long orderId, long timeNanos) implements VenueReport {}

    record CancelRejected(long orderId, long timeNanos, RefusalCode code) implements VenueReport {}

    record Amended(long orderId, long timeNanos, long lots, long limitTicks) implements VenueReport {}

    record AmendRejected(long orderId, long timeNanos, RefusalCode code) implements VenueReport {}

    /** The venue did not answer about this order; only the venue can say where it stands. */
    record Silent(long orderId, long timeNanos) implements VenueReport {}

    /** The venue's books are being read, or cannot be read. Never told with {@link VenueTrust#AGREED}: that is for our side to say. */
    record Doubted(long timeNanos, VenueTrust trust, String sentence) implements VenueReport {}

    /**
     * All of the venue's books were read: {@code differences} among the orders, and what the account holds. While it was read
     * nothing that we asked for was under way.
     */
    record Read(long timeNanos, List<VenueDifference> differences, List<Holding> holdings) implements VenueReport {

        public Read {
            differences = List.copyOf(differences);
            holdings = List.copyOf(holdings);
        }
    }

    /** A report of one of several venues, by its place among them. */
    record From(int venue, VenueReport report) implements VenueReport {

        public From {
            if (report instanceof From) {
                throw new IllegalArgumentException("a venue of venues");
            }
        }

        @Override
        public long timeNanos() {
            return report.timeNanos();
        }
    }

    /**
     * What an account holds of a currency, in use or not, in ledger units; {@code grainUnits} is the smallest amount that the
     * venue itself counts in, by which its roundings may differ from ours.
     */
    record Holding(String currency, long units, long grainUnits) {}
}
