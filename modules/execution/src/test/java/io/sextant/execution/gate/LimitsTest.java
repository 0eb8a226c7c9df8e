package io.sextant.execution.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static RiskLimits limits(List<InstrumentLimits> byInstrument) {
        return new RiskLimits(byInstrument, Desk.ACCOUNT, List.of());
    }

    private final RiskGate gate = new RiskGate(Desk.TERMS);

    @Test
    void keepsOldLimitsWhenOneOfTheNewMakesNoSense() {
        gate.limits(Desk.LIMITS);
        RiskLimits unknown = limits(List.of(new InstrumentLimits(
                InstrumentId.of("DOGE"), Quantity.parse("1"), Money.zero(Currency.USD), 1, Quantity.ZERO)));
        RiskLimits wrongCurrency = limits(List.of(
                new InstrumentLimits(Desk.BTC_ID, Quantity.parse("1"), Money.zero(Currency.USD), 1, Quantity.ZERO)));

        assertThat(gate.limits(unknown))
                .map(Refusal::sentence)
                .contains("The limit for DOGE is not valid: it is not an instrument of this session");
        assertThat(gate.limits(wrongCurrency))
                .map(Refusal::sentence)
                .contains("The limit for BTC-USDT is not valid: its value must be in USDT");
        assertThat(gate.limits()).isEqualTo(Desk.LIMITS);
        assertThat(gate.check(Desk.limit(Desk.BTC_ID, Side.BUY, "1", "50000"), 1, new Desk()))
                .isInstanceOf(GateDecision.Passed.class);
    }

    @Test
    void roundsALimitBetweenLotsDown() {
        gate.limits(limits(List.of(new InstrumentLimits(
                Desk.BTC_ID,
                Quantity.parse("1.00009"),
                Money.parse("100000", Currency.USDT),
                500,
                Quantity.parse("5")))));

        assertThat(gate.check(Desk.limit(Desk.BTC_ID, Side.BUY, "1", "50000"), 1, new Desk()))
                .isInstanceOf(GateDecision.Passed.class);
        gate.check(Desk.limit(Desk.BTC_ID, Side.BUY, "1.0001", "50000"), 1, new Desk());
        assertThat(gate.lastRefusalCode()).isEqualTo(RefusalCode.QUANTITY_LIMIT);
    }

    @Test
    void takesALimitBeyondWhatLotsCanCountAsNoLimit() {
        gate.limits(limits(List.of(new InstrumentLimits(
                Desk.BTC_ID,
                Quantity.of(Long.MAX_VALUE, 0),
                Money.parse("100000", Currency.USDT),
                500,
                Quantity.of(Long.MAX_VALUE, 18)))));
        assertThat(gate.check(Desk.limit(Desk.BTC_ID, Side.BUY, "2", "50000"), 1, new Desk()))
                .isInstanceOf(GateDecision.Passed.class);
    }

    @Test
    void comesBackFromASnapshotWithLimitsAndKillSwitch() {
        gate.limits(Desk.LIMITS);
        gate.engageKillSwitch(KillScope.ALL, "tired");
        StateBytes bytes = new StateBytes();
        gate.save(bytes);

        RiskGate loaded = new RiskGate(Desk.TERMS);
        loaded.load(StateBytes.reader(bytes.toByteArray()));

        assertThat(loaded.limits()).isEqualTo(Desk.LIMITS);
        assertThat(loaded.killSwitchEngaged()).isTrue();
        assertThat(loaded.killSwitchReason()).isEqualTo("tired");
        StateBytes again = new StateBytes();
        loaded.save(again);
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
    }

    @Test
    void hasNoReasonBeforeTheFirstRefusal() {
        assertThat(gate.lastRefusalCode()).isNull();
        assertThatThrownBy(gate::getLastRefusal).isInstanceOf(NullPointerException.class);
    }

    @Test
    void defaultsAllowAnOrderOfAHundredThousandAndAPositionOfTheEquity() {
        Desk desk = new Desk();
        RiskLimits limits = DefaultLimits.of(
                Desk.CATALOG, Money.parse("1000000", Currency.USD), i -> i == Desk.UNLIMITED ? 0 : desk.ask[i]);

        assertThat(limits.byInstrument())
                .extracting(one -> one.instrument().symbol())
                .containsExactly("BTC-USDT", "ACME", "ES-2026Z");
        InstrumentLimits acme = limits.findLimits(Desk.ACME_ID).orElseThrow();
        assertThat(acme.maxOrderNotional()).isEqualTo(Money.parse("100000", Currency.USD));
        assertThat(acme.maxOrderQuantity()).isEqualTo(Quantity.parse("1999"));
        assertThat(acme.maxPosition()).isEqualTo(Quantity.parse("9999"));
        assertThat(acme.collarBps()).isEqualTo(500);
        InstrumentLimits es = limits.findLimits(Desk.ES_ID).orElseThrow();
        assertThat(es.maxOrderNotional()).isEqualTo(Money.parse("500000", Currency.USD));
        assertThat(es.maxPosition())
                .as("five times a million at 250,012.50 each")
                .isEqualTo(Quantity.parse("19"));
        assertThat(gate.limits(limits)).isEmpty();
    }

    @Test
    void defaultsShrinkWithASmallAccount() {
        RiskLimits limits = DefaultLimits.of(Desk.CATALOG, Money.parse("20000", Currency.USD), i -> new Desk().ask[i]);
        assertThat(limits.findLimits(Desk.ACME_ID).orElseThrow().maxOrderNotional())
                .isEqualTo(Money.parse("10000", Currency.USD));
    }
}
