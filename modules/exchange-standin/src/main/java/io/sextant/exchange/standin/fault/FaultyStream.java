package io.sextant.exchange.standin.fault;

import io.sextant.domain.time.Scheduler;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** One stream to one reader, through the plan of what goes wrong. Thread-safe. */
public final class FaultyStream {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long LONGEST_DELAY_NANOS = 3 * SECOND_NANOS;
    private static final long LONGEST_SILENCE_NANOS = 45 * SECOND_NANOS;
    private static final int LONGEST_GAP = 20;

    private final FaultPlan plan;
    private final Scheduler scheduler;
    private final Wire wire;
    private final ArrayDeque<String> late = new ArrayDeque<>();
    private @Nullable String overtaken;
    private long toDrop;
    private boolean isLate;
    private boolean isSilent;
    private boolean isCut;

    public FaultyStream(FaultPlan plan, Scheduler scheduler, Wire wire) {
        this.plan = plan;
        this.scheduler = scheduler;
        this.wire = wire;
    }

    public synchronized void send(String message) {
        if (isCut || isSilent) {
            return;
        }
        if (toDrop > 0) {
            toDrop--;
            return;
        }
        switch (plan.forMessage()) {
            case NONE -> pass(message);
            case DROP -> {}
            case GAP -> toDrop = plan.amount(LONGEST_GAP);
            case DUPLICATE -> {
                pass(message);
                pass(message);
            }
            case DELAY -> {
                holdBack();
                pass(message);
            }
            case REORDER -> overtaken = message;
            case HALF_A_MESSAGE -> {
                isCut = true;
                wire.sendHalfAndCut(message);
            }
            case GARBAGE -> pass(message.substring(0, message.length() / 2));
            case WRONG_TYPE -> pass(Mutations.withWrongType(message));
            case UNKNOWN_FIELD -> pass(Mutations.withUnknownField(message));
            case CUT -> {
                isCut = true;
                wire.cut();
            }
            case SILENCE -> fallSilent();
        }
    }

    private void pass(String message) {
        if (isLate) {
            late.add(message);
            return;
        }
        wire.send(message);
        String before = overtaken;
        if (before != null) {
            overtaken = null;
            wire.send(before);
        }
    }

    private void holdBack() {
        if (!isLate) {
            isLate = true;
            scheduler.after(1 + plan.amount(LONGEST_DELAY_NANOS), this::catchUp);
        }
    }

    private synchronized void catchUp() {
        isLate = false;
        while (!late.isEmpty() && !isCut) {
            wire.send(late.poll());
        }
    }

    private void fallSilent() {
        isSilent = true;
        scheduler.after(1 + plan.amount(LONGEST_SILENCE_NANOS), this::speakAgain);
    }

    private synchronized void speakAgain() {
        isSilent = false;
    }

    public synchronized void cut() {
        if (!isCut) {
            isCut = true;
            wire.cut();
        }
    }

    public synchronized boolean isCut() {
        return isCut;
    }
}
