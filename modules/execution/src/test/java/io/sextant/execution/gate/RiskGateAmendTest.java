package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.Desk.ACME;
import static io.sextant.execution.gate.Desk.BTC;
import static io.sextant.execution.gate.Desk.ES;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskGateAmendTest {

    private final Desk desk = new Desk();
    private final RiskGate gate = new RiskGate(Desk.TERMS, 100);

    @BeforeEach
    void setLimits() {
        assertThat(gate.limits(Desk.LIMITS)).isEmpty();
    }

    @Test
    void passesNewTermsThatBreakNoRule() {
        desk.works(BTC, BUY, "1", "49000");
        CheckedAmend amend = passed(StandingOrder.of(BTC, BUY, "1", "49000"), "1.5", "49500");

        assertThat(amend.orderId()).isEqualTo(7);
        assertThat(amend.lots()).isEqualTo(15_000);
        assertThat(amend.limitTicks()).isEqualTo(4_950_000);
    }

    @Test
    void refusesWhenThereIsNoSuchOrder() {
        refused(null, "1", "50000", RefusalCode.UNKNOWN_ORDER, "#7");
    }

    @Test
    void refusesWhenTheOrderIsDone() {
        StandingOrder done = StandingOrder.of(BTC, BUY, "1", "49000").in(OrderState.FILLED);
        refused(done, "1", "50000", RefusalCode.ORDER_ALREADY_DONE, "#7", "FILLED");
    }

    @Test
    void refusesWhileAnotherChangeIsOnItsWay() {
        StandingOrder order = StandingOrder.of(BTC, BUY, "1", "49000");
        refused(order.in(OrderState.AMEND_PENDING), "1", "50000", RefusalCode.CHANGE_PENDING, "#7");
        refused(order.in(OrderState.CANCEL_PENDING), "1", "50000", RefusalCode.CHANGE_PENDING, "#7");
        refused(order.in(OrderState.SUBMITTED), "1", "50000", RefusalCode.CHANGE_PENDING, "#7");
        refused(order.in(OrderState.UNKNOWN), "1", "50000", RefusalCode.CHANGE_PENDING, "#7");
    }

    @Test
    void refusesToAmendWhatDoesNotRest() {
        StandingOrder order = StandingOrder.of(BTC, BUY, "1", "49000").notResting();
        refused(order, "1", "50000", RefusalCode.NOT_AMENDABLE, "#7");
    }

    @Test
    void refusesQuantityThatIsFilledAlready() {
        StandingOrder order = StandingOrder.of(BTC, BUY, "1", "49000").filled("0.4");
        passed(order, "0.4001", "49000");
        refused(order, "0.4", "49000", RefusalCode.BELOW_FILLED, "#7", "0.4");
    }

    @Test
    void holdsNewTermsToTheGridAndTheCollar() {
        StandingOrder order = StandingOrder.of(ES, BUY, "1", "4990");
        refused(order, "1", "4990.1", RefusalCode.OFF_TICK, "4990.1", "0.25");
        refused(order, "1.5", "4990", RefusalCode.OFF_LOT, "1.5", "1");
        refused(order, "1", "6000", RefusalCode.AMEND_COLLAR, "6000", "500", "5000");
        refused(order, "1", "0", RefusalCode.PRICE_NOT_POSITIVE, "ES-2026Z");
    }

    @Test
    void refusesWhileTheKillSwitchIsOn() {
        gate.engageKillSwitch(KillScope.ALL, "stop");
        refused(StandingOrder.of(ES, BUY, "1", "4990"), "1", "4980", RefusalCode.KILL_SWITCH, "stop");
    }

    @Test
    void limitsQuantityAndValueOfTheWholeOrder() {
        StandingOrder order = StandingOrder.of(ACME, BUY, "900", "100");
        refused(order, "1001", "99", RefusalCode.QUANTITY_LIMIT, "1001", "1000");
        refused(order, "1000", "100.01", RefusalCode.NOTIONAL_LIMIT, "100010.00000000 USD", "100000.00000000 USD");
    }

    @Test
    void letsAnOrderThatIsAboveTodaysLimitsShrink() {
        desk.works(ACME, BUY, "5000", "100").free(ACME, "0");
        StandingOrder order = StandingOrder.of(ACME, BUY, "5000", "100");
        passed(order, "4000", "100");
        refused(order, "5001", "99", RefusalCode.QUANTITY_LIMIT, "5001", "1000");
    }

    @Test
    void letsAnOrderThatTheMarketLeftBehindShrinkWhereItStands() {
        desk.works(ACME, BUY, "900", "80");
        StandingOrder order = StandingOrder.of(ACME, BUY, "900", "80");
        passed(order, "800", "80");
        passed(order, "900", "80");
        refused(order, "901", "80", RefusalCode.AMEND_COLLAR, "80", "500", "100");
        refused(order, "800", "79.99", RefusalCode.AMEND_COLLAR, "79.99", "500", "100");
    }

    @Test
    void onlyShrinksAnOrderWhileTheFeedIsGone() {
        desk.works(ACME, BUY, "900", "100");
        desk.feedIsGone = true;
        StandingOrder order = StandingOrder.of(ACME, BUY, "900", "100");
        passed(order, "800", "100");
        refused(order, "800", "99.99", RefusalCode.FEED_GONE, "ACME");
        refused(order, "901", "100", RefusalCode.FEED_GONE, "ACME");
    }

    @Test
    void countsOnlyTheIncreaseAgainstThePositionLimit() {
        desk.holds(BTC, "1").works(BTC, BUY, "1.5", "49000");
        StandingOrder order = StandingOrder.of(BTC, BUY, "1.5", "49000").filled("0.5");
        desk.works(BTC, SELL, "0.1", "51000");
        desk.buyLots[BTC] -= Desk.lots(BTC, "0.5");
        passed(order, "2", "49000");
        desk.holds(BTC, "1.5001");
        refused(order, "2", "49000", RefusalCode.POSITION_LIMIT, "3.0001", "3");
    }

    @Test
    void asksFundsOnlyForTheIncrease() {
        desk.works(BTC, BUY, "1", "49000").free(BTC, "500.5");
        StandingOrder order = StandingOrder.of(BTC, BUY, "1", "49000");
        passed(order, "1", "49500");
        refused(order, "1", "49500.01", RefusalCode.BUYING_POWER, "500.51001000 USDT", "500.50000000 USDT");
    }

    @Test
    void refusesToRaiseASaleAboveWhatIsHeld() {
        desk.holds(BTC, "1").works(BTC, SELL, "0.6", "51000").works(BTC, SELL, "0.3", "51000");
        StandingOrder order = StandingOrder.of(BTC, SELL, "0.6", "51000");
        passed(order, "0.7", "51000");
        refused(order, "0.8", "51000", RefusalCode.BUYING_POWER, "0.8 BTC", "0.7 BTC");
    }

    @Test
    void doesNotCountAnAmendAsOneMoreOrder() {
        desk.works(BTC, BUY, "1", "49000");
        desk.working = 100;
        passed(StandingOrder.of(BTC, BUY, "1", "49000"), "1", "49100");
    }

    private CheckedAmend passed(StandingOrder order, String quantity, String price) {
        AmendDecision decision = gate.check(amend(quantity, price), order, desk);
        assertThat(decision).as("%s", decision).isInstanceOf(AmendDecision.Passed.class);
        CheckedAmend checked = ((AmendDecision.Passed) decision).amend();
        CheckedAmend twin = gate.checkAmend(order, checked.lots(), checked.limitTicks(), desk);
        assertThat(twin).usingRecursiveComparison().isEqualTo(checked);
        return checked;
    }

    private void refused(
            @Nullable StandingOrder order, String quantity, String price, RefusalCode code, String... arguments) {
        AmendDecision decision = gate.check(amend(quantity, price), order, desk);
        assertThat(decision).isInstanceOfSatisfying(AmendDecision.Refused.class, refused -> {
            assertThat(refused.refusal().code())
                    .as(refused.refusal().sentence())
                    .isEqualTo(code);
            assertThat(refused.refusal().arguments()).containsExactly(arguments);
        });
    }

    private static AmendOrder amend(String quantity, String price) {
        return new AmendOrder(new OrderId(7), Quantity.parse(quantity), Price.parse(price));
    }
}
