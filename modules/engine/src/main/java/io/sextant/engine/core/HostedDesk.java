package io.sextant.engine.core;

import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.hosting.HostedRefusal;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.session.SessionTerms;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The strategies that the desk runs, as far as money goes: what was agreed, their stages, their books, whose each order is. What they think
 * is elsewhere and none of the core's business; it hears orders and answers as it does a person.
 */
final class HostedDesk {

    static final int STRATEGIES_MAX = 32;
    private static final long LOOK_NANOS = 100_000_000L;
    private static final int NOBODY = -1;

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final RiskGate gate;
    private final DeskSwitches switches;
    private final Map<String, Hosted> strategies = new LinkedHashMap<>();
    private final HostedOwners owners;
    private final HostedGate limits;
    private final HostedAgreement agreement;
    private final HostedStages stages;
    private final HostedFlattening flattening;
    private @Nullable CommandDesk desk;
    private HostedListener listener = HostedListener.NOBODY;
    private long lookedNanos = Long.MIN_VALUE;
    private boolean dirty;
    /** How many were ever agreed with. */
    private int numbers;

    HostedDesk(
            SessionTerms terms,
            CoreTime time,
            FactOutlet facts,
            Ledger ledger,
            MarketBoard market,
            RiskGate gate,
            WorkingOrders orders,
            ParentBook parents,
            DeskSwitches switches,
            Reconciliation reconciliation) {
        instruments = terms.instruments();
        this.time = time;
        this.facts = facts;
        this.gate = gate;
        this.switches = switches;
        owners = new HostedOwners(orders);
        limits = new HostedGate(instruments, time, market, ledger, orders, strategies, owners.working());
        agreement = new HostedAgreement(instruments, ledger, gate.terms().reporting(), strategies, owners.working());
        stages = new HostedStages(
                terms, time, facts, market, gate, switches, strategies, owners, agreement, reconciliation, this::wake);
        flattening =
                new HostedFlattening(instruments, time, ledger, market, parents, strategies, stages::pauseForFlatten);
    }

    /** They need each other. */
    void connect(CommandDesk commands, OrderBooking booking) {
        desk = commands;
        stages.connect(commands, flattening);
        commands.hosting(this);
        booking.hosting(this);
    }

    boolean isOfRealMoney() {
        return stages.isOfRealMoney();
    }

    boolean isArmed(Hosted one) {
        return stages.isArmed(one);
    }

    /** The next look is not to wait for its time. */
    void wake() {
        dirty = true;
    }

    void listen(HostedListener hearing) {
        listener = hearing;
    }

    Outcome host(HostingTerms terms) {
        Optional<Refusal> refusal = agreement.findRefusal(terms);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Hosted known = strategies.get(terms.name());
        if (known != null && known.terms.instruments().equals(terms.instruments())) {
            known.book.capital(terms.capital().units());
            known.dayStartUnits +=
                    terms.capital().units() - known.terms.capital().units();
            known.terms = terms;
        } else {
            if (known != null) {
                owners.forget(known);
            }
            known = new Hosted(terms, instruments, terms.capital().units());
            known.number = numbers++;
            known.sinceNanos = time.marketNanos;
            strategies.put(terms.name(), known);
        }
        stages.tell(new StageChange(terms.name(), known.stage, known.stage, StageCause.ASKED, ""));
        stages.disarm(known);
        return Outcome.DONE;
    }

    Outcome steer(SteerStrategy steer) {
        Hosted one = strategies.get(steer.strategy());
        return one == null ? unknown(steer.strategy()) : stages.steer(one, steer);
    }

    Outcome place(String strategy, OrderDraft draft) {
        Hosted one = strategies.get(strategy);
        if (one == null) {
            return unknown(strategy);
        }
        OrderDraft alone = draft.linkedTo(OrderLink.NONE);
        Optional<Refusal> refusal = limits.findRefusal(one, alone);
        if (refusal.isPresent()) {
            if (facts.isListening()) {
                facts.accept(new OrderRefused(facts.nextPosition(), time.marketNanos, alone, refusal.get()));
            }
            return refused(one, alone, new Outcome.Refused(refusal.get()));
        }
        long orderId = switches.nextOrderId();
        owners.add(orderId, one);
        gate.sendFor(one.number);
        Outcome outcome = desk().place(alone);
        gate.sendFor(NOBODY);
        return switch (outcome) {
            case Outcome.Done done -> {
                one.sent(time.marketNanos);
                yield done;
            }
            case Outcome.Refused no -> {
                owners.remove(orderId);
                yield refused(one, alone, no);
            }
        };
    }

    private Outcome refused(Hosted one, OrderDraft draft, Outcome.Refused no) {
        if (draft.type() instanceof OrderType.Limit(var limit)) {
            one.refusals.addFirst(new HostedRefusal(
                    time.marketNanos, draft.instrument(), draft.side(), draft.quantity(), limit, no.refusal()));
            if (one.refusals.size() > Hosted.REFUSALS_KEPT) {
                one.refusals.removeLast();
            }
        }
        return no;
    }

    /**
     * An order of somebody traded. What a fee took of what was bought is not the strategy's to sell: it holds so much less, and paid for it.
     */
    void filled(OrderSlot slot, long priceTicks, long lots, long feeUnits, long feeInKindUnits, long timeNanos) {
        Hosted one = strategies.isEmpty() ? null : owners.find(slot.orderId());
        if (one == null) {
            dirty |= flattening.filled(slot, priceTicks, lots, feeUnits, timeNanos);
            return;
        }
        dirty = true;
        int own = one.own(slot.instrument());
        boolean inKind = feeInKindUnits > 0;
        long taken = inKind ? one.book.takenLots(own, lots, feeInKindUnits) : 0;
        long paid = inKind ? one.book.worthUnits(own, priceTicks, taken) : feeUnits;
        long realised = one.book.fill(own, slot.side(), priceTicks, lots - taken, paid);
        one.keep(new Hosted.KeptFill(
                slot.orderId(), own, timeNanos, slot.side(), lots, priceTicks, paid, realised, slot.reason()));
        listener.onFill(
                one.name(), slot.instrument(), slot.orderId(), slot.side(), priceTicks, lots, taken, paid, timeNanos);
    }

    boolean holds(int instrument) {
        return flattening.holds(instrument);
    }

    /** A flattening begins; who holds something there or is about to does not think on from a position that is gone. */
    void flatten(int instrument, long flatten) {
        flattening.begin(instrument, flatten);
        for (Hosted one : List.copyOf(strategies.values())) {
            int own = one.own(instrument);
            boolean isIn = own >= 0
                    && (one.book.lots(own) != 0
                            || limits.workingLots(one, own, Side.BUY) + limits.workingLots(one, own, Side.SELL) > 0);
            if (isIn) {
                stages.pauseForFlatten(one, instrument);
            }
        }
    }

    /** After every step and command, once parents have acted. */
    void settle() {
        dirty |= flattening.settle();
    }

    /** An order of somebody is over. */
    void done(long orderId) {
        Hosted one = strategies.isEmpty() ? null : owners.end(orderId);
        if (one != null) {
            dirty = true;
            listener.onDone(one.name(), orderId);
        }
    }

    /** After every step and command. */
    void look() {
        listener.onStepEnd(time.marketNanos);
        if (strategies.isEmpty()) {
            return;
        }
        boolean halted = gate.standing().state() == GateState.HALTED;
        boolean isDue = dirty || time.marketNanos - lookedNanos >= LOOK_NANOS || lookedNanos == Long.MIN_VALUE;
        // With real money what is disarmed, or loses its line, stops with the step.
        if (!isDue && !halted && !gate.killSwitchEngaged() && !stages.isOfRealMoney()) {
            return;
        }
        lookedNanos = time.marketNanos;
        dirty = false;
        for (Hosted one : List.copyOf(strategies.values())) {
            stages.look(one, halted);
        }
    }

    /** The numbers of its orders that still work. */
    long[] working(Hosted one) {
        return owners.workingOf(one);
    }

    private CommandDesk desk() {
        if (desk == null) {
            throw new IllegalStateException("the desk of hosted strategies is not connected");
        }
        return desk;
    }

    long duplicateWindowNanos() {
        AccountLimits account = gate.limits().account();
        return account == null ? 0 : account.duplicateWindowNanos();
    }

    Collection<Hosted> all() {
        return strategies.values();
    }

    HostedGate limits() {
        return limits;
    }

    private static Outcome unknown(String strategy) {
        return new Outcome.Refused(Refusal.of(RefusalCode.NO_SUCH_STRATEGY, strategy));
    }

    void save(StateWriter out) {
        out.putLong(lookedNanos);
        out.putBoolean(dirty);
        out.putInt(numbers);
        out.putInt(strategies.size());
        strategies.values().forEach(one -> one.save(out));
        owners.save(out);
        flattening.save(out);
    }

    void load(StateReader in) {
        strategies.clear();
        lookedNanos = in.getLong();
        dirty = in.getBoolean();
        numbers = in.getInt();
        for (int left = in.getInt(); left > 0; left--) {
            Hosted one = Hosted.load(in, instruments);
            strategies.put(one.name(), one);
        }
        owners.load(in, strategies);
        flattening.load(in);
    }
}
