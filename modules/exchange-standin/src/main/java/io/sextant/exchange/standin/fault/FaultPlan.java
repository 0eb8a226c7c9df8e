package io.sextant.exchange.standin.fault;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayDeque;

/**
 * Which message and which request goes wrong. A plan is a seed and how bad the day is; asked in the same order it says the
 * same again. Single faults can be ordered as well; they come first. Thread-safe.
 */
public final class FaultPlan {

    private static final StreamFault[] STREAM_FAULTS = StreamFault.values();
    private static final RequestFault[] REQUEST_FAULTS = RequestFault.values();

    private final SeededRandom random;
    private final double streamShare;
    private final double requestShare;
    private final ArrayDeque<StreamFault> orderedForStream = new ArrayDeque<>();
    private final ArrayDeque<RequestFault> orderedForRequests = new ArrayDeque<>();
    private boolean calm;

    public FaultPlan(long seed, double streamShare, double requestShare) {
        random = SeededRandom.stream(seed, 7);
        this.streamShare = streamShare;
        this.requestShare = requestShare;
    }

    /** A good day. */
    public static FaultPlan none() {
        return new FaultPlan(0, 0, 0);
    }

    public synchronized void order(StreamFault fault) {
        orderedForStream.add(fault);
    }

    public synchronized void order(RequestFault fault) {
        orderedForRequests.add(fault);
    }

    /** From now on everything works. */
    public synchronized void calmDown() {
        calm = true;
        orderedForStream.clear();
        orderedForRequests.clear();
    }

    /** From now on things go wrong as planned. */
    public synchronized void beginAgain() {
        calm = false;
    }

    public synchronized StreamFault forMessage() {
        StreamFault ordered = orderedForStream.poll();
        if (ordered != null) {
            return ordered;
        }
        return calm || random.nextDouble() >= streamShare
                ? StreamFault.NONE
                : STREAM_FAULTS[1 + random.nextInt(STREAM_FAULTS.length - 1)];
    }

    public synchronized RequestFault forRequest() {
        RequestFault ordered = orderedForRequests.poll();
        if (ordered != null) {
            return ordered;
        }
        return calm || random.nextDouble() >= requestShare
                ? RequestFault.NONE
                : REQUEST_FAULTS[1 + random.nextInt(REQUEST_FAULTS.length - 1)];
    }

    /** A number below {@code bound} for how long or how much. */
    public synchronized long amount(long bound) {
        return random.nextLong(bound);
    }
}
