package io.sextant.exchange.standin.account;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Kraken's CancelAllOrdersAfter: everything is cancelled at a time that has to be pushed back before it comes. */
public final class KrakenTimer {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Deque<String> refusals = new ArrayDeque<>();
    private long triggerNanos = Long.MAX_VALUE;
    private int beats;

    KrakenTimer() {}

    /** Zero seconds forget it. The word with which it is refused, empty when it is done. */
    Optional<String> setFor(long seconds, long nowNanos) {
        if (!refusals.isEmpty()) {
            return Optional.of(refusals.remove());
        }
        triggerNanos = seconds == 0 ? Long.MAX_VALUE : nowNanos + seconds * SECOND_NANOS;
        beats++;
        return Optional.empty();
    }

    /** True once, when its time has come. */
    boolean lapses(long nowNanos) {
        boolean due = nowNanos >= triggerNanos;
        if (due) {
            triggerNanos = Long.MAX_VALUE;
        }
        return due;
    }

    /** Whether everything is to be cancelled at some time. */
    public boolean isSet() {
        return triggerNanos != Long.MAX_VALUE;
    }

    /** Refuses one request to wait on with this word; the next such call the one after. */
    public void refuse(String error) {
        refusals.add(error);
    }

    /** How many refusals nobody has asked for yet. */
    public int refusalsLeft() {
        return refusals.size();
    }

    /** How often it was asked to wait on, or to forget it. */
    public int beats() {
        return beats;
    }
}
