package io.sextant.engine.core;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.PlaceOverridden;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.command.TellForecastChange;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.command.TellRegimeSwitch;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.request.BracketPreview;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.AmendDecision;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.GateDecision;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.gate.HeldOrder;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.outside.OutsideVenue;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Does what commands ask. Orders go from here through the gate to the venue, and there is no other way. */
final class CommandDesk {

    private static final String ASKED = "asked for";
    private static final String KILL_SWITCH = "kill switch";
    private static final String TIME_OVER = "its time is over";
    private static final int LONGEST_SETTING = 65_536;

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final RiskGate gate;
    private final GateView view;
    private final WorkingOrders orders;
    private final Venue venue;
    private final DeskSwitches switches;
    private final ParentBook parents;
    private final ParentOrders parentOrders;
    private final GateDesk gates;
    private final ToldFacts told;
    private final boolean isLive;
    private @Nullable DeskBooks books;
    private @Nullable HostedDesk hosted;
    private @Nullable OrderNotes notes;

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
            ParentBook parents,
            ParentOrders parentOrders,
            GateDesk gates,
            boolean isLive) {
        this.gates = gates;
        this.instruments = instruments;
        this.time = time;
        this.facts = facts;
        this.gate = gate;
        this.view = view;
        this.orders = orders;
        this.venue = venue;
        this.switches = switches;
        this.parents = parents;
        this.parentOrders = parentOrders;
        this.isLive = isLive;
        told = new ToldFacts(instruments, time, facts, market, switches);
        gates.connect(this::cancelWorking, () -> parents.cancelAll(parent -> true, KILL_SWITCH));
    }

    Outcome apply(Command command) {
        return switch (command) {
            case PlaceOrder(OrderDraft draft) -> placeAlone(draft, null);
            case CancelOrder(OrderId order) ->
                parents.cancel(order.value(), ASKED) ? Outcome.DONE : outcome(cancel(order.value(), ASKED));
            case AmendOrder amend -> amend(amend);
            case CancelAllOrders(CancelScope scope) -> cancelAll(scope);
            case EngageKillSwitch(String reason, KillScope scope) -> gates.engage(reason, scope);
            case ReleaseKillSwitch(String reason, KillScope scope) -> gates.release(reason, scope);
            case ChangeRiskLimits(RiskLimits limits) -> change(limits);
            case PlaceOverridden(OrderDraft draft, GateOverride override) -> placeAlone(draft, override);
            case ChangeGateState(GateState state, String reason) -> gates.state(state, reason);
            case EnableStrategy(String strategy, String reason) -> gates.enable(strategy, reason);
            case ChangeMarketPace(double timesRealTime, boolean paused) -> pace(timesRealTime, paused);
            case ChangeSetting(String key, String value) -> set(key, value);
            case TellHeadline headline -> told.tell(headline);
            case TellAnomaly(FlowAnomaly anomaly) -> told.tell(anomaly);
            case TellForecastChange(ForecastChange change) -> told.tell(change);
            case TellRegimeSwitch(RegimeSwitch change) -> told.tell(change);
            case TellPassport(OrderPassport passport) -> told.tell(passport);
            case SettleDifferences settle -> settle(settle);
            case HostStrategy(HostingTerms terms) ->
                Objects.requireNonNull(hosted).host(terms);
            case SteerStrategy steer -> Objects.requireNonNull(hosted).steer(steer);
            case PlaceStrategyOrder(String strategy, OrderDraft draft) ->
                Objects.requireNonNull(hosted).place(strategy, draft);
            case PlaceBracket(BracketTerms terms) -> parentOrders.place(terms, this);
            case PlaceAlgo(AlgoTerms terms) -> parentOrders.place(terms, this);
            case SteerParent(OrderId parent, Steering how) -> parentOrders.steer(parent, how);
            case FlattenPositions(CancelScope scope) -> parentOrders.flatten(scope);
        };
    }

    /**
     * The engine stopped and can keep no record any more: takes back what works at a venue outside, if a person asks for it or
     * wanted that of a lost connection. Whether there is such a venue and it was asked.
     */
    boolean abandon(boolean askedFor) {
        if (venue instanceof OutsideVenue outside && (askedFor || gates.cancelsOnDisconnect())) {
            outside.abandon();
            return true;
        }
        return false;
    }

    private Outcome change(RiskLimits limits) {
        Outcome outcome = gates.change(limits);
        guardOutside();
        return outcome;
    }

    /** A venue outside takes orders back by itself exactly where a lost connection does. */
    void guardOutside() {
        if (venue instanceof OutsideVenue outside) {
            outside.guard(gates.cancelsOnDisconnect());
        }
    }

    /** The gate's word on a draft, without sending anything. */
    Optional<Refusal> findRefusal(OrderDraft draft) {
        return switch (gate.check(draft, switches.nextOrderId(), view)) {
            case GateDecision.Refused(Refusal refusal) -> Optional.of(refusal);
            case GateDecision.Passed _, GateDecision.Held _ -> Optional.empty();
        };
    }

    BracketPreview preview(BracketTerms terms) {
        return parentOrders.preview(terms, this);
    }

    /** The same of a whole that will be sent in parts. */
    Optional<Refusal> findRefusalOfWhole(OrderDraft draft) {
        return gate.findRefusalOfWhole(draft, view);
    }

    /** An order that somebody sends himself: what says whose part it is comes from its parent alone. */
    private Outcome placeAlone(OrderDraft draft, @Nullable GateOverride override) {
        return place(draft.linkedTo(OrderLink.NONE), override);
    }

    /** While an instrument is being flattened nothing is sent there but what the flattening sends. */
    private boolean disturbs(OrderDraft draft) {
        return instruments.contains(draft.instrument())
                && parents.findFlattening(instruments.indexOf(draft.instrument()))
                        .filter(flattening -> flattening.value() != draft.link().parent())
                        .isPresent();
    }

    Outcome place(OrderDraft draft) {
        return place(draft, null);
    }

    private Outcome place(OrderDraft draft, @Nullable GateOverride override) {
        if (disturbs(draft)) {
            return new Outcome.Refused(Refusal.of(RefusalCode.FLATTENING, draft.instrument()));
        }
        return switch (gate.check(draft, override, switches.nextOrderId(), view)) {
            case GateDecision.Refused(Refusal refusal) -> {
                if (facts.isListening()) {
                    facts.accept(new OrderRefused(facts.nextPosition(), time.marketNanos, draft, refusal));
                }
                yield new Outcome.Refused(refusal);
            }
            case GateDecision.Passed(CheckedOrder checked) -> {
                OrderId id = new OrderId(checked.orderId());
                if (override != null && gate.overrideWasUsed()) {
                    gates.tellOverride(id, override);
                }
                note(checked.orderId(), draft);
                send(checked, draft);
                yield new Outcome.Done(Optional.of(id));
            }
            case GateDecision.Held(HeldOrder held) -> {
                note(held.orderId(), draft);
                switches.takeOrderId();
                orders.waiting().hold(held, draft, time.marketNanos);
                yield new Outcome.Done(Optional.of(new OrderId(held.orderId())));
            }
        };
    }

    private void note(long orderId, OrderDraft draft) {
        if (notes != null) {
            notes.take(orderId, draft, gate.getLastReadings());
        }
    }

    private void send(CheckedOrder checked, OrderDraft draft) {
        switches.takeOrderId();
        orders.open(checked, draft, time.marketNanos);
        venue.submit(checked, time.marketNanos);
    }

    Optional<Refusal> cancel(long orderId, String reason) {
        OrderSlot waiting = orders.find(orderId);
        if (waiting != null && waiting.state() == OrderState.WAITING) {
            orders.waiting().end(waiting, time.marketNanos, reason);
            return Optional.empty();
        }
        RefusalCode code = orders.requestCancel(orderId, time.marketNanos, reason);
        if (code == null) {
            venue.cancel(orderId, time.marketNanos);
            return Optional.empty();
        }
        OrderSlot slot = orders.find(orderId);
        return Optional.of(Refusal.of(code, new OrderId(orderId), slot == null ? "" : slot.state()));
    }

    /** Ends the orders whose time is over. One whose cancel is on its way already needs no second one. */
    void endOrders() {
        orders.endDue(time.marketNanos, orderId -> cancel(orderId, TIME_OVER));
    }

    Outcome amend(AmendOrder amend) {
        OrderSlot slot = orders.find(amend.order().value());
        return switch (gate.check(amend, slot, view)) {
            case AmendDecision.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
            case AmendDecision.Passed(var checked)
            when slot != null && slot.state() == OrderState.WAITING -> {
                orders.waiting().amend(slot, checked, time.marketNanos);
                yield Outcome.DONE;
            }
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
                parents.cancelAll(parent -> true, ASKED);
                cancelWorking(slot -> true, ASKED);
                yield Outcome.DONE;
            }
            case CancelScope.OneInstrument(var instrument) -> {
                if (!instruments.contains(instrument)) {
                    yield new Outcome.Refused(Refusal.of(RefusalCode.UNKNOWN_INSTRUMENT, instrument));
                }
                int index = instruments.indexOf(instrument);
                parents.cancelAll(parent -> parent.concerns(index), ASKED);
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

    /** For a desk whose venue keeps books of its own. */
    void settling(DeskBooks venueBooks) {
        books = venueBooks;
    }

    /** What is known of the venue's books; empty where it keeps none of its own. */
    Optional<VenueChecked> books() {
        return Optional.ofNullable(books).map(DeskBooks::told);
    }

    private Outcome settle(SettleDifferences settle) {
        return books == null ? new Outcome.Refused(Refusal.of(RefusalCode.NOTHING_TO_SETTLE)) : books.settle(settle);
    }

    /** From now on it is noted what every order was measured by. */
    void noting(OrderNotes orderNotes) {
        notes = orderNotes;
    }

    void hosting(HostedDesk strategies) {
        hosted = strategies;
        parentOrders.hosting(strategies);
        gates.wakes(strategies::wake);
    }

    private static Outcome outcome(Optional<Refusal> refusal) {
        return refusal.<Outcome>map(Outcome.Refused::new).orElse(Outcome.DONE);
    }
}
