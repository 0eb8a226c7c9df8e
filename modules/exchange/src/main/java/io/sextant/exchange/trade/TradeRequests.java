package io.sextant.exchange.trade;

import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.VenueException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Sends private requests, each once, within the budget that the venue's feed shares. Answers come back under the owner's lock. */
final class TradeRequests {

    private static final System.Logger LOG = System.getLogger(TradeRequests.class.getName());

    /** How long a venue that takes no more orders for now is sent none, where it does not say how long. */
    private static final long ORDERS_PAUSE_NANOS = 10_000_000_000L;

    private final WeightLimiter limiter;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Executor blocking;
    private final Object lock;
    private long termsBlockedUntilNanos = Long.MIN_VALUE;
    private boolean closed;

    /** What a request waits for. */
    enum Lane {
        /** For its share of the budget. */
        USUAL,
        /** As well for the venue's pace of new orders. */
        TERMS,
        /** For nothing but a time that the venue itself set for all: what makes a risk smaller does not queue behind questions. */
        CANCEL
    }

    /** A request; waits for its answer. */
    interface Request<R> {

        R send() throws VenueException;
    }

    TradeRequests(WeightLimiter limiter, Clock clock, Scheduler scheduler, Executor blocking, Object lock) {
        this.limiter = limiter;
        this.clock = clock;
        this.scheduler = scheduler;
        this.blocking = blocking;
        this.lock = lock;
    }

    <R> void ask(Lane lane, int weight, Request<R> request, Consumer<R> answered, Consumer<VenueException> failed) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            long now = clock.nanos();
            long at = switch (lane) {
                case USUAL -> limiter.reserve(weight, now);
                case TERMS -> Math.max(limiter.reserve(weight, now), termsBlockedUntilNanos);
                case CANCEL -> limiter.reserveUrgent(weight, now);
            };
            if (at <= now) {
                start(request, answered, failed);
            } else {
                scheduler.after(at - now, () -> start(request, answered, failed));
            }
        }
    }

    private <R> void start(Request<R> request, Consumer<R> answered, Consumer<VenueException> failed) {
        try {
            blocking.execute(() -> run(request, answered, failed));
        } catch (RejectedExecutionException e) {
            fail(VenueException.refused(RefusalCode.NEVER_ARRIVED, "the desk is closing"), failed);
        }
    }

    private <R> void run(Request<R> request, Consumer<R> answered, Consumer<VenueException> failed) {
        R answer;
        try {
            synchronized (lock) {
                if (closed) {
                    return;
                }
            }
            answer = request.send();
        } catch (VenueException e) {
            fail(e, failed);
            return;
        }
        synchronized (lock) {
            if (!closed) {
                answered.accept(answer);
            }
        }
    }

    private void fail(VenueException problem, Consumer<VenueException> failed) {
        synchronized (lock) {
            if (problem.kind() == VenueException.Kind.THROTTLED) {
                complained(problem);
            }
            if (!closed) {
                failed.accept(problem);
            }
        }
    }

    private void complained(VenueException problem) {
        long now = clock.nanos();
        if (problem.isOfOrdersOnly()) {
            long wait = problem.retryAfterNanos() > 0 ? problem.retryAfterNanos() : ORDERS_PAUSE_NANOS;
            termsBlockedUntilNanos = Math.max(termsBlockedUntilNanos, now + wait);
        } else {
            limiter.complained(problem.retryAfterNanos(), now);
        }
    }

    /** Before {@link #close()}, which does not keep it back. Whoever ends the threads gives it time to leave; nobody hears the answer. */
    void askLast(Request<?> request) {
        try {
            blocking.execute(() -> {
                try {
                    request.send();
                } catch (VenueException e) {
                    LOG.log(System.Logger.Level.WARNING, "the last request of a desk that closes failed", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "the last request of a desk that closes was not sent", e);
        }
    }

    /** Requests that are waiting are not sent any more, answers on their way are not heard. */
    void close() {
        closed = true;
    }
}
