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
import static io.sextant.execution.gate.Desk.limit;
import static io.sextant.execution.gate.Desk.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
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
        RiskGate gate = new RiskGate(Desk.CATALOG, 100, rules);
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
                    gate.engageKillSwitch("stop");
                    return ask(gate, limit(BTC_ID, BUY, "1", "50000"), desk);
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
            case OTHER_SIDE ->
                (gate, desk) -> {
                    desk.ask[ES] = 0;
                    return ask(gate, market(ES_ID, BUY, "1"), desk);
                };
            case COLLAR -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "1", "5500"), desk);
            case ORDER_NOTIONAL -> (gate, desk) -> ask(gate, limit(BTC_ID, BUY, "1.9999", "51000"), desk);
            case POSITION -> (gate, desk) -> ask(gate, limit(ES_ID, BUY, "2", "5000"), desk.holds(ES, "19"));
            case HOLDING -> (gate, desk) -> ask(gate, limit(BTC_ID, SELL, "1", "50000"), desk.holds(BTC, "0.5"));
            case FUNDS -> (gate, desk) -> ask(gate, limit(ACME_ID, BUY, "100", "100"), desk.free(ACME, "9999.99"));
            case ORDER_COUNT ->
                (gate, desk) -> {
                    desk.working = 100;
                    return ask(gate, limit(ES_ID, BUY, "1", "5000"), desk);
                };
        };
    }

    private static Optional<Refusal> ask(RiskGate gate, OrderDraft draft, Desk desk) {
        return switch (gate.check(draft, 1, desk)) {
            case GateDecision.Passed _ -> Optional.empty();
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
