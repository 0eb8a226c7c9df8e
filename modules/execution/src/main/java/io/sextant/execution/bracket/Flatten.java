package io.sextant.execution.bracket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentStage;
import io.sextant.execution.parent.Child;
import io.sextant.execution.parent.Parent;
import io.sextant.execution.parent.ParentDesk;

/**
 * Makes a position flat without a race: takes back every order, waits until each is over, reads the position again, closes that and
 * no more, and looks again. An order that does not confirm, or a close that is refused, ends it with what is still open.
 */
public final class Flatten extends Parent {

    /** How long orders may take to confirm their end, and how long the closing may take after that. */
    public static final long PATIENCE_NANOS = 30_000_000_000L;

    private static final long RETRY_NANOS = 1_000_000_000L;
    private static final String FLATTENING = "flatten";

    private boolean closing;
    private long deadlineNanos;
    private long quietUntilNanos;
    private String refusal = "";

    public Flatten(long id, int index, Instrument instrument, Side side, long lots, OrderOrigin origin) {
        super(id, index, instrument, side, lots, origin);
    }

    @Override
    public ParentKind kind() {
        return ParentKind.FLATTEN;
    }

    @Override
    public void look(ParentDesk desk) {
        if (stage.isTerminal()) {
            return;
        }
        long now = desk.nowNanos();
        if (deadlineNanos == 0) {
            deadlineNanos = now + PATIENCE_NANOS;
        }
        if (stage == ParentStage.ENDING) {
            if (takeBackChildren(reason, desk)) {
                state(ParentStage.CANCELLED, reason, desk);
            }
            return;
        }
        int open = desk.takeBack(index, id, FLATTENING);
        if (open > 0) {
            awaitEnds(open, now, desk);
        } else if (!children.areWorking()) {
            close(now, desk);
        } else if (now >= deadlineNanos) {
            fail("the closing order did not end", desk);
        }
    }

    private void awaitEnds(int open, long now, ParentDesk desk) {
        if (now >= deadlineNanos) {
            fail("not confirmed: " + desk.openOrders(index, id), desk);
            return;
        }
        closing = false;
        quietUntilNanos = now + RETRY_NANOS;
        say("waits for the end of orders: " + open, desk);
    }

    private void close(long now, ParentDesk desk) {
        long position = desk.positionLots(index);
        if (position == 0) {
            state(ParentStage.DONE, "flat", desk);
            return;
        }
        if (!closing) {
            closing = true;
            deadlineNanos = now + PATIENCE_NANOS;
            quietUntilNanos = 0;
        }
        if (now >= deadlineNanos) {
            fail(refusal.isEmpty() ? "nobody took the other side" : refusal, desk);
            return;
        }
        if (now < quietUntilNanos) {
            return;
        }
        Side against = position > 0 ? Side.SELL : Side.BUY;
        long part = partLots(Math.abs(position), against, desk);
        quietUntilNanos = now + RETRY_NANOS;
        say("closes: " + quantityText(Math.abs(position)), desk);
        if (part == 0 || place(against, part, OrderType.market(), true, OrderLeg.CLOSING, "flatten", desk) == null) {
            refusal = part == 0 ? "no limit is set" : desk.lastRefusal();
            say(refusal, desk);
        }
    }

    /** As much as the limits let through; in halves where the rest would be less than the venue takes, or a falling price could make it. */
    private long partLots(long held, Side against, ParentDesk desk) {
        long part = Math.min(held, desk.largestOrderLots(index, against));
        long bid = desk.bidTicks(index);
        long least = instrument.smallestLotsAt(bid > 0 ? bid : desk.lastTicks(index));
        long rest = held - part;
        boolean hangsOnPrice = least > instrument.smallestLots();
        boolean isRestSmall = rest < least || (hangsOnPrice && rest / 2 < least);
        return rest > 0 && isRestSmall && held / 2 >= least ? Math.min(part, held - held / 2) : part;
    }

    private void fail(String why, ParentDesk desk) {
        long position = desk.positionLots(index);
        state(
                ParentStage.FAILED,
                "still held: " + (position < 0 ? "-" : "") + quantityText(Math.abs(position)) + " (" + why + ")",
                desk);
    }

    @Override
    protected void ended(Child child, String why, ParentDesk desk) {
        if (child.remainingLots() == 0) {
            quietUntilNanos = 0;
        }
        forgetOldChildren(desk.nowNanos());
    }

    @Override
    public long nextLookNanos() {
        if (stage != ParentStage.WORKING) {
            return NEVER;
        }
        long next = deadlineNanos == 0 ? createdNanos : deadlineNanos;
        boolean waits = children.areWorking();
        return waits || quietUntilNanos == 0 ? next : Math.min(next, quietUntilNanos);
    }

    @Override
    protected long endsNanos() {
        return 0;
    }

    @Override
    protected double benchmarkDoubledTicks() {
        return arrivalDoubledTicks;
    }

    @Override
    protected boolean isMeasured(OrderLeg leg) {
        return true;
    }

    @Override
    public void traded(long nowNanos, long priceTicks, long tradedLots) {}

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.putBoolean(closing);
        out.putLong(deadlineNanos);
        out.putLong(quietUntilNanos);
        out.putString(refusal);
    }

    @Override
    public void load(StateReader in) {
        super.load(in);
        closing = in.getBoolean();
        deadlineNanos = in.getLong();
        quietUntilNanos = in.getLong();
        refusal = in.getString();
    }
}
