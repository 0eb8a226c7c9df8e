package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
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

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskGateTest {

    private final Desk desk = new Desk();
    private final RiskGate gate = new RiskGate(Desk.TERMS, 100);

    @BeforeEach
    void setLimits() {
        assertThat(gate.limits(Desk.LIMITS)).isEmpty();
    }

    @Test
    void passesOrderThatBreaksNoRule() {
        CheckedOrder order = passed(limit(BTC_ID, BUY, "0.5", "50000"));

        assertThat(order.orderId()).isEqualTo(42);
        assertThat(order.instrument()).isEqualTo(BTC);
        assertThat(order.side()).isEqualTo(BUY);
        assertThat(order.lots()).isEqualTo(5_000);
        assertThat(order.limitTicks()).isEqualTo(5_000_000);
        assertThat(order.entry()).isEqualTo(BookEntry.REST);
    }

    @Test
    void refusesUnknownInstrument() {
        refused(limit(InstrumentId.of("DOGE-USDT"), BUY, "1", "1"), RefusalCode.UNKNOWN_INSTRUMENT, "DOGE-USDT");
    }

    @Test
    void refusesWhatCanOnlyBeWatched() {
        refused(limit(INDEX_ID, BUY, "1", "100"), RefusalCode.NOT_TRADABLE, "SX100");
    }

    @Test
    void refusesEverythingWhileTheKillSwitchIsOnAndPassesAfterwards() {
        OrderDraft draft = limit(BTC_ID, BUY, "0.5", "50000");
        gate.engageKillSwitch(KillScope.ALL, "losing too fast");
        refused(draft, RefusalCode.KILL_SWITCH, "losing too fast");

        gate.releaseKillSwitch(KillScope.ALL);
        passed(draft);
    }

    @Test
    void refusesPriceBetweenTicks() {
        passed(limit(ES_ID, BUY, "1", "5000.25"));
        refused(limit(ES_ID, BUY, "1", "5000.30"), RefusalCode.OFF_TICK, "5000.3", "0.25");
    }

    @Test
    void refusesPriceOfZeroOrLess() {
        refused(limit(BTC_ID, BUY, "0.5", "0"), RefusalCode.PRICE_NOT_POSITIVE, "BTC-USDT");
        refused(limit(BTC_ID, BUY, "0.5", "-1"), RefusalCode.PRICE_NOT_POSITIVE, "BTC-USDT");
    }

    @Test
    void refusesQuantityBetweenLots() {
        refused(limit(BTC_ID, BUY, "0.50005", "50000"), RefusalCode.OFF_LOT, "0.50005", "0.0001");
    }

    @Test
    void refusesQuantityBelowTheSmallestOrder() {
        passed(limit(BTC_ID, BUY, "0.0005", "50000"));
        refused(limit(BTC_ID, BUY, "0.0004", "50000"), RefusalCode.BELOW_MINIMUM, "0.0004", "0.0005");
    }

    @Test
    void refusesWhatTheLedgerCannotCount() {
        refused(limit(BTC_ID, BUY, "900000000000000", "50000"), RefusalCode.AMOUNT_TOO_LARGE);
        refused(limit(BTC_ID, BUY, "0.5", "90000000000000000"), RefusalCode.AMOUNT_TOO_LARGE);
        refused(limit(BTC_ID, BUY, "9000000000000", "50000"), RefusalCode.AMOUNT_TOO_LARGE);
    }

    @Test
    void refusesInstrumentWithoutLimits() {
        refused(limit(UNLIMITED_ID, BUY, "1", "100"), RefusalCode.LIMIT_MISSING, "NOLIMIT");
    }

    @Test
    void refusesOrderAboveQuantityLimit() {
        passed(limit(BTC_ID, BUY, "2", "50000"));
        refused(limit(BTC_ID, BUY, "2.0001", "49000"), RefusalCode.QUANTITY_LIMIT, "2.0001", "2");
    }

    @Test
    void refusesOrderWithoutAMarketPrice() {
        desk.noQuote(BTC);
        refused(limit(BTC_ID, BUY, "0.5", "50000"), RefusalCode.NO_REFERENCE_PRICE, "BTC-USDT");

        desk.last[BTC] = 5_000_000;
        passed(limit(BTC_ID, BUY, "0.5", "50000"));
    }

    @Test
    void refusesMarketOrderWithNobodyOnTheOtherSide() {
        desk.ask[BTC] = 0;
        refused(market(BTC_ID, BUY, "0.5"), RefusalCode.EMPTY_BOOK, "BTC-USDT");
        passed(limit(BTC_ID, BUY, "0.5", "50000"));
        desk.holds(BTC, "1");
        passed(market(BTC_ID, SELL, "0.5"));
    }

    @Test
    void refusesPriceOutsideTheCollarOnBothSides() {
        passed(limit(BTC_ID, BUY, "0.5", "52500"));
        refused(limit(BTC_ID, BUY, "0.5", "52500.01"), RefusalCode.PRICE_COLLAR, "52500.01", "500", "50000");
        passed(limit(BTC_ID, BUY, "0.5", "47500"));
        refused(limit(BTC_ID, BUY, "0.5", "47499.99"), RefusalCode.PRICE_COLLAR, "47499.99", "500", "50000");
    }

    @Test
    void measuresTheCollarFromTheMiddleEvenBetweenTicks() {
        desk.quote(BTC, "49999.99", "50000");
        refused(limit(BTC_ID, BUY, "0.5", "60000"), RefusalCode.PRICE_COLLAR, "60000", "500", "49999.995");
    }

    @Test
    void limitsMarketOrdersAtTheCollarsEdgeRoundedInward() {
        assertThat(passed(market(BTC_ID, BUY, "0.5")).limitTicks()).isEqualTo(5_250_000);

        desk.quote(BTC, "49999.99", "50000.04").holds(BTC, "1");
        CheckedOrder buy = passed(market(BTC_ID, BUY, "0.5"));
        assertThat(buy.limitTicks()).as("50000.015 * 1.05 = 52500.01575").isEqualTo(5_250_001);
        assertThat(buy.entry()).isEqualTo(BookEntry.IMMEDIATE_OR_CANCEL);
        assertThat(passed(market(BTC_ID, SELL, "0.5")).limitTicks())
                .as("50000.015 * 0.95 = 47500.01425")
                .isEqualTo(4_750_002);
    }

    @Test
    void refusesOrderAboveNotionalLimit() {
        passed(limit(ACME_ID, BUY, "1000", "100"));
        refused(
                limit(ACME_ID, BUY, "1000", "100.01"),
                RefusalCode.NOTIONAL_LIMIT,
                "100010.00000000 USD",
                "100000.00000000 USD");
    }

    @Test
    void valuesASaleBelowTheMarketAtTheMarket() {
        desk.holds(Desk.ACME, "1000").quote(Desk.ACME, "101", "101.02");
        refused(
                limit(ACME_ID, SELL, "1000", "99"),
                RefusalCode.NOTIONAL_LIMIT,
                "101010.00000000 USD",
                "100000.00000000 USD");
    }

    @Test
    void refusesOrderWhoseFillCouldExceedThePositionLimit() {
        desk.holds(BTC, "1").works(BTC, BUY, "1", "50000");
        passed(limit(BTC_ID, BUY, "1", "50000"));
        refused(limit(BTC_ID, BUY, "1.0001", "50000"), RefusalCode.POSITION_LIMIT, "3.0001", "3");
    }

    @Test
    void countsShortPositionsAgainstTheSameLimit() {
        desk.holds(ES, "-12").works(ES, SELL, "3", "5000");
        passed(limit(ES_ID, SELL, "5", "5000"));
        refused(limit(ES_ID, SELL, "6", "5000"), RefusalCode.POSITION_LIMIT, "-21", "20");
    }

    @Test
    void letsAPositionAboveTheLimitShrink() {
        desk.holds(ES, "25");
        passed(limit(ES_ID, SELL, "5", "5000"));
        refused(limit(ES_ID, BUY, "1", "5000"), RefusalCode.POSITION_LIMIT, "26", "20");
    }

    @Test
    void refusesPurchaseThatCashCannotPayWithItsFee() {
        desk.free(BTC, "25025");
        passed(limit(BTC_ID, BUY, "0.5", "50000"));
        desk.free[BTC]--;
        refused(
                limit(BTC_ID, BUY, "0.5", "50000"),
                RefusalCode.BUYING_POWER,
                "25025.00000000 USDT",
                "25024.99999999 USDT");
    }

    @Test
    void refusesToSellMoreOfACurrencyThanIsHeldAndNotYetOnOffer() {
        desk.holds(BTC, "1").works(BTC, SELL, "0.4", "51000");
        passed(limit(BTC_ID, SELL, "0.6", "50000"));
        refused(limit(BTC_ID, SELL, "0.6001", "50000"), RefusalCode.BUYING_POWER, "0.6001 BTC", "0.6 BTC");
    }

    @Test
    void asksForTheMarginOfAFutureAndNotItsValue() {
        desk.free(ES, "50000");
        passed(limit(ES_ID, BUY, "2", "5000"));
        refused(limit(ES_ID, BUY, "3", "5000"), RefusalCode.BUYING_POWER, "75000.00000000 USD", "50000.00000000 USD");
    }

    @Test
    void asksNoMarginForClosingAFuture() {
        desk.holds(ES, "4").free(ES, "0");
        passed(limit(ES_ID, SELL, "8", "5000"));
        refused(limit(ES_ID, SELL, "9", "5000"), RefusalCode.BUYING_POWER, "25000.00000000 USD", "0.00000000 USD");
    }

    @Test
    void asksHalfTheValueOfAShareSoldShort() {
        desk.holds(Desk.ACME, "100").free(Desk.ACME, "5000");
        passed(limit(ACME_ID, SELL, "200", "100"));
        refused(limit(ACME_ID, SELL, "201", "100"), RefusalCode.BUYING_POWER, "5050.00000000 USD", "5000.00000000 USD");
    }

    @Test
    void paysForBuyingBackAShortWithWhatItsSaleBroughtIn() {
        desk.holds(Desk.ACME, "-100").free(Desk.ACME, "1000");
        passed(limit(ACME_ID, BUY, "110", "100"));
        refused(limit(ACME_ID, BUY, "121", "100"), RefusalCode.BUYING_POWER, "2100.00000000 USD", "1000.00000000 USD");
    }

    @Test
    void refusesMoreWorkingOrdersThanTheEngineKeeps() {
        desk.working = 99;
        passed(limit(BTC_ID, BUY, "0.5", "50000"));
        desk.working = 100;
        refused(limit(BTC_ID, BUY, "0.5", "50000"), RefusalCode.TOO_MANY_ORDERS, "100");
    }

    @Test
    void forgetsOldLimitsWhenNewOnesAreSet() {
        gate.limits(new RiskLimits(List.of(), Desk.ACCOUNT, List.of()));
        refused(limit(BTC_ID, BUY, "0.5", "50000"), RefusalCode.LIMIT_MISSING, "BTC-USDT");
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
