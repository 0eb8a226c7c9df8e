package io.sextant.exchange.trade;

import io.sextant.domain.time.Clock;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.trade.OrderTrack.Asked;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.outside.VenueReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The orders that are followed, and what the venue's books have of them. All under the lock of {@link LiveTrading}. */
final class FollowedOrders implements BookReading.Orders {

    private final ClientIds ids;
    private final OrderCourse course;
    private final Strays strays;
    private final Map<Long, OrderTrack> working = new LinkedHashMap<>();
    private final Map<Long, OrderTrack> ended = new LinkedHashMap<>();
    private long moves;

    FollowedOrders(
            TradingConnector connector,
            List<Listing> listings,
            ClientIds ids,
            TradingSettings settings,
            TradeRequests requests,
            Clock clock,
            Object lock,
            Consumer<VenueReport> tell) {
        this.ids = ids;
        strays = new Strays(connector, listings, requests);
        course = new OrderCourse(connector, ids, settings, requests, clock, lock, tell, this::end);
    }

    OrderCourse course() {
        return course;
    }

    void follow(OrderTrack track) {
        working.put(track.orderId, track);
    }

    @Nullable OrderTrack find(long orderId) {
        return working.get(orderId);
    }

    /** Remembered as long as the engine remembers its own ended orders: a later fill could not be booked. */
    void end(OrderTrack track) {
        working.remove(track.orderId);
        ended.put(track.orderId, track);
        if (ended.size() > WorkingOrders.REMEMBERED) {
            ended.remove(ended.keySet().iterator().next());
        }
    }

    void tick() {
        List.copyOf(working.values()).forEach(course::tick);
        course.cancels().tick();
    }

    boolean areWorking() {
        return !working.isEmpty();
    }

    void cancelAll() {
        for (OrderTrack track : List.copyOf(working.values())) {
            track.cancelWanted = true;
            course.cancelWanted(track);
        }
    }

    /** Something was told or asked for. */
    void moved() {
        moves++;
    }

    void heard(OrderSight sight) {
        ids.find(sight.clientId()).ifPresent(named -> {
            OrderTrack track = working.get(named.orderId());
            if (track != null) {
                course.reading().onSight(track, named.revision(), sight, OrderCourse.UNASKED);
            }
        });
    }

    /** False for an execution that no order here can take in. */
    boolean heard(OwnTrade trade) {
        Optional<ClientIds.Named> named = ids.find(trade.clientId());
        if (named.isEmpty()) {
            return false;
        }
        OrderTrack track = working.getOrDefault(
                named.get().orderId(), ended.get(named.get().orderId()));
        if (track == null) {
            moves++;
            strays.missed(named.get().orderId(), trade);
            return false;
        }
        course.reading().onTrade(track, named.get().revision(), trade);
        return true;
    }

    @Override
    public List<VenueDifference> onOpen(List<OrderSight> open, long askedNanos) {
        List<VenueDifference> unknown = new ArrayList<>();
        List<OrderTrack> unseen = new ArrayList<>(working.values());
        for (OrderSight sight : open) {
            Optional<ClientIds.Named> named = ids.find(sight.clientId());
            if (named.isEmpty()) {
                unknown.add(new VenueDifference(
                        VenueDifference.Kind.ORDER_UNKNOWN_HERE, sight.venueId(), "", sight.words()));
                continue;
            }
            OrderTrack track = working.get(named.get().orderId());
            if (isOver(named.get(), track, askedNanos)) {
                unknown.add(new VenueDifference(
                        VenueDifference.Kind.ORDER_UNKNOWN_HERE, sight.venueId(), sight.clientId(), sight.words()));
                strays.cancel(sight);
            } else if (track != null) {
                unseen.remove(track);
                course.reading().onSight(track, named.get().revision(), sight, askedNanos);
            }
        }
        for (OrderTrack track : unseen) {
            if (track.asked == Asked.NOTHING && track.quietNanos < askedNanos) {
                course.look(track);
            }
        }
        return unknown;
    }

    /** Whether an order of ours that the venue still works was over in our books before the venue was asked. */
    private boolean isOver(ClientIds.Named named, @Nullable OrderTrack track, long askedNanos) {
        if (track != null) {
            boolean follows = named.revision() == track.revision || named.revision() == track.newRevision();
            return !follows && track.asked == Asked.NOTHING && track.quietNanos < askedNanos;
        }
        OrderTrack over = ended.get(named.orderId());
        return over == null || over.quietNanos < askedNanos;
    }

    @Override
    public List<VenueDifference> differences() {
        List<VenueDifference> found = new ArrayList<>(strays.missed());
        working.values().forEach(track -> track.addDifferences(found));
        ended.values().forEach(track -> track.addDifferences(found));
        return found;
    }

    @Override
    public long findUnsettled() {
        for (OrderTrack track : working.values()) {
            boolean settled = track.asked == Asked.NOTHING
                    && track.unreadRevision == OrderTrack.NO_REVISION
                    && !track.looking
                    && (track.lookNanos == Long.MAX_VALUE || track.unknownThere);
            if (!settled) {
                return track.orderId;
            }
        }
        return course.reading().findFetching();
    }

    @Override
    public long moves() {
        return moves;
    }
}
