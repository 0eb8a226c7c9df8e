package io.sextant.exchange.live;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.RequestBudget;
import io.sextant.exchange.port.RequestKind;
import io.sextant.exchange.port.VenueException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Asks a venue without making anybody wait: within its budget, not before it wants to be asked again after a complaint, on
 * threads that may wait. Answers come back under the owner's lock.
 */
final class RequestDesk {

    private final RequestBudget budget;
    private final WeightLimiter limiter;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Executor blocking;
    private final Object lock;
    private boolean closed;

    /** A question; waits for its answer. */
    interface Question<R> {

        R ask() throws VenueException;
    }

    RequestDesk(
            RequestBudget budget,
            WeightLimiter limiter,
            Clock clock,
            Scheduler scheduler,
            Executor blocking,
            Object lock) {
        this.budget = budget;
        this.limiter = limiter;
        this.clock = clock;
        this.scheduler = scheduler;
        this.blocking = blocking;
        this.lock = lock;
    }

    <R> void ask(RequestKind kind, Question<R> question, Consumer<R> answered, Consumer<VenueException> failed) {
        synchronized (lock) {
            long now = clock.nanos();
            long at = limiter.reserve(budget.weightOf(kind), now);
            if (at <= now) {
                start(question, answered, failed);
            } else {
                scheduler.after(at - now, () -> start(question, answered, failed));
            }
        }
    }

    private <R> void start(Question<R> question, Consumer<R> answered, Consumer<VenueException> failed) {
        try {
            blocking.execute(() -> run(question, answered, failed));
        } catch (RejectedExecutionException e) {
            fail(new VenueException(VenueException.Kind.UNREACHABLE, "the feed is closing", e), failed);
        }
    }

    private <R> void run(Question<R> question, Consumer<R> answered, Consumer<VenueException> failed) {
        R answer;
        try {
            answer = question.ask();
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
                limiter.complained(problem.retryAfterNanos(), clock.nanos());
            }
            if (!closed) {
                failed.accept(problem);
            }
        }
    }

    /** The shortest period in which a book and new trades of so many instruments can be asked for without end. */
    long pollPeriodNanos(int instruments) {
        int weight = budget.weightOf(RequestKind.BOOK) + budget.weightOf(RequestKind.TRADES);
        return limiter.periodNanosOf(weight * instruments);
    }

    long complaints() {
        return limiter.complaints();
    }

    /** Answers that are still on their way are not told any more. */
    void close() {
        closed = true;
    }
}
