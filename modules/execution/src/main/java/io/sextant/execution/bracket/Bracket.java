package io.sextant.execution.bracket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentStage;
import io.sextant.execution.parent.Child;
import io.sextant.execution.parent.Parent;
import io.sextant.execution.parent.ParentDesk;

/**
 * An entry with its exits. The exits are for what the entry filled, less what they filled themselves, and never for more than is
 * held. When the price of the stop comes while the target works, the stop goes only after the target's end is confirmed: else both
 * could fill and turn the position round.
 */
public final class Bracket extends Parent {

    private static final long RETRY_NANOS = 1_000_000_000L;

    private final BracketTerms terms;
    private final StopLine line;
    private final BracketProgress at = new BracketProgress();

    public Bracket(long id, int index, Instrument instrument, BracketTerms terms) {
        super(id, index, instrument, terms.side(), instrument.lotsOf(terms.quantity()), terms.origin());
        this.terms = terms;
        line = new StopLine(terms.side(), index, instrument, terms.exits());
        Price target = terms.exits().target();
        at.targetTicks = target == null ? 0 : instrument.ticksOf(target);
    }

    public BracketTerms terms() {
        return terms;
    }

    @Override
    public ParentKind kind() {
        return ParentKind.BRACKET;
    }

    /** Sends the entry; false when the gate refused it. */
    public boolean enter(ParentDesk desk) {
        return switch (terms.opening()) {
            case Opening.ByOrder(OrderDraft draft) ->
                place(draft.linkedTo(new OrderLink(id, OrderLeg.ENTRY)), desk) != null;
            case Opening.Held _ -> {
                at.entryOver = true;
                at.entryGrew = true;
                at.firstFillNanos = desk.nowNanos();
                filledLots = lots;
                filledTickLots = Math.multiplyExact(arrivalDoubledTicks / 2, lots);
                line.traded(desk.nowNanos(), desk.lastTicks(index));
                yield true;
            }
        };
    }

    @Override
    public void look(ParentDesk desk) {
        if (stage.isTerminal()) {
            return;
        }
        if (stage == ParentStage.ENDING) {
            if (takeBackChildren(reason, desk)) {
                state(ParentStage.CANCELLED, withHeld(reason, openLots(desk)), desk);
            }
            return;
        }
        long open = openLots(desk);
        if (open == 0) {
            finish(desk);
            return;
        }
        if (at.firstFillNanos == 0) {
            at.firstFillNanos = desk.nowNanos();
        }
        if (!at.closing && desk.nowNanos() >= timeStopNanos()) {
            at.closing = true;
            say("its time is over; it is closed at the market", desk);
        }
        if (at.closing) {
            closeAtMarket(open, desk);
        } else if (at.heldBackStop != 0) {
            letStopGo(open, desk);
        } else if (!at.stopSent) {
            // While the stop is on its way a new target could fill beside it.
            keepTarget(open, desk);
            keepStop(open, desk);
            endWithoutExits(open, desk);
        }
    }

    private void endWithoutExits(long open, ParentDesk desk) {
        boolean hasTarget = at.targetTicks != 0 && !at.targetGone;
        boolean hasStop = terms.exits().stop() != null && !at.stopGone;
        boolean opens = findWorking(OrderLeg.ENTRY) != null;
        if (!hasTarget && !hasStop && terms.exits().timeNanos() == 0 && !opens && !at.closing) {
            state(ParentStage.CANCELLED, withHeld("no exit is left", open), desk);
        }
    }

    /** What the exits still have to close; nothing where a person made an exit larger than what was opened. */
    private long openLots(ParentDesk desk) {
        long held = side.sign() * desk.positionLots(index);
        return Math.max(0, Math.min(filledLots - at.closedLots, held));
    }

    /** The most that its stop may send now: what a late fill of the target closed must not be sold again. */
    public long stopLots(ParentDesk desk) {
        return openLots(desk);
    }

    private String withHeld(String why, long open) {
        return open == 0 ? why : "still held without exits: " + quantityText(open) + " (" + why + ")";
    }

    private void finish(ParentDesk desk) {
        Child entry = findWorking(OrderLeg.ENTRY);
        if (filledLots == 0 && !at.entryOver) {
            return;
        }
        if (entry != null) {
            cancelChild(entry, "the bracket is closed", desk);
        }
        boolean over = entry == null;
        for (OrderLeg leg : new OrderLeg[] {OrderLeg.TARGET, OrderLeg.STOP, OrderLeg.CLOSING}) {
            Child exit = findWorking(leg);
            if (exit != null) {
                cancelChild(exit, "the bracket is closed", desk);
                over &= !exit.isWorking();
            }
        }
        if (!over) {
            return;
        }
        if (filledLots == 0) {
            state(ParentStage.CANCELLED, "the entry ended without a fill", desk);
        } else if (at.closedLots >= filledLots) {
            state(ParentStage.DONE, "closed", desk);
        } else {
            state(ParentStage.DONE, "the position was closed elsewhere", desk);
        }
    }

    private void closeAtMarket(long open, ParentDesk desk) {
        boolean free = true;
        for (OrderLeg leg : new OrderLeg[] {OrderLeg.ENTRY, OrderLeg.TARGET, OrderLeg.STOP}) {
            Child child = findWorking(leg);
            if (child != null) {
                cancelChild(child, "the bracket is closed at the market", desk);
                free &= !child.isWorking();
            }
        }
        if (!free || findWorking(OrderLeg.CLOSING) != null || desk.nowNanos() < at.quietUntilNanos) {
            return;
        }
        at.quietUntilNanos = desk.nowNanos() + RETRY_NANOS;
        long part = Math.min(open, Math.max(1, desk.largestOrderLots(index, side.opposite())));
        if (place(side.opposite(), part, OrderType.market(), true, OrderLeg.CLOSING, "closes " + nameText(), desk)
                == null) {
            say("not closed: " + desk.lastRefusal(), desk);
        }
    }

    private void letStopGo(long open, ParentDesk desk) {
        Child entry = findWorking(OrderLeg.ENTRY);
        if (entry != null) {
            cancelChild(entry, "the stop goes off", desk);
        }
        Child target = findWorking(OrderLeg.TARGET);
        if (target != null) {
            cancelChild(target, "the stop goes off", desk);
            if (target.isWorking()) {
                return;
            }
        }
        long stop = at.heldBackStop;
        at.heldBackStop = 0;
        at.stopSent = true;
        desk.release(stop, open);
    }

    /** Whether the stop whose price came has to wait for the end of the target. */
    public boolean holdsBack(long orderId) {
        Child stop = findChild(orderId);
        if (stop == null || stop.leg() != OrderLeg.STOP || stage != ParentStage.WORKING || at.closing) {
            return stop != null && stop.leg() == OrderLeg.STOP && at.closing;
        }
        if (at.heldBackStop == 0 && at.stopSent) {
            return false;
        }
        if (findWorking(OrderLeg.TARGET) == null && findWorking(OrderLeg.ENTRY) == null) {
            at.stopSent = true;
            return false;
        }
        at.heldBackStop = orderId;
        wantLook();
        return true;
    }

    private void keepTarget(long open, ParentDesk desk) {
        if (at.targetTicks == 0 || at.targetGone) {
            return;
        }
        Child target = findWorking(OrderLeg.TARGET);
        if (target == null) {
            if (desk.nowNanos() >= at.quietUntilNanos
                    && place(
                                    side.opposite(),
                                    open,
                                    OrderType.limit(instrument.priceOf(at.targetTicks)),
                                    true,
                                    OrderLeg.TARGET,
                                    "target of " + nameText(),
                                    desk)
                            == null) {
                quiet("no target yet: " + desk.lastRefusal(), desk);
            }
        } else if (target.isSettled() && target.remainingLots() != open && desk.nowNanos() >= at.quietUntilNanos) {
            if (!desk.amend(target.orderId(), target.filledLots() + open, target.ticks())) {
                quiet("the target keeps its size: " + desk.lastRefusal(), desk);
            }
        }
    }

    private void keepStop(long open, ParentDesk desk) {
        if (terms.exits().stop() == null || at.stopGone) {
            return;
        }
        line.follow(filledLots == 0 ? 0 : 2 * filledTickLots / filledLots, at.entryGrew, desk);
        at.entryGrew = false;
        Child stop = findWorking(OrderLeg.STOP);
        if (stop == null) {
            placeStop(open, desk);
            return;
        }
        // A trail goes its own way, unheard: what is known of its trigger is old.
        boolean trails = terms.exits().stop() instanceof ExitStop.Trailing;
        long trigger = trails ? desk.triggerTicks(stop.orderId()) : line.ticks();
        boolean differs = stop.remainingLots() != open || (!trails && stop.ticks() != trigger);
        if (stop.state() == OrderState.WAITING && differs && !desk.amend(stop.orderId(), open, trigger)) {
            refusedStop("the stop stays as it is: ", desk);
        }
    }

    private void placeStop(long open, ParentDesk desk) {
        OrderType type = line.type();
        if (type == null) {
            say("no stop yet: too few bars", desk);
            return;
        }
        if (desk.nowNanos() >= at.quietUntilNanos
                && place(side.opposite(), open, type, true, OrderLeg.STOP, "stop of " + nameText(), desk) == null) {
            refusedStop("no stop yet: ", desk);
        }
    }

    /** A market beyond the stop already is what the stop was for. */
    private void refusedStop(String what, ParentDesk desk) {
        if (desk.lastRefusalCode() == RefusalCode.TRIGGER_REACHED) {
            at.closing = true;
            wantLook();
            say("the market is beyond the stop; it is closed at the market", desk);
            return;
        }
        quiet(what + desk.lastRefusal(), desk);
    }

    private void quiet(String why, ParentDesk desk) {
        at.quietUntilNanos = desk.nowNanos() + RETRY_NANOS;
        say(why, desk);
    }

    private String nameText() {
        return "#" + id;
    }

    private long timeStopNanos() {
        BracketExits exits = terms.exits();
        return exits.timeNanos() == 0 || at.firstFillNanos == 0 ? NEVER : at.firstFillNanos + exits.timeNanos();
    }

    @Override
    protected void moved(Child child, OrderState before) {
        boolean rests = child.state() == OrderState.ACCEPTED || child.state() == OrderState.PARTLY_FILLED;
        if (child.leg() == OrderLeg.TARGET && rests) {
            at.targetTicks = child.ticks();
        }
        if (child.leg() == OrderLeg.STOP) {
            if (child.state() == OrderState.WAITING) {
                line.movedTo(child.ticks());
            } else if (before == OrderState.WAITING && child.isWorking()) {
                at.stopSent = true;
            }
        }
    }

    @Override
    protected void ended(Child child, String why, ParentDesk desk) {
        boolean unwanted = !child.cancelAsked() && child.state() != OrderState.FILLED;
        switch (child.leg()) {
            case ENTRY -> at.entryOver = true;
            case TARGET -> {
                if (unwanted && stage == ParentStage.WORKING) {
                    at.targetGone = true;
                    say("the target is gone, the stop stays: " + why, desk);
                }
            }
            case STOP -> {
                at.heldBackStop = 0;
                if (at.stopSent && child.state() != OrderState.FILLED) {
                    at.closing = true;
                } else if (unwanted && stage == ParentStage.WORKING) {
                    at.stopGone = true;
                    say("the stop is gone, the target stays: " + why, desk);
                }
                at.stopSent = false;
            }
            case CLOSING, CHILD, SINGLE -> {}
        }
        if (child.state() != OrderState.WAITING) {
            forgetOldChildren(desk.nowNanos());
        }
    }

    @Override
    protected boolean isMeasured(OrderLeg leg) {
        boolean opens = leg == OrderLeg.ENTRY;
        at.entryGrew |= opens;
        return opens;
    }

    @Override
    protected void closed(long fillLots) {
        at.closedLots += fillLots;
    }

    @Override
    public void traded(long nowNanos, long priceTicks, long tradedLots) {
        if (stage != ParentStage.WORKING || filledLots == 0) {
            return;
        }
        boolean moves = line.traded(nowNanos, priceTicks);
        boolean retries = at.quietUntilNanos > 0 && nowNanos >= at.quietUntilNanos;
        if (retries) {
            at.quietUntilNanos = 0;
        }
        if (moves || retries) {
            wantLook();
        }
    }

    @Override
    public long nextLookNanos() {
        return stage == ParentStage.WORKING && !at.closing ? timeStopNanos() : NEVER;
    }

    @Override
    protected long endsNanos() {
        long end = timeStopNanos();
        return end == NEVER ? 0 : end;
    }

    @Override
    protected double benchmarkDoubledTicks() {
        return arrivalDoubledTicks;
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        line.save(out);
        at.save(out);
    }

    @Override
    public void load(StateReader in) {
        super.load(in);
        line.load(in);
        at.load(in);
    }
}
