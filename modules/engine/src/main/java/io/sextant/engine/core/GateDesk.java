package io.sextant.engine.core;

import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What people set at the gate, and the facts of it. */
final class GateDesk {

    private static final String KILLED = "kill switch";
    private static final String DISCONNECTED = "the connection was lost";

    private final CoreTime time;
    private final FactOutlet facts;
    private final RiskGate gate;
    private final DeskSwitches switches;
    private Runnable parentsCanceller = () -> {};
    private Runnable hostedWaker = () -> {};
    private BiConsumer<Predicate<OrderSlot>, String> canceller = (meant, reason) -> {};

    GateDesk(CoreTime time, FactOutlet facts, RiskGate gate, DeskSwitches switches) {
        this.time = time;
        this.facts = facts;
        this.gate = gate;
        this.switches = switches;
    }

    /** Cancels the working orders that are meant, with a reason; and all parents. */
    void connect(BiConsumer<Predicate<OrderSlot>, String> working, Runnable allParents) {
        canceller = working;
        parentsCanceller = allParents;
    }

    /** Whoever has to look at once at who is stopped. */
    void wakes(Runnable hosted) {
        hostedWaker = hosted;
    }

    Outcome engage(String reason, KillScope scope) {
        gate.engageKillSwitch(scope, reason);
        tellKillSwitch(true, reason, scope);
        switch (scope) {
            case KillScope.Everybody _ -> parentsCanceller.run();
            case KillScope.OneAccount(String account) -> {
                if (account.equals(gate.terms().account())) {
                    parentsCanceller.run();
                }
            }
            case KillScope.OneStrategy _ -> {}
        }
        canceller.accept(slot -> isMeant(slot, scope), KILLED);
        hostedWaker.run();
        return Outcome.DONE;
    }

    Outcome release(String reason, KillScope scope) {
        gate.releaseKillSwitch(scope);
        tellKillSwitch(false, reason, scope);
        return Outcome.DONE;
    }

    private boolean isMeant(OrderSlot slot, KillScope scope) {
        return switch (scope) {
            case KillScope.Everybody _ -> true;
            case KillScope.OneAccount(String account) ->
                account.equals(gate.terms().account());
            case KillScope.OneStrategy(String strategy) ->
                slot.source().strategy() >= 0
                        && strategy.equals(
                                gate.terms().strategies().get(slot.source().strategy()));
        };
    }

    private void tellKillSwitch(boolean engaged, String reason, KillScope scope) {
        switches.touch();
        if (facts.isListening()) {
            facts.accept(new KillSwitchChanged(facts.nextPosition(), time.marketNanos, engaged, reason, scope));
        }
    }

    Outcome change(RiskLimits limits) {
        Optional<Refusal> refusal = gate.limits(limits);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        switches.touch();
        if (facts.isListening()) {
            facts.accept(new RiskLimitsChanged(facts.nextPosition(), time.marketNanos, limits));
        }
        return Outcome.DONE;
    }

    Outcome state(GateState state, String reason) {
        gate.standing().set(state, reason);
        switches.touch();
        settle();
        return Outcome.DONE;
    }

    /** Tells when the gate came to let something else pass than before. */
    void settle() {
        GateState from = gate.standing().state();
        if (!gate.standing().settle(time.marketNanos)) {
            return;
        }
        switches.touch();
        if (facts.isListening()) {
            facts.accept(new GateStateChanged(
                    facts.nextPosition(),
                    time.marketNanos,
                    from,
                    gate.standing().state(),
                    gate.standing().reason()));
        }
    }

    Outcome enable(String strategy, String reason) {
        int index = gate.terms().strategies().indexOf(strategy);
        if (index < 0) {
            return new Outcome.Refused(Refusal.of(RefusalCode.STRATEGY_LIMIT_MISSING, strategy));
        }
        gate.enable(index);
        tellThrottled(strategy, false, reason);
        return Outcome.DONE;
    }

    void tellThrottled(String strategy, boolean throttled, String reason) {
        switches.touch();
        if (facts.isListening()) {
            facts.accept(new StrategyThrottled(facts.nextPosition(), time.marketNanos, strategy, throttled, reason));
        }
    }

    /** Whether working orders are not to stand where nobody watches them. */
    boolean cancelsOnDisconnect() {
        return gate.limits()
                .findAccount()
                .filter(limits -> limits.cancelOnDisconnect())
                .isPresent();
    }

    /** Orders that wait here stay: nobody out there could fill them, and a stop protects. */
    void cancelOnDisconnect(Predicate<OrderSlot> lost) {
        if (cancelsOnDisconnect()) {
            canceller.accept(lost.and(slot -> slot.state() != OrderState.WAITING), DISCONNECTED);
        }
    }

    void tellOverride(OrderId order, GateOverride override) {
        if (facts.isListening()) {
            facts.accept(new OverrideUsed(facts.nextPosition(), time.marketNanos, order, override));
        }
    }
}
