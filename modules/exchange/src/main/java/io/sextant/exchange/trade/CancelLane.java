package io.sextant.exchange.trade;

import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.trade.OrderTrack.Asked;
import io.sextant.exchange.trade.TradeRequests.Lane;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes cancels to the venue. The first leaves at once; where the venue takes several in one request, those that are wanted while one is
 * on its way leave together when it was answered, or after a moment if it hangs. All under the lock of {@link LiveTrading}.
 */
final class CancelLane {

    static final long LONGEST_GATHERING_NANOS = 500_000_000L;

    private final TradingConnector connector;
    private final TradeRequests requests;
    private final Clock clock;
    private final Course course;
    private final List<Wish> gathered = new ArrayList<>();
    private int underWay;
    private long sentNanos;

    /** A cancel as it was wanted: what became of the order meanwhile decides whether it still is. */
    record Wish(OrderTrack track, Asked asked, int revision, int request, OrderKey key) {}

    /** Whom an answer is told. */
    interface Course {

        /** Notes that it is stamped now; refused when it is not wanted any more. Takes the lock itself. */
        void sign(Wish wish) throws VenueException;

        void cancelled(Wish wish, OrderSight sight);

        void cancelFailed(Wish wish, VenueException problem);
    }

    private record Answer(Wish wish, OrderSight sight) {}

    private record Answers(List<Answer> seen, List<Wish> unwanted) {}

    CancelLane(TradingConnector connector, TradeRequests requests, Clock clock, Course course) {
        this.connector = connector;
        this.requests = requests;
        this.clock = clock;
        this.course = course;
    }

    void add(Wish wish) {
        gathered.add(wish);
        if (underWay == 0 || connector.mostCancelsAtOnce() == 1) {
            leave();
        }
    }

    void tick() {
        if (!gathered.isEmpty() && clock.nanos() - sentNanos >= LONGEST_GATHERING_NANOS) {
            leave();
        }
    }

    private void leave() {
        int most = connector.mostCancelsAtOnce();
        if (gathered.isEmpty()) {
            return;
        }
        List<Wish> some = gathered.subList(0, Math.min(most, gathered.size()));
        List<Wish> batch = List.copyOf(some);
        some.clear();
        underWay++;
        sentNanos = clock.nanos();
        requests.ask(
                Lane.CANCEL,
                connector.traits().placeWeight(),
                () -> ask(batch),
                answers -> {
                    underWay--;
                    answers.seen().forEach(one -> course.cancelled(one.wish(), one.sight()));
                    answers.unwanted().forEach(wish -> course.cancelFailed(wish, OrderCourse.notWanted()));
                    leave();
                },
                problem -> {
                    underWay--;
                    batch.forEach(wish -> course.cancelFailed(wish, problem));
                    leave();
                });
    }

    private Answers ask(List<Wish> batch) throws VenueException {
        List<Wish> wanted = new ArrayList<>();
        List<Wish> unwanted = new ArrayList<>();
        for (Wish wish : batch) {
            try {
                course.sign(wish);
                wanted.add(wish);
            } catch (VenueException e) {
                unwanted.add(wish);
            }
        }
        List<Answer> seen = new ArrayList<>();
        if (wanted.size() == 1) {
            Wish only = wanted.getFirst();
            seen.add(new Answer(only, connector.cancel(only.key())));
        } else if (!wanted.isEmpty()) {
            List<OrderSight> sights =
                    connector.cancelAll(wanted.stream().map(Wish::key).toList());
            for (int i = 0; i < wanted.size(); i++) {
                seen.add(new Answer(wanted.get(i), sights.get(i)));
            }
        }
        return new Answers(seen, unwanted);
    }
}
