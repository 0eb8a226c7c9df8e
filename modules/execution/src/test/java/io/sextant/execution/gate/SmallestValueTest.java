package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.Desk.BTC;
import static io.sextant.execution.gate.Desk.BTC_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The desk's Bitcoin has to be ordered for 20 USDT at least, and in 0.0005 at least. */
class SmallestValueTest {

    private final RiskGate gate = gate();
    private final Desk desk = new Desk().quote(BTC, "39999.99", "40000.01");

    private static RiskGate gate() {
        RiskGate gate = new RiskGate(Desk.TERMS, 100);
        assertThat(gate.limits(Desk.LIMITS)).isEmpty();
        return gate;
    }

    @Test
    void takesAnOrderAtExactlyTheSmallestValueAndNoneBelow() {
        assertThat(ask(Desk.limit(BTC_ID, BUY, "0.0005", "40000"))).isEmpty();
        Refusal refusal = ask(Desk.limit(BTC_ID, BUY, "0.0005", "39999.99")).orElseThrow();
        assertThat(refusal.code()).isEqualTo(RefusalCode.BELOW_MIN_VALUE);
        assertThat(refusal.sentence()).contains("19.999995", "20");
        assertThat(ask(Desk.limit(BTC_ID, BUY, "0.0006", "39999.99"))).isEmpty();
    }

    @Test
    void reckonsAnOrderAtTheMarketByTheMarketsPrice() {
        assertThat(ask(Desk.market(BTC_ID, BUY, "0.0005"))).isEmpty();
        desk.quote(BTC, "39999.97", "39999.99");
        assertThat(code(Desk.market(BTC_ID, BUY, "0.0005"))).isEqualTo(RefusalCode.BELOW_MIN_VALUE);
    }

    @Test
    void reckonsASaleByItsOwnLimitAsTheVenueDoes() {
        desk.holds(BTC, "-1").quote(BTC, "40100", "40100.01");
        assertThat(code(Desk.limit(BTC_ID, SELL, "0.0005", "39999"))).isEqualTo(RefusalCode.BELOW_MIN_VALUE);
    }

    @Test
    void explainsThatNotEvenAClosingOrderMayBeSmaller() {
        desk.holds(BTC, "1");
        assertThat(code(Desk.reducing(BTC_ID, SELL, "0.0005", "39999"))).isEqualTo(RefusalCode.CLOSES_BELOW_MIN_VALUE);
        assertThat(code(Desk.limit(BTC_ID, SELL, "0.0005", "39999"))).isEqualTo(RefusalCode.CLOSES_BELOW_MIN_VALUE);
        assertThat(ask(Desk.reducing(BTC_ID, SELL, "0.0006", "39999"))).isEmpty();
    }

    @Test
    void looksAtAmendsToo() {
        desk.works(BTC, BUY, "0.001", "40000");
        StandingOrder standing = StandingOrder.of(BTC, BUY, "0.001", "40000");
        AmendDecision decision = gate.check(
                new AmendOrder(new OrderId(standing.orderId()), Quantity.parse("0.0005"), Price.parse("39999")),
                standing,
                desk);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        AmendDecision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BELOW_MIN_VALUE));
    }

    @Test
    void aPersonsStopThatCouldNeverBeSentIsRefusedWhenItIsPlaced() {
        desk.last[BTC] = Desk.ticks(BTC, "40000");
        desk.holds(BTC, "1");
        OrderDraft stop = Desk.stop(BTC_ID, SELL, "0.0005", new OrderType.Stop(Price.parse("39900")));
        assertThat(code(stop)).isEqualTo(RefusalCode.CLOSES_BELOW_MIN_VALUE);
    }

    @Test
    void knowsTheSmallestOrderAtAPrice() {
        Instrument btc = Desk.CATALOG.get(BTC);
        assertThat(btc.quantityOf(btc.smallestLotsAt(Desk.ticks(BTC, "40000")))).isEqualTo(Quantity.parse("0.0005"));
        assertThat(btc.quantityOf(btc.smallestLotsAt(Desk.ticks(BTC, "39999.99"))))
                .isEqualTo(Quantity.parse("0.0006"));
        assertThat(btc.quantityOf(btc.smallestLotsAt(0))).isEqualTo(Quantity.parse("0.0005"));
    }

    @Test
    void roundsAValueThatTheLedgerCannotHoldUp() {
        SpotPair pair = new SpotPair(
                BTC_ID,
                "Bitcoin",
                Currency.BTC,
                Currency.USDT,
                new TradingRules(
                        Price.parse("0.01"),
                        Quantity.parse("0.0001"),
                        Quantity.parse("0.0001"),
                        Quantity.parse("5.0000000001")),
                FeeSchedule.FREE);
        assertThat(pair.smallestUnits()).isEqualTo(500_000_001);
    }

    private RefusalCode code(OrderDraft draft) {
        return ask(draft).orElseThrow().code();
    }

    private Optional<Refusal> ask(OrderDraft draft) {
        return gate.check(draft, 7, desk) instanceof GateDecision.Refused(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }
}
