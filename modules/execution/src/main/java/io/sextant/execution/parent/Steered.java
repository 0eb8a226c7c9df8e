package io.sextant.execution.parent;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.parent.Steering;

/** A parent that a person can pause and hurry, and that ends when its time is over. Time in which it was paused does not count. */
public abstract class Steered extends Parent {

    protected long nextLookNanos = NEVER;
    protected boolean hurried;

    private long pausedNanos;
    private long pausedSinceNanos;
    private boolean outOfTime;

    protected Steered(long id, int index, Instrument instrument, Side side, long lots, OrderOrigin origin) {
        super(id, index, instrument, side, lots, origin);
    }

    /** Whether it made sense now. */
    public final boolean steer(Steering how, ParentDesk desk) {
        boolean can = switch (how) {
            case PAUSE -> stage == ParentStage.WORKING;
            case RESUME -> stage == ParentStage.PAUSED;
            case HURRY -> stage == ParentStage.WORKING && !hurried;
        };
        if (can) {
            switch (how) {
                case PAUSE -> pause("paused", desk);
                case RESUME -> {
                    pausedNanos += desk.nowNanos() - pausedSinceNanos;
                    begunAgain();
                    state(ParentStage.WORKING, "resumed", desk);
                }
                case HURRY -> {
                    hurried = true;
                    say("hurried", desk);
                }
            }
            wantLook();
        }
        return can;
    }

    /** A person lets it go on after a pause: what was refused before is tried again. */
    protected abstract void begunAgain();

    protected final void pause(String why, ParentDesk desk) {
        pausedSinceNanos = desk.nowNanos();
        state(ParentStage.PAUSED, why, desk);
    }

    /** Ends it unfinished. */
    protected final void giveUp(String why, ParentDesk desk) {
        outOfTime = true;
        cancel(why, desk);
    }

    protected final void end(ParentDesk desk) {
        if (takeBackChildren(reason, desk)) {
            String how = quantityText(filledLots) + " / " + quantityText(lots) + " (" + reason + ")";
            state(outOfTime ? ParentStage.FAILED : ParentStage.CANCELLED, "ended with this much filled: " + how, desk);
        }
    }

    protected final long elapsedNanos(long now) {
        return now - createdNanos - pausedNanos;
    }

    /** When so much time, pauses left out, will have gone; zero where that is never. */
    protected final long endsAfter(long durationNanos) {
        return durationNanos == Long.MAX_VALUE ? 0 : createdNanos + pausedNanos + durationNanos;
    }

    @Override
    public final long nextLookNanos() {
        return stage.isTerminal() ? NEVER : nextLookNanos;
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.putLong(nextLookNanos);
        out.putLong(pausedNanos);
        out.putLong(pausedSinceNanos);
        out.putBoolean(hurried);
        out.putBoolean(outOfTime);
    }

    @Override
    public void load(StateReader in) {
        super.load(in);
        nextLookNanos = in.getLong();
        pausedNanos = in.getLong();
        pausedSinceNanos = in.getLong();
        hurried = in.getBoolean();
        outOfTime = in.getBoolean();
    }
}
