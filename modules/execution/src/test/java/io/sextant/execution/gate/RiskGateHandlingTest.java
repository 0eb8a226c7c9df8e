package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.Desk.BTC;
import static io.sextant.execution.gate.Desk.BTC_ID;
import static io.sextant.execution.gate.Desk.ES;
import static io.sextant.execution.gate.Desk.ES_ID;
import static io.sextant.execution.gate.Desk.handled;
import static io.sextant.execution.gate.Desk.immediate;
import static io.sextant.execution.gate.Desk.reducing;
import static io.sextant.execution.gate.Desk.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.money.Price;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an order enters the book, waits and ends, as the gate sees it. */
class RiskGateHandlingTest {

    private final Desk desk = new Desk();
    private final RiskGate gate = new RiskGate(Desk.TERMS, 100);

    @BeforeEach
    void setLimits() {
        assertThat(gate.limits(Desk.LIMITS)).isEmpty();
    }

    @Test
    void keepsImmediateOrCancel() {
        assertThat(passed(immediate(BTC_ID, BUY, "0.5", "50000")).entry()).isEqualTo(BookEntry.IMMEDIATE_OR_CANCEL);
    }

    @Test
    void tellsTheVenueThatAnOrderMayOnlyRestOrHasToTradeWhole() {
        OrderDraft postOnly = handled(
                BTC_ID, BUY, "0.5", "50000", TimeInForce.GOOD_TILL_CANCELLED, OrderHandling.PLAIN.withPostOnly());
        OrderDraft whole = handled(BTC_ID, BUY, "0.5", "50000", TimeInForce.FILL_OR_KILL, OrderHandling.PLAIN);

        assertThat(passed(postOnly).entry()).isEqualTo(BookEntry.POST_ONLY);
        assertThat(passed(whole).entry()).isEqualTo(BookEntry.FILL_OR_KILL);
    }

    @Test
    void refusesAnOrderThatWouldEndInThePast() {
        desk.nowNanos = 1_000_000_000;
        refused(
                handled(BTC_ID, BUY, "0.5", "50000", TimeInForce.GOOD_TILL_DATE, OrderHandling.endingAt(1_000_000_000)),
                RefusalCode.ENDS_IN_THE_PAST,
                "1970-01-01T00:00:01Z");
        assertThat(passed(handled(
                                BTC_ID,
                                BUY,
                                "0.5",
                                "50000",
                                TimeInForce.GOOD_TILL_DATE,
                                OrderHandling.endingAt(1_000_000_001)))
                        .entry())
                .isEqualTo(BookEntry.REST);
    }

    @Test
    void aReduceOnlyOrderReducesWhatIsHeldAndNoMore() {
        refused(reducing(ES_ID, SELL, "1", "5000"), RefusalCode.NOT_REDUCING, "0", "ES-2026Z");

        desk.holds(ES, "3");
        passed(reducing(ES_ID, SELL, "3", "5000"));
        refused(reducing(ES_ID, SELL, "4", "5000"), RefusalCode.NOT_REDUCING, "3", "ES-2026Z");
        refused(reducing(ES_ID, BUY, "1", "5000"), RefusalCode.NOT_REDUCING, "0", "ES-2026Z");

        desk.holds(ES, "-3");
        passed(reducing(ES_ID, BUY, "3", "5000"));
    }

    @Test
    void whatOtherOrdersWillSellCannotBeReducedTwice() {
        desk.holds(ES, "3").works(ES, SELL, "2", "5000");

        passed(reducing(ES_ID, SELL, "1", "5000"));
        refused(reducing(ES_ID, SELL, "2", "5000"), RefusalCode.NOT_REDUCING, "1", "ES-2026Z");
    }

    @Test
    void holdsAnOrderThatWaitsAndMakesNothingThatAVenueTakes() {
        HeldOrder stop = held(stop(BTC_ID, BUY, "0.5", new OrderType.Stop(Price.parse("52000"))));
        assertThat(stop.triggerTicks()).isEqualTo(5_200_000);
        assertThat(stop.limitTicks()).isZero();

        HeldOrder stopLimit =
                held(stop(BTC_ID, BUY, "0.5", new OrderType.StopLimit(Price.parse("52000"), Price.parse("52100"))));
        assertThat(stopLimit.triggerTicks()).isEqualTo(5_200_000);
        assertThat(stopLimit.limitTicks()).isEqualTo(5_210_000);
    }

    @Test
    void aTrailingStopBeginsBehindTheLastTrade() {
        desk.last[BTC] = 5_010_000;
        desk.holds(BTC, "1");
        assertThat(held(stop(BTC_ID, SELL, "0.5", OrderType.trailing(new Trail.ByShare(100))))
                        .triggerTicks())
                .isEqualTo(4_959_900);
        assertThat(held(stop(BTC_ID, SELL, "0.5", OrderType.trailing(new Trail.ByAmount(Price.parse("10")))))
                        .triggerTicks())
                .isEqualTo(5_009_000);
    }

    @Test
    void refusesToWaitForAPriceThatIsHereAlready() {
        desk.last[BTC] = 5_000_000;
        refused(
                stop(BTC_ID, BUY, "0.5", new OrderType.Stop(Price.parse("50000"))),
                RefusalCode.TRIGGER_REACHED,
                "50000",
                "50000");
        held(stop(BTC_ID, BUY, "0.5", new OrderType.Stop(Price.parse("50000.01"))));
        desk.holds(BTC, "1");
        refused(
                stop(BTC_ID, SELL, "0.5", new OrderType.Stop(Price.parse("50000"))),
                RefusalCode.TRIGGER_REACHED,
                "50000",
                "50000");
    }

    @Test
    void aStopMaySellWhatATargetOffersAlready() {
        desk.holds(BTC, "1").works(BTC, SELL, "1", "55000");
        held(stop(BTC_ID, SELL, "1", new OrderType.Stop(Price.parse("48000"))));
        refused(
                stop(BTC_ID, SELL, "1.0001", new OrderType.Stop(Price.parse("48000"))),
                RefusalCode.BUYING_POWER,
                "1.0001 BTC",
                "1 BTC");
    }

    @Test
    void isAskedAgainWhenThePriceCameAndThenHoldsEveryRule() {
        assertThat(gate.checkReached(Desk.PERSON, 9, BTC, BUY, 5_000, 0, BookEntry.IMMEDIATE_OR_CANCEL, false, desk))
                .isNotNull();
        desk.works(BTC, BUY, "2.6", "50000");
        assertThat(gate.checkReached(Desk.PERSON, 9, BTC, BUY, 5_000, 0, BookEntry.IMMEDIATE_OR_CANCEL, false, desk))
                .isNull();
        assertThat(gate.lastRefusalCode()).isEqualTo(RefusalCode.POSITION_LIMIT);
        gate.engageKillSwitch(KillScope.ALL, "stop");
        assertThat(gate.checkReached(Desk.PERSON, 9, BTC, BUY, 1, 0, BookEntry.IMMEDIATE_OR_CANCEL, false, desk))
                .isNull();
        assertThat(gate.lastRefusalCode()).isEqualTo(RefusalCode.KILL_SWITCH);
    }

    private HeldOrder held(OrderDraft draft) {
        GateDecision decision = gate.check(draft, 42, desk);
        assertThat(decision).as("%s", decision).isInstanceOf(GateDecision.Held.class);
        return ((GateDecision.Held) decision).order();
    }

    private CheckedOrder passed(OrderDraft draft) {
        GateDecision decision = gate.check(draft, 42, desk);
        assertThat(decision).as("%s", decision).isInstanceOf(GateDecision.Passed.class);
        return ((GateDecision.Passed) decision).order();
    }

    private void refused(OrderDraft draft, RefusalCode code, String... arguments) {
        GateDecision decision = gate.check(draft, 42, desk);
        assertThat(decision).isInstanceOfSatisfying(GateDecision.Refused.class, refused -> {
            assertThat(refused.refusal().code())
                    .as(refused.refusal().sentence())
                    .isEqualTo(code);
            assertThat(refused.refusal().arguments()).containsExactly(arguments);
            assertThat(refused.refusal().sentence()).doesNotContain("{");
        });
        assertThat(gate.lastRefusalCode()).isEqualTo(code);
    }
}
