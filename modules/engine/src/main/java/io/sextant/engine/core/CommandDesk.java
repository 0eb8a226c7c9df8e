package io.sextant.engine.core;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.AmendDecision;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.GateDecision;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Does what commands ask. Orders go from here through the gate to the venue, and there is no other way. */
final class CommandDesk {

    private static final String ASKED = "asked for";
    private static final int LONGEST_SETTING = 65_536;

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final RiskGate gate;
    private final GateView view;
    private final WorkingOrders orders;
    private final Venue venue;
    private final DeskSwitches switches;
    private final MarketBoard market;
    private final boolean isLive;

    CommandDesk(
            InstrumentCatalog instruments,
            CoreTime time,
            FactOutlet facts,
            RiskGate gate,
            GateView view,
            WorkingOrders orders,
            Venue venue,
            DeskSwitches switches,
            MarketBoard market,
            boolean isLive) {
        this.instruments = instruments;
        this.time = time;
        this.facts = facts;
        this.gate = gate;
        this.view = view;
        this.orders = orders;
        this.venue = venue;
        this.switches = switches;
        this.market = market;
        this.isLive = isLive;
    }

    Outcome apply(Command command) {
        return switch (command) {
            case PlaceOrder(OrderDraft draft) -> place(draft);
            case CancelOrder(OrderId order) -> outcome(cancel(order.value(), ASKED));
            case AmendOrder amend -> amend(amend);
            case CancelAllOrders(CancelScope scope) -> cancelAll(scope);
            case EngageKillSwitch(String reason) -> engage(reason);
            case ReleaseKillSwitch(String reason) -> release(reason);
            case ChangeRiskLimits(RiskLimits limits) -> change(limits);
            case ChangeMarketPace(double timesRealTime, boolean paused) -> pace(timesRealTime, paused);
            case ChangeSetting(String key, String value) -> set(key, value);
            case TellHeadline headline -> tell(headline);
        };
    }

    /** The gate's word on a draft, without sending anything. */
    Optional<Refusal> findRefusal(OrderDraft draft) {
        return switch (gate.check(draft, switches.nextOrderId(), view)) {
            case GateDecision.Refused(Refusal refusal) -> Optional.of(refusal);
            case GateDecision.Passed ignored -> Optional.empty();
        };
    }

    private Outcome place(OrderDraft draft) {
        return switch (gate.check(draft, switches.nextOrderId(), view)) {
            case GateDecision.Refused(Refusal refusal) -> {
                if (facts.isListening()) {
                    facts.accept(new OrderRefused(facts.nextPosition(), time.marketNanos, draft, refusal));
                }
                yield new Outcome.Refused(refusal);
            }
            case GateDecision.Passed(CheckedOrder checked) -> {
                send(checked, draft);
                yield new Outcome.Done(Optional.of(new OrderId(checked.orderId())));
            }
        };
    }

    private void send(CheckedOrder checked, OrderDraft draft) {
        switches.takeOrderId();
        orders.open(checked, draft, time.marketNanos);
        venue.submit(checked, time.marketNanos);
    }

    Optional<Refusal> cancel(long orderId, String reason) {
        RefusalCode code = orders.requestCancel(orderId, time.marketNanos, reason);
        if (code == null) {
            venue.cancel(orderId, time.marketNanos);
            return Optional.empty();
        }
        OrderSlot slot = orders.find(orderId);
        return Optional.of(Refusal.of(code, new OrderId(orderId), slot == null ? "" : slot.state()));
    }

    private Outcome amend(AmendOrder amend) {
        OrderSlot slot = orders.find(amend.order().value());
        return switch (gate.check(amend, slot, view)) {
            case AmendDecision.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
            case AmendDecision.Passed(var checked) -> {
                orders.requestAmend(checked, time.marketNanos, ASKED);
                venue.amend(checked, time.marketNanos);
                yield Outcome.DONE;
            }
        };
    }

    private Outcome cancelAll(CancelScope scope) {
        return switch (scope) {
            case CancelScope.Everything ignored -> {
                cancelWorking(slot -> true, ASKED);
                yield Outcome.DONE;
            }
            case CancelScope.OneInstrument(var instrument) -> {
                if (!instruments.contains(instrument)) {
                    yield new Outcome.Refused(Refusal.of(RefusalCode.UNKNOWN_INSTRUMENT, instrument));
                }
                int index = instruments.indexOf(instrument);
                cancelWorking(slot -> slot.instrument() == index, ASKED);
                yield Outcome.DONE;
            }
        };
    }

    /** Orders whose cancel is on its way already refuse a second one; that is fine here. */
    private void cancelWorking(Predicate<OrderSlot> meant, String reason) {
        orders.forEachWorking(slot -> {
            if (meant.test(slot)) {
                cancel(slot.orderId(), reason);
            }
        });
    }

    private Outcome engage(String reason) {
        gate.engageKillSwitch(reason);
        tellKillSwitch(true, reason);
        cancelWorking(slot -> true, "kill switch");
        return Outcome.DONE;
    }

    private Outcome release(String reason) {
        gate.releaseKillSwitch();
        tellKillSwitch(false, reason);
        return Outcome.DONE;
    }

    private void tellKillSwitch(boolean engaged, String reason) {
        switches.touch();
        if (facts.isListening()) {
            facts.accept(new KillSwitchChanged(facts.nextPosition(), time.marketNanos, engaged, reason));
        }
    }

    private Outcome change(RiskLimits limits) {
        Optional<Refusal> refusal = gate.limits(limits);
        if (refusal.isEmpty()) {
            switches.touch();
            if (facts.isListening()) {
                facts.accept(new RiskLimitsChanged(facts.nextPosition(), time.marketNanos, limits));
            }
        }
        return outcome(refusal);
    }

    private Outcome pace(double timesRealTime, boolean paused) {
        if (isLive) {
            return new Outcome.Refused(Refusal.of(RefusalCode.LIVE_MARKET));
        }
        switches.pace(timesRealTime, paused);
        if (facts.isListening()) {
            facts.accept(new MarketPaceChanged(facts.nextPosition(), time.marketNanos, timesRealTime, paused));
        }
        return Outcome.DONE;
    }

    private Outcome set(String key, String value) {
        if (key.isBlank() || key.length() > 128 || value.length() > LONGEST_SETTING) {
            return new Outcome.Refused(
                    Refusal.of(RefusalCode.INVALID_SETTING, "a value of " + value.length() + " characters", key));
        }
        switches.set(key, value);
        if (facts.isListening()) {
            facts.accept(new SettingChanged(facts.nextPosition(), time.marketNanos, key, value));
        }
        return Outcome.DONE;
    }

    /** From here on it is news like the market's own: known now, and not a moment earlier. */
    private Outcome tell(TellHeadline headline) {
        for (InstrumentId about : headline.instruments()) {
            if (!instruments.contains(about)) {
                return new Outcome.Refused(Refusal.of(RefusalCode.UNKNOWN_INSTRUMENT, about));
            }
        }
        market.onHeadline(new Headline(
                time.marketNanos, headline.instruments(), "", List.of(), headline.text(), headline.source()));
        return Outcome.DONE;
    }

    private static Outcome outcome(Optional<Refusal> refusal) {
        return refusal.<Outcome>map(Outcome.Refused::new).orElse(Outcome.DONE);
    }
}
