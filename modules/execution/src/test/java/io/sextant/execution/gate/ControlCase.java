package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.execution.gate.Desk.ACME;
import static io.sextant.execution.gate.Desk.ES;
import static io.sextant.execution.gate.Desk.ES_ID;
import static io.sextant.execution.gate.Desk.PERSON;
import static io.sextant.execution.gate.Desk.limit;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.venue.VenueTrust;
import java.util.Optional;
import java.util.function.BiFunction;

/** One question to a gate and the answer that is due. */
record ControlCase(
        GateControl control,
        Kind kind,
        String what,
        Optional<RefusalCode> code,
        BiFunction<RiskGate, Desk, Optional<RefusalCode>> ask) {

    enum Kind {
        /** Well within. */
        PASS,
        /** What just passes. */
        EDGE,
        /** What does not, and nothing but this control says so. */
        BREACH,
        /** What somebody would try instead. */
        BYPASS
    }

    @Override
    public String toString() {
        return control + ", " + kind + ": " + what;
    }

    static ControlCase pass(GateControl control, String what, BiFunction<RiskGate, Desk, Optional<RefusalCode>> ask) {
        return new ControlCase(control, Kind.PASS, what, Optional.empty(), ask);
    }

    static ControlCase edge(GateControl control, String what, BiFunction<RiskGate, Desk, Optional<RefusalCode>> ask) {
        return new ControlCase(control, Kind.EDGE, what, Optional.empty(), ask);
    }

    static ControlCase breach(
            GateControl control, String what, RefusalCode code, BiFunction<RiskGate, Desk, Optional<RefusalCode>> ask) {
        return new ControlCase(control, Kind.BREACH, what, Optional.of(code), ask);
    }

    static ControlCase bypass(
            GateControl control, String what, RefusalCode code, BiFunction<RiskGate, Desk, Optional<RefusalCode>> ask) {
        return new ControlCase(control, Kind.BYPASS, what, Optional.of(code), ask);
    }

    static BiFunction<RiskGate, Desk, Optional<RefusalCode>> ask(OrderDraft draft) {
        return (gate, desk) -> code(gate, draft, desk);
    }

    static Optional<RefusalCode> code(RiskGate gate, OrderDraft draft, Desk desk) {
        return gate.check(draft, 1, desk) instanceof GateDecision.Refused(var refusal)
                ? Optional.of(refusal.code())
                : Optional.empty();
    }

    static Optional<RefusalCode> code(RiskGate gate, OrderSource source, String quantity, Desk desk) {
        CheckedOrder order = gate.checkLimit(
                source, ACME, Side.BUY, Desk.lots(ACME, quantity), Desk.ticks(ACME, "100"), BookEntry.REST, 1, desk);
        return order == null ? Optional.ofNullable(gate.lastRefusalCode()) : Optional.empty();
    }

    static BiFunction<RiskGate, Desk, Optional<RefusalCode>> amend(String quantity, String price) {
        return (gate, desk) -> gate.check(
                                new AmendOrder(new OrderId(7), Quantity.parse(quantity), Price.parse(price)),
                                StandingOrder.of(ES, BUY, "3", "4990"),
                                desk.works(ES, BUY, "3", "4990"))
                        instanceof AmendDecision.Refused(var refusal)
                ? Optional.of(refusal.code())
                : Optional.empty();
    }

    static Optional<RefusalCode> override(RiskGate gate, OrderDraft draft, GateControl control, Desk desk) {
        return gate.check(draft, new GateOverride(control, "it is meant"), 1, desk)
                        instanceof GateDecision.Refused(var refusal)
                ? Optional.of(refusal.code())
                : Optional.empty();
    }

    static OrderDraft by(OrderOrigin origin) {
        return new OrderDraft(
                ES_ID,
                BUY,
                OrderType.limit(Price.parse("5000")),
                Quantity.parse("11"),
                TimeInForce.GOOD_TILL_CANCELLED,
                origin,
                "");
    }

    static Desk at(Desk desk, long nowNanos) {
        desk.nowNanos = nowNanos;
        return desk;
    }

    static Optional<RefusalCode> exposed(RiskGate gate, Desk desk, String gross, String quantity) {
        desk.grossUnits = Desk.usd(gross);
        return code(gate, limit(ES_ID, BUY, quantity, "5000"), desk);
    }

    static Optional<RefusalCode> twice(RiskGate gate, Desk desk, String second, long laterNanos) {
        Sent.order(gate, PERSON, ES, BUY, "1", "5000", 0);
        return code(gate, limit(ES_ID, BUY, second, "5000"), at(desk, laterNanos));
    }

    /** A parent of so many lots, of which some filled and some work. */
    static Optional<RefusalCode> child(RiskGate gate, Desk desk, long lots, int filled, long working, String quantity) {
        gate.openParent(9, lots);
        Sent.fills(gate, PERSON.child(9), filled, 0);
        desk.childLots = working;
        return code(gate, PERSON.child(9), quantity, desk);
    }

    static Optional<RefusalCode> aged(RiskGate gate, Desk desk, long ageNanos, long skewNanos) {
        desk.priceAgeNanos = ageNanos;
        desk.skewNanos = skewNanos;
        return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
    }

    static Optional<RefusalCode> lost(RiskGate gate, Desk desk, String today, String fromBest, String quantity) {
        desk.dayLossUnits = Desk.usd(today);
        desk.drawdownUnits = Desk.usd(fromBest);
        return code(gate, limit(ES_ID, BUY, quantity, "5000"), desk);
    }

    static BiFunction<RiskGate, Desk, Optional<RefusalCode>> trust(VenueTrust trust) {
        return (gate, desk) -> {
            desk.venueTrust = trust;
            return code(gate, limit(ES_ID, BUY, "1", "5000"), desk);
        };
    }

    static BiFunction<RiskGate, Desk, Optional<RefusalCode>> killed(KillScope scope, OrderSource source) {
        return (gate, desk) -> {
            gate.engageKillSwitch(scope, "stop");
            return code(gate, source, "1", desk);
        };
    }

    /** An order that waited, at the moment at which its price came. */
    static Optional<RefusalCode> released(RiskGate gate, String limit, Desk desk) {
        CheckedOrder order = gate.checkReached(
                PERSON, 9, ES, BUY, 1, Desk.ticks(ES, limit), BookEntry.IMMEDIATE_OR_CANCEL, false, desk);
        return order == null ? Optional.ofNullable(gate.lastRefusalCode()) : Optional.empty();
    }
}
