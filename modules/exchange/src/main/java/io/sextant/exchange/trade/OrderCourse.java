package io.sextant.exchange.trade;

import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OrderTerms;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.TradingTraits;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.trade.OrderTrack.Asked;
import io.sextant.exchange.trade.TradeRequests.Lane;
import io.sextant.execution.outside.VenueReport;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is asked of a venue about an order. A request goes out once. Where its answer is missing the order is looked for at the venue
 * until the venue shows it, or until it can no longer arrive and the venue says that it has none. All under the lock of {@link LiveTrading}.
 */
final class OrderCourse implements CancelLane.Course {

    private static final System.Logger LOG = System.getLogger(OrderCourse.class.getName());

    /** A cancel does no harm twice, so it is sent again; after so many somebody has to look at it. */
    static final int MOST_CANCELS = 4;

    /** Heard without asking: says nothing of what was asked meanwhile. */
    static final long UNASKED = Long.MIN_VALUE;

    /** Terms that could not leave by then were decided on in another market. */
    static final long LONGEST_HELD_NANOS = 5_000_000_000L;

    /** No request waits longer for its answer, unless the machine slept. */
    private static final long LONGEST_ANSWER_NANOS = 15_000_000_000L;

    private final TradingConnector connector;
    private final TradingTraits traits;
    private final ClientIds ids;
    private final TradingSettings settings;
    private final TradeRequests requests;
    private final Clock clock;
    private final Object lock;
    private final Consumer<VenueReport> tell;
    private final OrderReading reading;
    private final CancelLane cancels;

    OrderCourse(
            TradingConnector connector,
            ClientIds ids,
            TradingSettings settings,
            TradeRequests requests,
            Clock clock,
            Object lock,
            Consumer<VenueReport> tell,
            Consumer<OrderTrack> ended) {
        this.connector = connector;
        traits = connector.traits();
        this.ids = ids;
        this.settings = settings;
        this.requests = requests;
        this.clock = clock;
        this.lock = lock;
        this.tell = tell;
        cancels = new CancelLane(connector, requests, clock, this);
        reading = new OrderReading(this, connector, requests, clock, tell, ended);
    }

    OrderKey key(OrderTrack track, int revision) {
        return new OrderKey(track.listing, ids.of(track.orderId, revision), track.venueId(revision));
    }

    CancelLane cancels() {
        return cancels;
    }

    /** What is heard of an order without asking for it. */
    OrderReading reading() {
        return reading;
    }

    /** One request of one order. */
    private interface Sending {

        OrderSight send() throws VenueException;
    }

    /** A request that brings terms to the market: what stands between its stamp and the venue is the network alone. */
    private void sendTerms(OrderTrack track, int revision, Sending sending) {
        Asked asked = track.asked;
        int request = begin(track);
        requests.ask(
                Lane.TERMS,
                traits.placeWeight(),
                () -> {
                    learnTime();
                    sign(track, asked, request);
                    return sending.send();
                },
                sight -> {
                    sent(track, request);
                    reading.onSight(track, revision, sight, UNASKED);
                },
                problem -> {
                    sent(track, request);
                    failed(track, request, problem);
                });
    }

    /** Asking for the time may take as long as the stamp is good for, so it is known before. */
    private void learnTime() throws VenueException {
        try {
            connector.learnTime();
        } catch (VenueException e) {
            if (e.isCertain()) {
                throw e;
            }
            throw VenueException.refused(RefusalCode.NEVER_ARRIVED, "the venue does not say what time it is");
        }
    }

    /** The time at which a request is stamped; one that is not wanted any more is not sent. */
    private void sign(OrderTrack track, Asked asked, int request) throws VenueException {
        synchronized (lock) {
            if (track.done || track.asked != asked || track.requests != request) {
                throw notWanted();
            }
            long now = clock.nanos();
            if (track.bringsTerms() && (track.cancelWanted || isTooLate(track, now))) {
                throw VenueException.refused(RefusalCode.NEVER_ARRIVED, "it was held back for too long");
            }
            track.sentNanos = now;
            track.sending = true;
            track.lapseNanos = traits.lapseNanos() + connector.clockErrorNanos();
        }
    }

    private static boolean isTooLate(OrderTrack track, long now) {
        return now - track.wantedNanos > LONGEST_HELD_NANOS;
    }

    /** The newest request is on its way no more. */
    private void sent(OrderTrack track, int request) {
        if (track.requests == request && track.sending) {
            track.sending = false;
            long now = clock.nanos();
            if (now - track.sentNanos > LONGEST_ANSWER_NANOS) {
                // The machine slept between noting the time and stamping the request.
                track.sentNanos = now;
            }
        }
    }

    /** Not sent yet: until it is, nothing can be said to be missing. */
    private int begin(OrderTrack track) {
        track.hold(track.sentNanos == OrderTrack.NOT_SENT ? track.wantedNanos : clock.nanos());
        return ++track.requests;
    }

    void place(OrderTrack track) {
        boolean again = track.asked == Asked.REPLACE_PLACE;
        int revision = again ? track.amends : track.revision;
        OrderTerms terms = new OrderTerms(
                track.side,
                track.entry,
                again ? track.askedLots - track.filledLots : track.lots,
                again ? track.askedLimitTicks : track.limitTicks);
        OrderKey key = key(track, revision);
        sendTerms(track, revision, () -> connector.place(key, terms));
    }

    void amend(OrderTrack track) {
        if (traits.amendsInPlace()) {
            OrderTerms terms = new OrderTerms(track.side, track.entry, track.askedLots, track.askedLimitTicks);
            OrderKey key = key(track, track.revision);
            sendTerms(track, track.revision, () -> connector.amend(key, terms));
        } else {
            track.cancels = 0;
            sendCancel(track);
        }
    }

    /** A cancel is wanted: of what is at the venue, or of what has not left yet. */
    void cancelWanted(OrderTrack track) {
        if (track.isHeld()) {
            withdraw(track);
        } else if (track.asked == Asked.NOTHING) {
            cancel(track);
        }
    }

    /** What was held back is not sent any more. */
    private void withdraw(OrderTrack track) {
        failed(
                track,
                track.requests,
                VenueException.refused(RefusalCode.NEVER_ARRIVED, "it was withdrawn before it was sent"));
    }

    void cancel(OrderTrack track) {
        track.cancelWanted = false;
        track.asked = Asked.CANCEL;
        track.cancels = 0;
        sendCancel(track);
    }

    void sendCancel(OrderTrack track) {
        OrderKey key = key(track, track.revision);
        track.cancels++;
        int request = begin(track);
        cancels.add(new CancelLane.Wish(track, track.asked, track.revision, request, key));
    }

    @Override
    public void sign(CancelLane.Wish wish) throws VenueException {
        sign(wish.track(), wish.asked(), wish.request());
    }

    @Override
    public void cancelled(CancelLane.Wish wish, OrderSight sight) {
        OrderTrack track = wish.track();
        sent(track, wish.request());
        reading.onSight(track, wish.revision(), sight, UNASKED);
        boolean waits = track.requests == wish.request() && track.asked == wish.asked();
        if (waits && sight.status() == OrderSight.Status.OPEN) {
            lookLater(track);
        }
    }

    @Override
    public void cancelFailed(CancelLane.Wish wish, VenueException problem) {
        sent(wish.track(), wish.request());
        cancelFailed(wish.track(), wish.request(), problem);
    }

    static VenueException notWanted() {
        return VenueException.refused(RefusalCode.NEVER_ARRIVED, "it is not wanted any more");
    }

    private void failed(OrderTrack track, int request, VenueException problem) {
        if (track.done || track.requests != request) {
            return;
        }
        if (!problem.isCertain()) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} did not answer: {1}",
                    ids.of(track.orderId, 0),
                    problem.getMessage());
            silent(track);
            look(track);
            return;
        }
        switch (track.asked) {
            case PLACE -> {
                tell.accept(new VenueReport.Rejected(track.orderId, clock.nanos(), problem.code()));
                reading.end(track);
            }
            case AMEND -> {
                tell.accept(new VenueReport.AmendRejected(track.orderId, clock.nanos(), problem.code()));
                track.settled(clock.nanos());
                if (track.cancelWanted) {
                    cancel(track);
                } else {
                    look(track);
                }
            }
            case REPLACE_PLACE -> reading.replaceFailed(track, problem.code());
            case NOTHING, CANCEL, REPLACE_CANCEL, REPLACE_UNKNOWN -> {
                // The venue told of what was asked before its answer came.
            }
        }
    }

    /** A cancel that the venue will not do usually came too late; only a look tells. One that it had no time for goes again. */
    private void cancelFailed(OrderTrack track, int request, VenueException problem) {
        boolean waits = track.asked == Asked.CANCEL || track.asked == Asked.REPLACE_CANCEL;
        if (track.done || track.requests != request || !waits) {
            return;
        }
        if (problem.kind() == VenueException.Kind.THROTTLED) {
            track.cancels--;
            track.cancelAgainNanos = clock.nanos() + settings.lookAgainNanos();
            return;
        }
        if (!problem.isCertain()) {
            silent(track);
        }
        look(track);
    }

    private void silent(OrderTrack track) {
        if (!track.silent && !track.done) {
            track.silent = true;
            tell.accept(new VenueReport.Silent(track.orderId, clock.nanos()));
        }
    }

    /** Looks for an order now, unless that is under way. */
    void look(OrderTrack track) {
        if (track.done || track.looking) {
            return;
        }
        look(track, track.revisionToLookFor());
    }

    private void look(OrderTrack track, int revision) {
        track.looking = true;
        OrderKey key = key(track, revision);
        // What is looked at to read its executions says nothing of the order that may have taken its place.
        long askedNanos = revision == track.unreadRevision ? UNASKED : clock.nanos();
        requests.ask(
                Lane.USUAL,
                traits.findWeight(),
                () -> connector.find(key),
                found -> {
                    track.looking = false;
                    onFound(track, revision, found, askedNanos);
                },
                problem -> {
                    track.looking = false;
                    lookLater(track);
                });
    }

    void lookLater(OrderTrack track) {
        track.lookNanos = Math.min(track.lookNanos, clock.nanos() + settings.lookAgainNanos());
    }

    /** Called again and again: notes silence, and looks where it is time to. */
    void tick(OrderTrack track) {
        long now = clock.nanos();
        if (track.isHeld() && isTooLate(track, now)) {
            withdraw(track);
            return;
        }
        if (track.cancelAgainNanos <= now) {
            sendCancel(track);
            return;
        }
        boolean waits = track.asked != Asked.NOTHING && track.lookNanos == Long.MAX_VALUE && !track.looking;
        if (waits && now - track.sentNanos > settings.silenceNanos()) {
            silent(track);
            track.lookNanos = now;
        }
        if (track.unreadRevision != OrderTrack.NO_REVISION && !track.looking) {
            lookLater(track);
        }
        if (track.lookNanos <= now && !track.looking) {
            track.lookNanos = Long.MAX_VALUE;
            look(track);
        }
    }

    /** Whether what was asked could no longer be carried out when this was asked for. */
    boolean lapsed(OrderTrack track, long askedNanos) {
        long lapseNanos = Math.max(traits.lapseNanos(), track.lapseNanos);
        return askedNanos != UNASKED && !track.sending && askedNanos - track.sentNanos > lapseNanos;
    }

    private void onFound(OrderTrack track, int revision, Optional<OrderSight> found, long askedNanos) {
        if (track.done) {
            return;
        }
        if (found.isPresent()) {
            reading.onSight(track, revision, found.get(), askedNanos);
        } else if (revision == track.unreadRevision) {
            // It was there once, so the venue has forgotten it, and whatever was executed of it.
            track.unreadRevision = OrderTrack.NO_REVISION;
            lookLater(track);
        } else if (revision != track.revision && revision != track.newRevision()) {
            lookLater(track);
        } else if (!lapsed(track, askedNanos)) {
            lookLater(track);
        } else if (revision == track.newRevision()) {
            if (track.asked == Asked.REPLACE_PLACE) {
                reading.replaceFailed(track, RefusalCode.NEVER_ARRIVED);
            } else {
                // The new order never came; whether the old one still works decides what is left.
                look(track, track.revision);
            }
        } else if (!track.acknowledged) {
            tell.accept(new VenueReport.Rejected(track.orderId, clock.nanos(), RefusalCode.NEVER_ARRIVED));
            reading.end(track);
        } else {
            track.unknownThere = true;
            track.lookNanos = clock.nanos() + settings.pollNanos();
        }
    }
}
