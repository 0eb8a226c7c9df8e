package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.Desk.ACME;
import static io.sextant.execution.gate.Desk.ACME_ID;
import static io.sextant.execution.gate.Desk.BTC;
import static io.sextant.execution.gate.Desk.BTC_ID;
import static io.sextant.execution.gate.Desk.ES;
import static io.sextant.execution.gate.Desk.ES_ID;
import static io.sextant.execution.gate.Desk.INDEX_ID;
import static io.sextant.execution.gate.Desk.UNLIMITED_ID;
import static io.sextant.execution.gate.Desk.handled;
import static io.sextant.execution.gate.Desk.limit;
import static io.sextant.execution.gate.Desk.market;
import static io.sextant.execution.gate.Desk.reducing;
import static io.sextant.execution.gate.Desk.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.venue.VenueTrust;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One breach for each rule: the gate names it, and a gate without that rule does not. So no rule is idle or hidden. */
class GateRulesTableTest {

    @ParameterizedTest
    @EnumSource(GateRule.class)
    void everyRuleStopsWhatNoOtherRuleStops(GateRule rule) {
        Optional<Refusal> refusal = breachOf(rule).apply(gate(List.of(GateRule.values())), new Desk());
        assertThat(refusal).hasValueSatisfying(r -> assertThat(r.code()).isEqualTo(rule.code));

        List<GateRule> without =
                Arrays.stream(GateRule.values()).filter(r -> r != rule).toList();
        assertThat(namedWithout(rule, without)).isNotEqualTo(refusal);
    }

    /** Later rules may fail hard on what an earlier one keeps from them; what counts is that the code is not given. */
    private static Optional<Refusal> namedWithout(GateRule rule, List<GateRule> others) {
        try {
            return breachOf(rule).apply(gate(others), new Desk());
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static RiskGate gate(List<GateRule> rules) {
        RiskGate gate = new RiskGate(Desk.TERMS, 100, rules);
        assertThat(gate.limits(Desk.LIMITS)).isEmpty();
        return gate;
    }

    private static BiFunction<RiskGate, Desk, Optional<Refusal>> breachOf(GateRule rule) {
        StandingOrder standing = StandingOrder.of(ES, BUY, "3", "4990");
        return switch (rule) {
            case ORDER_EXISTS -> (gate, desk) -> amend(gate, null, "1", "4990", desk);
            case ORDER_IS_OPEN -> (gate, desk) -> amend(gate, standing.in(OrderState.CANCELLED), "2", "4990", desk);
            case ORDER_IS_SETTLED ->
                (gate, desk) -> amend(gate, standing.in(OrderState.AMEND_PENDING), "2", "4990", desk);
            case ORDER_RESTS -> (gate, desk) -> amend(gate, standing.notResting(), "2", "4990", desk);
            case INSTRUMENT_KNOWN -> (gate, desk) -> ask(gate, limit(InstrumentId.of("X"), BUY, "1", "1"), desk);
            case TRADABLE -> (gate, desk) -> ask(gate, limit(INDEX_ID, BUY, "1", "100"), desk);
            case KILL_SWITCH_OFF ->
                (gate, desk) -> {
                    gate.engageKillSwitch(KillScope.ALL, "stop");
                    return ask(gate, limit(BTC_ID, BUY, "1", "50000"), desk);
                };
            case ACCOUNT_NOT_KILLED ->
                (gate, desk) -> {
                    gate.engageKillSwitch(new KillScope.OneAccount("paper"), "stop");
                    return ask(gate, limit(BTC_ID, BUY, "1", "50000"), desk);
                };
            case STRATEGY_NOT_KILLED ->
                (gate, desk) -> {
                    gate.engageKillSwitch(new KillScope.OneStrategy("maker"), "stop");
                    return send(gate, Desk.MAKER_SENDS, ES, BUY, "1", "5000", desk);
                };
            case NOT_HALTED -> (gate, desk) -> ask(in(GateState.HALTED, gate), limit(ES_ID, BUY, "1", "5000"), desk);
            case ONLY_REDUCING ->
                (gate, desk) -> ask(in(GateState.REDUCING, gate), limit(ES_ID, BUY, "1", "5000"), desk);
            case OVERRIDE_MAY_BE ->
                (gate, desk) -> override(gate, limit(ES_ID, BUY, "1", "5000"), GateControl.KILL_SWITCH, desk);
            case VENUE_REACHABLE ->
                (gate, desk) -> {
                    desk.venueTrust = VenueTrust.UNREACHABLE;
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case VENUE_RECONCILED ->
                (gate, desk) -> {
                    desk.venueTrust = VenueTrust.DIFFERS;
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case SMALLEST_VALUE -> (gate, desk) -> ask(gate, limit(BTC_ID, BUY, "0.0005", "39000"), desk);
            case SMALLEST_VALUE_CLOSED ->
                (gate, desk) -> ask(
                        gate,
                        Desk.reducing(BTC_ID, Side.SELL, "0.0005", "39000"),
                        desk.quote(Desk.BTC, "39000", "39000.01").holds(Desk.BTC, "1"));
            case ACCOUNT_LIMITS_SET ->
                (gate, desk) -> {
                    gate.limits(new RiskLimits(Desk.INSTRUMENT_LIMITS, null, List.of()));
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case STRATEGY_LIMITS_SET ->
                (gate, desk) -> send(gate, OrderSource.strategy(Desk.NOBODY), ES, BUY, "1", "5000", desk);
            case NOT_RESTRICTED ->
                (gate, desk) -> {
                    gate.limits(Desk.LIMITS.withAccount(Desk.restricting(ES_ID)));
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case LOSS_OF_DAY ->
                (gate, desk) -> {
                    desk.dayLossUnits = Desk.usd("5000");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case LOSS_FROM_BEST ->
                (gate, desk) -> {
                    desk.drawdownUnits = Desk.usd("10000");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case FRESH_PRICE ->
                (gate, desk) -> {
                    desk.priceAgeNanos = 60_000_000_001L;
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case CLOCKS_AGREE ->
                (gate, desk) -> {
                    desk.skewNanos = 2_000_000_001;
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case COLLAR_ON_AMEND -> (gate, desk) -> amend(gate, standing, "3", "5500", desk);
            case STRATEGY_NOTIONAL -> (gate, desk) -> send(gate, Desk.MAKER_SENDS, ES, BUY, "1", "5000", desk);
            case EXPOSURE_OF_ALL ->
                (gate, desk) -> {
                    desk.grossUnits = Desk.usd("4800000");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case LEVERAGE_OF_ALL ->
                (gate, desk) -> {
                    desk.equityUnits = Desk.usd("20000");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case EXPOSURE_OF_REGIME ->
                (gate, desk) -> {
                    desk.capPercent = 25;
                    desk.equityUnits = Desk.usd("100000");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case LOSS_OF_DAY_IN_REGIME ->
                (gate, desk) -> {
                    desk.limitPercent = 50;
                    desk.dayLossUnits = Desk.usd("2500");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case LOSS_FROM_BEST_IN_REGIME ->
                (gate, desk) -> {
                    desk.limitPercent = 50;
                    desk.drawdownUnits = Desk.usd("5000");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case QUANTITY_IN_REGIME ->
                (gate, desk) -> {
                    desk.limitPercent = 50;
                    return ask(gate, limit(ES_ID, BUY, "6", "5000"), desk);
                };
            case VALUE_IN_REGIME ->
                (gate, desk) -> {
                    desk.limitPercent = 50;
                    return ask(gate, limit(BTC_ID, BUY, "0.9999", "51000"), desk);
                };
            case POSITION_IN_REGIME ->
                (gate, desk) -> {
                    desk.limitPercent = 50;
                    return ask(gate, limit(ES_ID, BUY, "2", "5000"), desk.holds(ES, "9"));
                };
            case ORDERS_IN_TIME ->
                (gate, desk) -> {
                    Sent.orders(gate, Desk.PERSON, 10, 0);
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case STRATEGY_ORDERS_IN_TIME ->
                (gate, desk) -> {
                    Sent.orders(gate, Desk.MAKER_SENDS, 4, 0);
                    return send(gate, Desk.MAKER_SENDS, ACME, BUY, "1", "100", desk);
                };
            case CANCELS_IN_TIME ->
                (gate, desk) -> {
                    Sent.cancels(gate, Desk.PERSON, 10, 0);
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case STRATEGY_CANCELS_IN_TIME ->
                (gate, desk) -> {
                    Sent.cancels(gate, Desk.MAKER_SENDS, 4, 0);
                    return send(gate, Desk.MAKER_SENDS, ACME, BUY, "1", "100", desk);
                };
            case NOT_TWICE ->
                (gate, desk) -> {
                    Sent.order(gate, Desk.PERSON, ES, BUY, "1", "5000", 0);
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case PARENT_KNOWN -> (gate, desk) -> send(gate, Desk.PERSON.child(9), ES, BUY, "1", "5000", desk);
            case WITHIN_PARENT ->
                (gate, desk) -> {
                    gate.openParent(9, 2);
                    return send(gate, Desk.PERSON.child(9), ES, BUY, "3", "5000", desk);
                };
            case NOT_THROTTLED ->
                (gate, desk) -> {
                    Sent.fills(gate, Desk.MAKER_SENDS, 5, 0);
                    return send(gate, Desk.MAKER_SENDS, ACME, BUY, "1", "100", desk);
                };
            case NOT_WITH_OURSELVES ->
                (gate, desk) -> {
                    desk.ownSells[ES] = Desk.ticks(ES, "5000");
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case ENDS_LATER ->
                (gate, desk) -> {
                    desk.nowNanos = 20;
                    return ask(
                            gate,
                            handled(ES_ID, BUY, "1", "5000", TimeInForce.GOOD_TILL_DATE, OrderHandling.endingAt(20)),
                            desk);
                };
            case COUNTABLE -> (gate, desk) -> ask(gate, limit(BTC_ID, BUY, "900000000000000", "50000"), desk);
            case ON_TICK -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "1", "5000.1"), desk);
            case PRICE_ABOVE_ZERO -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "1", "0"), desk);
            case WHOLE_LOTS -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "1.5", "5000"), desk);
            case SMALLEST_ORDER -> (gate, desk) -> ask(gate, limit(BTC_ID, BUY, "0.0001", "50000"), desk);
            case ABOVE_FILLED -> (gate, desk) -> amend(gate, standing.filled("2"), "1", "4990", desk);
            case LIMITS_SET -> (gate, desk) -> ask(gate, limit(UNLIMITED_ID, BUY, "1", "100"), desk);
            case ORDER_QUANTITY -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "11", "5000"), desk);
            case FEED_ALIVE ->
                (gate, desk) -> {
                    desk.feedIsGone = true;
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
            case REFERENCE_PRICE -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "1", "5000"), desk.noQuote(ES));
            case TRIGGER_AHEAD ->
                (gate, desk) -> ask(gate, stop(ES_ID, SELL, "1", new OrderType.Stop(Price.parse("5000.25"))), desk);
            case OTHER_SIDE ->
                (gate, desk) -> {
                    desk.ask[ES] = 0;
                    return ask(gate, market(ES_ID, BUY, "1"), desk);
                };
            case COLLAR -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "1", "5500"), desk);
            case ORDER_NOTIONAL -> (gate, desk) -> ask(gate, limit(BTC_ID, BUY, "1.9999", "51000"), desk);
            case POSITION -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "2", "5000"), desk.holds(ES, "19"));
            case REDUCES -> (gate, desk) -> ask(gate, reducing(ES_ID, SELL, "3", "5000"), desk.holds(ES, "2"));
            case HOLDING -> (gate, desk) -> ask(gate, limit(BTC_ID, SELL, "1", "50000"), desk.holds(BTC, "0.5"));
            case FUNDS -> (gate, desk) -> ask(gate, limit(ACME_ID, BUY, "100", "100"), desk.free(ACME, "9999.99"));
            case ORDER_COUNT ->
                (gate, desk) -> {
                    desk.working = 100;
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
        };
    }

    private static RiskGate in(GateState state, RiskGate gate) {
        gate.standing().set(state, "before the figures");
        gate.standing().settle(1);
        return gate;
    }

    private static Optional<Refusal> override(RiskGate gate, OrderDraft draft, GateControl control, Desk desk) {
        return switch (gate.check(draft, new GateOverride(control, "I know"), 1, desk)) {
            case GateDecision.Passed _, GateDecision.Held _ -> Optional.empty();
            case GateDecision.Refused(var refusal) -> Optional.of(refusal);
        };
    }

    private static Optional<Refusal> send(
            RiskGate gate, OrderSource source, int instrument, Side side, String quantity, String price, Desk desk) {
        CheckedOrder order = gate.checkLimit(
                source,
                instrument,
                side,
                Desk.lots(instrument, quantity),
                Desk.ticks(instrument, price),
                BookEntry.REST,
                1,
                desk);
        return order == null ? Optional.of(gate.getLastRefusal()) : Optional.empty();
    }

    private static Optional<Refusal> ask(RiskGate gate, OrderDraft draft, Desk desk) {
        return switch (gate.check(draft, 1, desk)) {
            case GateDecision.Passed _, GateDecision.Held _ -> Optional.empty();
            case GateDecision.Refused(var refusal) -> Optional.of(refusal);
        };
    }

    private static Optional<Refusal> amend(
            RiskGate gate, @Nullable StandingOrder order, String quantity, String price, Desk desk) {
        AmendOrder amend = new AmendOrder(new OrderId(7), Quantity.parse(quantity), Price.parse(price));
        return switch (gate.check(amend, order, desk)) {
            case AmendDecision.Passed _ -> Optional.empty();
            case AmendDecision.Refused(var refusal) -> Optional.of(refusal);
        };
    }
}
