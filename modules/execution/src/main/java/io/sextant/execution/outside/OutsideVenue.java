package io.sextant.execution.outside;

import io.sextant.execution.Reconciliation;
import io.sextant.execution.Venue;
import java.util.List;

/**
 * A venue that no replay reproduces. Until {@link #begin} it sends nothing, because a recovery asks for again what was asked
 * before; from then on a request leaves only through the outlet, which holds it back until the journal has it. Its steps are
 * reports, one each; {@link #nextNanos()} names {@link #NOW} while one waits.
 */
public interface OutsideVenue extends Venue, Reconciliation {

    /** The time of a step that is taken as soon as it is there. */
    long NOW = Long.MIN_VALUE;

    /** Where reports go; called before {@link #begin} and again by whoever wants to journal them first. */
    void hear(VenueSink sink);

    /** Where it is known whether our books agree with the venue's; the venue says the same, and sends no new order without that. */
    void compareBy(Reconciliation books);

    /** The engine stands where it left off. What was asked of these orders may or may not have reached the venue. */
    void begin(List<StandingOrder> standing, Outlet outlet);

    /**
     * Whether the venue is to take back by itself what works there when it hears of this process no more, where it can. Told before
     * {@link #begin} and at each change, during a replay too, when nothing may leave.
     */
    void guard(boolean wanted);

    /** Reads the venue's books again soon. */
    void readSoon();

    /** The venues that this one stands for, in the order of {@link io.sextant.domain.session.DeskVenues}. */
    default List<OutsideVenue> members() {
        return List.of(this);
    }

    /** A person said that an order which the venue does not know is over. */
    void forget(long orderId);

    /**
     * The engine stopped for good with orders out there: asks at once for the cancel of all that works, without a record, and tells
     * nothing any more. The next start learns from the venue's books what came of it. Any thread.
     */
    void abandon();

    /** Lets requests out. */
    @FunctionalInterface
    interface Outlet {

        /** Runs {@code request}, which must not wait, once all that led to it is durable. Engine's thread. */
        void send(Runnable request);
    }
}
