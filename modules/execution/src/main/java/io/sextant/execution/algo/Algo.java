package io.sextant.execution.algo;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.time.SeededRandom;
import io.sextant.execution.parent.Child;
import io.sextant.execution.parent.ParentDesk;
import io.sextant.execution.parent.Steered;

/**
 * Trades a quantity through one child at a time. A child begins on its own side of the market and crosses when its patience is over;
 * one that is open is repriced, never doubled. What is filled, what works and what may still fill late is together never more than
 * the whole.
 */
public final class Algo extends Steered {

    /** How long after its planned end it may still try to trade what is left. */
    public static final long OVERTIME_NANOS = 60_000_000_000L;

    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final int MOST_REFUSALS = 3;
    private static final int BPS = 10_000;

    private final AlgoTerms terms;
    private final Tempo tempo;
    private final SeededRandom random;
    private final long limitTicks;

    private int refusals;
    private long marketLots;
    /** Of a whole market, which no whole number is sure to hold. */
    private double marketTickLots;

    private double sampledDoubledTicks;
    private long samples;
    private long sampledNanos;

    /** {@code seed} and the number of the parent decide what an iceberg shows. */
    public Algo(long id, int index, Instrument instrument, AlgoTerms terms, long seed) {
        super(id, index, instrument, terms.side(), instrument.lotsOf(terms.quantity()), OrderOrigin.ALGORITHM);
        this.terms = terms;
        tempo = new Tempo(terms.plan(), lots);
        random = SeededRandom.stream(seed, id);
        Price limit = terms.limit();
        limitTicks = limit == null ? 0 : instrument.ticksOf(limit);
    }

    @Override
    public ParentKind kind() {
        return terms.plan().kind();
    }

    @Override
    protected void begunAgain() {
        refusals = 0;
    }

    @Override
    public void look(ParentDesk desk) {
        if (stage.isTerminal()) {
            return;
        }
        long now = desk.nowNanos();
        sample(now, desk);
        forgetOldChildren(now);
        nextLookNanos = NEVER;
        if (filledLots >= lots) {
            takeBackChildren("the parent is filled", desk);
            state(ParentStage.DONE, "filled", desk);
            return;
        }
        switch (stage) {
            case WORKING -> work(now, desk);
            case PAUSED -> takeBackChildren(reason, desk);
            case ENDING -> end(desk);
            case DONE, CANCELLED, FAILED -> {}
        }
    }

    private void work(long now, ParentDesk desk) {
        long elapsed = elapsedNanos(now);
        boolean over = tempo.isOver(elapsed);
        if (over && elapsed >= tempo.durationNanos() + OVERTIME_NANOS) {
            giveUp("its time is over", desk);
            return;
        }
        boolean urgent = over || hurried;
        Child child = findWorking(OrderLeg.CHILD);
        if (child == null) {
            send(now, elapsed, urgent, desk);
        } else if (child.isSettled()) {
            reprice(child, now, elapsed, urgent, desk);
        }
        // An iceberg is woken by its child, but one that was refused wakes nobody.
        boolean looksByTime =
                !(terms.plan() instanceof AlgoPlan.Iceberg) || hurried || findWorking(OrderLeg.CHILD) == null;
        if (stage == ParentStage.WORKING) {
            nextLookNanos = looksByTime ? now + LOOK_NANOS : nextFreeNanos();
        }
    }

    private void send(long now, long elapsed, boolean urgent, ParentDesk desk) {
        long free = lots - filledLots - reservedLots(now);
        long due = (urgent ? lots : tempo.dueLots(elapsed, marketLots)) - filledLots - reservedLots(now);
        long part = Math.min(free, due);
        if (terms.plan() instanceof AlgoPlan.Iceberg iceberg && !hurried) {
            part = Math.min(part, shownLots(iceberg, smallestLots(desk)));
        }
        long smallestLots = smallestLots(desk);
        // A rest that no order could be made of goes with this one.
        if (free - part > 0 && free - part < smallestLots) {
            part = free;
        }
        if (part < Math.min(free, smallestLots) || part <= 0) {
            return;
        }
        long ticks = wantedTicks(now, now, elapsed, urgent, desk);
        if (ticks <= 0) {
            return;
        }
        part = Math.min(part, Math.max(smallestLots, desk.largestOrderLots(index, side)));
        String why = terms.reason().isEmpty() ? kind() + " #" + id : terms.reason();
        Child sent = place(
                side, part, OrderType.limit(instrument.priceOf(ticks)), terms.reduceOnly(), OrderLeg.CHILD, why, desk);
        if (sent == null) {
            refused(desk.lastRefusal(), desk);
        }
    }

    /** By quantity, and by value at the lower of market and limit. */
    private long smallestLots(ParentDesk desk) {
        long bid = desk.bidTicks(index);
        long market = bid > 0 ? bid : desk.lastTicks(index);
        return instrument.smallestLotsAt(limitTicks > 0 ? Math.min(limitTicks, market) : market);
    }

    private long shownLots(AlgoPlan.Iceberg iceberg, long smallestLots) {
        long display = instrument.lotsOf(iceberg.display());
        long spread = (long) ((double) display * iceberg.varianceBps() / BPS);
        long shown = spread == 0 ? display : display - spread + random.nextLong(2 * spread + 1);
        return Math.max(smallestLots, shown);
    }

    private void refused(String why, ParentDesk desk) {
        refusals++;
        if (refusals >= MOST_REFUSALS) {
            pause("paused after repeated refusals: " + why, desk);
            wantLook();
        } else {
            say("refused: " + why, desk);
        }
    }

    /** Only towards the market: a child that waits better than wanted has its place in the queue. */
    private void reprice(Child child, long now, long elapsed, boolean urgent, ParentDesk desk) {
        long wanted = wantedTicks(child.placedNanos(), now, elapsed, urgent, desk);
        if (wanted > 0 && side.sign() * (wanted - child.ticks()) > 0) {
            desk.amend(child.orderId(), child.filledLots() + child.remainingLots(), wanted);
        }
    }

    private long wantedTicks(long placedNanos, long now, long elapsed, boolean urgent, ParentDesk desk) {
        if (terms.plan() instanceof AlgoPlan.Iceberg && !hurried) {
            return limitTicks;
        }
        long bid = desk.bidTicks(index);
        long ask = desk.askTicks(index);
        long near = side == Side.BUY ? bid : ask;
        long far = side == Side.BUY ? ask : bid;
        if (near <= 0 || far <= 0) {
            return bound(near > 0 ? near : far > 0 ? far : desk.lastTicks(index));
        }
        boolean crosses = urgent || now - placedNanos >= tempo.patienceNanos();
        if (crosses) {
            return bound(far);
        }
        return bound(terms.plan() instanceof AlgoPlan.Chaser ? leaning(near, far, elapsed) : near);
    }

    /** From its own side of the market to the other with the square of the time that is gone. */
    private long leaning(long near, long far, long elapsed) {
        double gone = Math.min(1, (double) elapsed / tempo.durationNanos());
        return near + (long) ((far - near) * gone * gone);
    }

    private long bound(long ticks) {
        if (limitTicks == 0 || ticks <= 0) {
            return ticks;
        }
        return side == Side.BUY ? Math.min(ticks, limitTicks) : Math.max(ticks, limitTicks);
    }

    private void sample(long now, ParentDesk desk) {
        long bid = desk.bidTicks(index);
        long ask = desk.askTicks(index);
        if (bid > 0 && ask > 0 && (samples == 0 || now - sampledNanos >= LOOK_NANOS)) {
            sampledDoubledTicks += bid + ask;
            samples++;
            sampledNanos = now;
        }
    }

    @Override
    protected void ended(Child child, String why, ParentDesk desk) {
        if (child.state() == OrderState.REJECTED) {
            refused(why, desk);
        } else if (child.filledLots() > 0) {
            refusals = 0;
        }
        if (child.state() == OrderState.CANCELLED && !child.cancelAsked() && stage == ParentStage.WORKING) {
            pause("paused because a child was cancelled: " + why, desk);
        }
    }

    @Override
    protected boolean isMeasured(OrderLeg leg) {
        return true;
    }

    @Override
    public void traded(long nowNanos, long priceTicks, long tradedLots) {
        if (stage == ParentStage.WORKING) {
            marketLots = tradedLots > Long.MAX_VALUE - marketLots ? Long.MAX_VALUE : marketLots + tradedLots;
            marketTickLots += (double) priceTicks * tradedLots;
        }
    }

    @Override
    protected long endsNanos() {
        return endsAfter(tempo.durationNanos());
    }

    /** The mean of the middle for one that spreads over time, the market's own average for one that follows volume, else arrival. */
    @Override
    protected double benchmarkDoubledTicks() {
        return switch (terms.plan()) {
            case AlgoPlan.Twap _ -> samples == 0 ? 0 : sampledDoubledTicks / samples;
            case AlgoPlan.Vwap _, AlgoPlan.Pov _ -> marketLots == 0 ? 0 : 2.0 * marketTickLots / marketLots;
            case AlgoPlan.Shortfall _, AlgoPlan.Chaser _, AlgoPlan.Iceberg _, AlgoPlan.Route _ -> arrivalDoubledTicks;
        };
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        random.save(out);
        out.putInt(refusals);
        out.putLong(marketLots);
        out.putDouble(marketTickLots);
        out.putDouble(sampledDoubledTicks);
        out.putLong(samples);
        out.putLong(sampledNanos);
    }

    @Override
    public void load(StateReader in) {
        super.load(in);
        random.load(in);
        refusals = in.getInt();
        marketLots = in.getLong();
        marketTickLots = in.getDouble();
        sampledDoubledTicks = in.getDouble();
        samples = in.getLong();
        sampledNanos = in.getLong();
    }
}
