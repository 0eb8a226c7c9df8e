package io.sextant.exchange.live;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.RequestKind;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import java.util.function.Consumer;

/**
 * Asks a venue for bars of the past. The caller waits, first for its turn: the limit is that of everybody who asks this venue,
 * and a complaint makes all of them wait. Thread-safe.
 */
public final class BarRequests {

    private final VenueConnector connector;
    private final WeightLimiter limiter;
    private final Clock clock;
    private final Pause pause;

    public BarRequests(VenueConnector connector, WeightLimiter limiter, Clock clock, Pause pause) {
        this.connector = connector;
        this.limiter = limiter;
        this.clock = clock;
        this.pause = pause;
    }

    public String venue() {
        return connector.traits().name();
    }

    /** The complete bars that open in {@code [fromNanos, toNanos)}, as far as so many answers reach; each with bars is told. */
    public void ask(
            Listing listing,
            Timeframe timeframe,
            long fromNanos,
            long toNanos,
            int mostAnswers,
            Consumer<BarSeries> told)
            throws VenueException {
        long next = fromNanos;
        for (int answer = 0; answer < mostAnswers && next < toNanos; answer++) {
            BarSeries bars = ask(listing, timeframe, next, toNanos);
            if (bars.isEmpty()) {
                next = connector.reachNanos(timeframe, next, toNanos);
            } else {
                told.accept(bars);
                next = timeframe.nextStart(bars.lastTimeNanos());
            }
        }
    }

    private BarSeries ask(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) throws VenueException {
        long at = limiter.reserve(connector.traits().budget().weightOf(RequestKind.BARS), clock.nanos());
        for (long left = at - clock.nanos(); left > 0; left = at - clock.nanos()) {
            pause.parkNanos(left);
        }
        try {
            return connector.bars(listing, timeframe, fromNanos, toNanos);
        } catch (VenueException e) {
            if (e.kind() == VenueException.Kind.THROTTLED) {
                limiter.complained(e.retryAfterNanos(), clock.nanos());
            }
            throw e;
        }
    }
}
