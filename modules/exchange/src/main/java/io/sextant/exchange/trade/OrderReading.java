package io.sextant.exchange.trade;

import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.trade.OrderTrack.Asked;
import io.sextant.execution.outside.VenueReport;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an order's venue says of it, and what that means for what was asked. Fills are told before what ended the order. All under
 * the lock of {@link LiveTrading}.
 */
final class OrderReading {

    private final OrderCourse course;
    private final TradingConnector connector;
    private final TradeRequests requests;
    private final Clock clock;
    private final Consumer<VenueReport> tell;
    private final Consumer<OrderTrack> ended;
    private final ArrayDeque<OrderTrack> fetching = new ArrayDeque<>();

    OrderReading(
            OrderCourse course,
            TradingConnector connector,
            TradeRequests requests,
            Clock clock,
            Consumer<VenueReport> tell,
            Consumer<OrderTrack> ended) {
        this.course = course;
        this.connector = connector;
        this.requests = requests;
        this.clock = clock;
        this.tell = tell;
        this.ended = ended;
    }

    /** An order as the venue shows it. {@code askedNanos} is when it was asked for, or {@link OrderCourse#UNASKED}. */
    void onSight(OrderTrack track, int revision, OrderSight sight, long askedNanos) {
        boolean unread = revision == track.unreadRevision;
        if (track.done || (!unread && revision != track.revision && revision != track.newRevision())) {
            return;
        }
        if (!sight.venueId().isEmpty()) {
            track.venueIds.put(revision, sight.venueId());
        }
        if (sight.filledLots() > track.countedLots(revision)) {
            fetchTrades(track, revision, sight, askedNanos);
        } else if (unread) {
            track.unreadRevision = OrderTrack.NO_REVISION;
            course.lookLater(track);
        } else if (track.unreadRevision != OrderTrack.NO_REVISION) {
            course.look(track);
        } else {
            settle(track, revision, sight, askedNanos);
        }
    }

    private void fetchTrades(OrderTrack track, int revision, OrderSight sight, long askedNanos) {
        OrderKey key = course.key(track, revision);
        fetching.add(track);
        requests.ask(
                TradeRequests.Lane.USUAL,
                connector.traits().tradesWeight(),
                () -> connector.trades(key),
                trades -> {
                    fetching.remove(track);
                    onTrades(track, revision, trades);
                    if (sight.filledLots() > track.countedLots(revision)) {
                        course.lookLater(track);
                    } else {
                        // Meanwhile the order may have been replaced, and then the old sight says nothing of it.
                        onSight(track, revision, sight, askedNanos);
                    }
                },
                problem -> {
                    fetching.remove(track);
                    course.lookLater(track);
                });
    }

    /** The number of an order whose executions are being asked for, zero for none. */
    long findFetching() {
        OrderTrack first = fetching.peek();
        return first == null ? 0 : first.orderId;
    }

    private void onTrades(OrderTrack track, int revision, List<OwnTrade> trades) {
        for (OwnTrade trade : trades) {
            onTrade(track, revision, trade);
        }
    }

    /** Tells an execution once. One that only new terms have room for says that the venue took those. */
    void onTrade(OrderTrack track, int revision, OwnTrade trade) {
        boolean onlyAmended =
                track.filledLots + trade.lots() > track.lots && track.filledLots + trade.lots() <= track.askedLots;
        boolean amendTook = track.asked == Asked.AMEND && onlyAmended;
        if (!track.done && !track.knows(trade.id()) && (revision == track.newRevision() || amendTook)) {
            amended(track);
        }
        if (track.take(revision, trade.id(), trade.lots())) {
            if (track.filledLots > track.lots) {
                // The engine books an execution whole or, when there is no room for it, not at all.
                track.filledLots -= trade.lots();
                track.missedLots = Math.addExact(track.missedLots, trade.lots());
            }
            tell.accept(new VenueReport.Filled(
                    track.orderId,
                    trade.id(),
                    trade.timeNanos(),
                    trade.priceTicks(),
                    trade.lots(),
                    trade.maker(),
                    trade.feeCurrency(),
                    trade.feeUnits()));
        }
    }

    private void settle(OrderTrack track, int revision, OrderSight sight, long askedNanos) {
        boolean isNew = revision == track.newRevision();
        switch (sight.status()) {
            case OPEN -> {
                if (isNew) {
                    amended(track);
                }
                open(track, sight, askedNanos);
                compareRest(track, revision, sight, askedNanos);
            }
            case FILLED -> {
                if (isNew || amendTook(track, sight)) {
                    amended(track);
                }
                if (track.filledLots < track.lots) {
                    // Somebody made it smaller at the venue: what our books have beyond that will never be filled.
                    tell.accept(new VenueReport.Cancelled(track.orderId, clock.nanos()));
                }
                end(track);
            }
            case CANCELLED -> {
                if (isNew || amendTook(track, sight)) {
                    amended(track);
                }
                cancelled(track, isNew, askedNanos);
            }
            case REJECTED -> {
                if (isNew) {
                    replaceFailed(track, RefusalCode.VENUE_REFUSED);
                } else if (track.acknowledged) {
                    tell.accept(new VenueReport.Cancelled(track.orderId, clock.nanos()));
                    end(track);
                } else {
                    tell.accept(new VenueReport.Rejected(track.orderId, clock.nanos(), RefusalCode.VENUE_REFUSED));
                    end(track);
                }
            }
        }
    }

    /** Only a look that was begun after all that we asked for was settled says that somebody else changed the order. */
    private static void compareRest(OrderTrack track, int revision, OrderSight sight, long askedNanos) {
        boolean current = track.asked == Asked.NOTHING
                && !track.cancelWanted
                && askedNanos > track.quietNanos
                && sight.filledLots() == track.countedLots(revision);
        if (current) {
            long rest = sight.lots() - sight.filledLots();
            track.restThere = rest == track.lots - track.filledLots ? OrderTrack.SAME : rest;
        }
    }

    private static boolean amendTook(OrderTrack track, OrderSight sight) {
        return track.asked == Asked.AMEND
                && sight.lots() == track.askedLots
                && sight.limitTicks() == track.askedLimitTicks;
    }

    private void amended(OrderTrack track) {
        if (track.newRevision() != OrderTrack.NO_REVISION) {
            track.revision = track.newRevision();
        }
        track.lots = track.askedLots;
        track.limitTicks = track.askedLimitTicks;
        track.settled(clock.nanos());
        tell.accept(new VenueReport.Amended(track.orderId, clock.nanos(), track.lots, track.limitTicks));
    }

    private void open(OrderTrack track, OrderSight sight, long askedNanos) {
        if (!track.acknowledged || track.silent) {
            track.acknowledged = true;
            track.silent = false;
            tell.accept(new VenueReport.Accepted(track.orderId, clock.nanos()));
        }
        track.unknownThere = false;
        switch (track.asked) {
            case NOTHING -> {}
            case PLACE -> track.settled(clock.nanos());
            case AMEND -> {
                if (amendTook(track, sight)) {
                    amended(track);
                } else if (course.lapsed(track, askedNanos)) {
                    notAmended(track);
                } else if (askedNanos != OrderCourse.UNASKED) {
                    course.lookLater(track);
                }
            }
            case CANCEL ->
                stillThere(track, askedNanos, () -> {
                    tell.accept(
                            new VenueReport.CancelRejected(track.orderId, clock.nanos(), RefusalCode.NEVER_ARRIVED));
                    track.settled(clock.nanos());
                });
            case REPLACE_CANCEL -> stillThere(track, askedNanos, () -> notAmended(track));
            case REPLACE_UNKNOWN -> notAmended(track);
            case REPLACE_PLACE -> {
                // An old word about the order that was replaced.
            }
        }
        if (track.asked == Asked.NOTHING && track.cancelWanted) {
            course.cancel(track);
        }
    }

    private void notAmended(OrderTrack track) {
        tell.accept(new VenueReport.AmendRejected(track.orderId, clock.nanos(), RefusalCode.NEVER_ARRIVED));
        track.settled(clock.nanos());
    }

    private void stillThere(OrderTrack track, long askedNanos, Runnable givenUp) {
        if (course.lapsed(track, askedNanos)) {
            if (track.cancels < OrderCourse.MOST_CANCELS) {
                course.sendCancel(track);
            } else {
                givenUp.run();
            }
        } else if (askedNanos != OrderCourse.UNASKED) {
            course.lookLater(track);
        }
    }

    private void cancelled(OrderTrack track, boolean isNew, long askedNanos) {
        if (!isNew && track.asked == Asked.REPLACE_CANCEL) {
            placeRest(track);
        } else if (!isNew && track.asked == Asked.REPLACE_UNKNOWN) {
            // In an earlier life. Only a look, which comes after one for the new order, says that there is no new one;
            // then the rest is not placed, because nobody can say that it still should be.
            if (askedNanos != OrderCourse.UNASKED) {
                replaceFailed(track, RefusalCode.NEVER_ARRIVED);
            }
        } else if (isNew || track.asked != Asked.REPLACE_PLACE) {
            tell.accept(new VenueReport.Cancelled(track.orderId, clock.nanos()));
            end(track);
        }
    }

    private void placeRest(OrderTrack track) {
        long rest = track.askedLots - track.filledLots;
        if (rest < 0) {
            replaceFailed(track, RefusalCode.BELOW_FILLED);
        } else if (rest == 0) {
            amended(track);
            end(track);
        } else if (track.cancelWanted) {
            replaceFailed(track, RefusalCode.NEVER_ARRIVED);
        } else {
            track.asked = Asked.REPLACE_PLACE;
            course.place(track);
        }
    }

    void end(OrderTrack track) {
        track.done = true;
        track.quietNanos = clock.nanos();
        ended.accept(track);
    }

    /** New terms by a new order came to nothing, and the old one is gone. */
    void replaceFailed(OrderTrack track, RefusalCode code) {
        tell.accept(new VenueReport.AmendRejected(track.orderId, clock.nanos(), code));
        tell.accept(new VenueReport.Cancelled(track.orderId, clock.nanos()));
        end(track);
    }
}
