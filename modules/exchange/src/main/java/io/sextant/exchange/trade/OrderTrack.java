package io.sextant.exchange.trade;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.exchange.port.Listing;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.outside.StandingOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of one order while it may be at the venue. All under the lock of {@link LiveTrading}. */
final class OrderTrack {

    static final int NO_REVISION = -1;
    static final long SAME = -1;

    /** When a request was sent that was not. */
    static final long NOT_SENT = Long.MAX_VALUE / 2;

    /** What was asked last and is not settled. */
    enum Asked {
        NOTHING,
        PLACE,
        CANCEL,
        /** New terms, in place. */
        AMEND,
        /** New terms by a new order: the old one is being cancelled. */
        REPLACE_CANCEL,
        /** The old one is gone, the new one is being placed. */
        REPLACE_PLACE,
        /** New terms by a new order were asked for in an earlier life of this desk; how far that went is not known. */
        REPLACE_UNKNOWN
    }

    final long orderId;
    final Listing listing;
    final Side side;
    final BookEntry entry;
    long lots;
    long limitTicks;
    long filledLots;
    long askedLots;
    long askedLimitTicks;
    int amends;
    int revision;
    /**
     * The order that a new one may have taken the place of in an earlier life, as long as its executions were not read again: what
     * that life heard of them and did not keep is told by nobody else.
     */
    int unreadRevision = NO_REVISION;

    Asked asked = Asked.NOTHING;
    boolean cancelWanted;
    boolean acknowledged;
    /** The engine was told that the venue does not answer. */
    boolean silent;

    boolean unknownThere;
    /** What is left of the order at the venue where that is not what is left of it here, else {@link #SAME}. */
    long restThere = SAME;
    /** What the venue executed beyond the quantity that our books have. */
    long missedLots;

    boolean done;
    boolean looking;
    int cancels;
    /** How many requests were made: an answer to an older one says nothing of the newest. */
    int requests;
    /** The newest request is on its way, and so may still be stamped and sent. */
    boolean sending;

    long wantedNanos;
    long sentNanos;
    /** How long the newest request may be carried out after it was sent. */
    long lapseNanos;
    /** When to cancel once more, {@link Long#MAX_VALUE} for not at all. */
    long cancelAgainNanos = Long.MAX_VALUE;

    long quietNanos;
    /** When to look for the order at the venue, {@link Long#MAX_VALUE} for no need. */
    long lookNanos = Long.MAX_VALUE;

    final Map<Integer, String> venueIds = new HashMap<>();
    private final Set<Long> told = new HashSet<>();
    private final Set<Long> counted = new HashSet<>();
    private final Map<Integer, Long> countedLots = new HashMap<>();

    OrderTrack(CheckedOrder order, Listing listing) {
        this.listing = listing;
        orderId = order.orderId();
        side = order.side();
        entry = order.entry();
        lots = order.lots();
        limitTicks = order.limitTicks();
        asked = Asked.PLACE;
    }

    /** One from before: its request may have arrived or not, so it counts as sent just now. */
    OrderTrack(StandingOrder order, Listing listing, boolean amendsInPlace, long nowNanos) {
        this.listing = listing;
        orderId = order.orderId();
        side = order.side();
        entry = order.entry();
        lots = order.lots();
        limitTicks = order.limitTicks();
        filledLots = order.filledLots();
        askedLots = order.askedLots();
        askedLimitTicks = order.askedLimitTicks();
        amends = order.amends();
        revision = amendsInPlace ? 0 : order.revision();
        acknowledged = order.acknowledged();
        told.addAll(order.seenTrades());
        sentNanos = nowNanos;
        quietNanos = nowNanos;
        if (!order.acknowledged()) {
            asked = Asked.PLACE;
        } else if (order.amendAsked()) {
            asked = amendsInPlace ? Asked.AMEND : Asked.REPLACE_UNKNOWN;
            unreadRevision = amendsInPlace ? NO_REVISION : revision;
        }
        cancelWanted = order.cancelAsked();
    }

    /** New terms are wanted and not sent yet: until they are, nothing can be said to be missing. */
    void hold(long nowNanos) {
        wantedNanos = nowNanos;
        sentNanos = NOT_SENT;
        lookNanos = Long.MAX_VALUE;
        cancelAgainNanos = Long.MAX_VALUE;
        sending = false;
    }

    /** Whether what was asked would bring an order to the market, and has not left yet. */
    boolean isHeld() {
        return sentNanos == NOT_SENT && bringsTerms();
    }

    boolean bringsTerms() {
        return asked == Asked.PLACE || asked == Asked.AMEND || asked == Asked.REPLACE_PLACE;
    }

    /** The revision that is being placed, {@link #NO_REVISION} for none. */
    int newRevision() {
        return asked == Asked.REPLACE_PLACE || asked == Asked.REPLACE_UNKNOWN ? amends : NO_REVISION;
    }

    /** The revision to look for first. */
    int revisionToLookFor() {
        if (unreadRevision != NO_REVISION) {
            return unreadRevision;
        }
        return newRevision() == NO_REVISION ? revision : newRevision();
    }

    String venueId(int ofRevision) {
        return venueIds.getOrDefault(ofRevision, "");
    }

    /** Adds an execution to those of one of the order's names; false when it was told to the engine before. */
    boolean take(int ofRevision, long tradeId, long tradeLots) {
        if (counted.add(tradeId)) {
            countedLots.merge(ofRevision, tradeLots, Math::addExact);
        }
        if (!told.add(tradeId)) {
            return false;
        }
        filledLots = Math.addExact(filledLots, tradeLots);
        return true;
    }

    /** Whether this execution was told to the engine. */
    boolean knows(long tradeId) {
        return told.contains(tradeId);
    }

    long countedLots(int ofRevision) {
        return countedLots.getOrDefault(ofRevision, 0L);
    }

    void settled(long nowNanos) {
        asked = Asked.NOTHING;
        quietNanos = nowNanos;
        lookNanos = Long.MAX_VALUE;
        cancelAgainNanos = Long.MAX_VALUE;
    }

    /** What the venue says of this order that our books do not; of one that is over only what they had no room for. */
    void addDifferences(List<VenueDifference> found) {
        String id = Long.toString(orderId);
        if (!done && unknownThere) {
            found.add(new VenueDifference(VenueDifference.Kind.ORDER_UNKNOWN_THERE, id, toGo(lots - filledLots), ""));
        } else if (!done && restThere != SAME) {
            found.add(new VenueDifference(
                    VenueDifference.Kind.QUANTITY_DIFFERS, id, toGo(lots - filledLots), toGo(restThere)));
        }
        if (missedLots > 0) {
            found.add(new VenueDifference(VenueDifference.Kind.FILL_MISSED, id, "", missedLots + " lots"));
        }
    }

    private static String toGo(long lots) {
        return lots + " lots to go";
    }
}
