package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.Desk.BTC_ID;
import static io.sextant.execution.gate.Desk.limit;
import static io.sextant.execution.gate.Desk.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.ControlReading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateReadingsTest {

    private final Desk desk = new Desk();
    private final RiskGate gate = new RiskGate(Desk.TERMS, 100);

    @BeforeEach
    void setLimits() {
        assertThat(gate.limits(Desk.LIMITS)).isEmpty();
    }

    @Test
    void tellWhatAnOrderWasHeldAgainstInTheWordsOfTheTrade() {
        Map<RefusalCode, ControlReading> readings = readings(limit(BTC_ID, BUY, "0.5", "49500"));

        assertThat(readings.get(RefusalCode.QUANTITY_LIMIT).value()).isEqualTo("0.5");
        assertThat(readings.get(RefusalCode.QUANTITY_LIMIT).limit()).isEqualTo("2");
        assertThat(readings.get(RefusalCode.NOTIONAL_LIMIT).value()).isEqualTo("24750.00000000 USDT");
        assertThat(readings.get(RefusalCode.NOTIONAL_LIMIT).limit()).isEqualTo("100000.00000000 USDT");
        assertThat(readings.get(RefusalCode.POSITION_LIMIT).value()).isEqualTo("0.5");
        assertThat(readings.get(RefusalCode.POSITION_LIMIT).limit()).isEqualTo("3");
        double middle = (desk.bid[Desk.BTC] + desk.ask[Desk.BTC]) / 200.0;
        double bps = Math.abs(49_500 - middle) / middle * 10_000;
        assertThat(readings.get(RefusalCode.PRICE_COLLAR).value())
                .isEqualTo(String.format(Locale.ROOT, "%.1f bp", Math.ceil(bps * 10) / 10));
        assertThat(readings.get(RefusalCode.PRICE_COLLAR).limit()).isEqualTo("500 bp");
        assertThat(readings.get(RefusalCode.ORDER_RATE).value()).isEqualTo("1");
        assertThat(readings).containsKeys(RefusalCode.DAILY_LOSS, RefusalCode.DRAWDOWN, RefusalCode.BUYING_POWER);
    }

    @Test
    void leaveOutWhatWasNotAsked() {
        assertThat(readings(market(BTC_ID, BUY, "0.1"))).doesNotContainKey(RefusalCode.PRICE_COLLAR);
        desk.position[Desk.BTC] = 10_000;
        assertThat(readings(limit(BTC_ID, SELL, "0.5", "50000")))
                .doesNotContainKeys(RefusalCode.BUYING_POWER, RefusalCode.GROSS_EXPOSURE, RefusalCode.LEVERAGE);
    }

    @Test
    void tellTheLimitThatTheRegimeLeaves() {
        desk.limitPercent = 50;
        Map<RefusalCode, ControlReading> readings = readings(limit(BTC_ID, BUY, "0.5", "49500"));

        assertThat(readings.get(RefusalCode.QUANTITY_LIMIT).limit()).isEqualTo("1");
        assertThat(readings.get(RefusalCode.POSITION_LIMIT).limit()).isEqualTo("1.5");
        desk.position[Desk.BTC] = 10_000;
        assertThat(readings(limit(BTC_ID, SELL, "0.5", "50000"))
                        .get(RefusalCode.QUANTITY_LIMIT)
                        .limit())
                .isEqualTo("2");
    }

    @Test
    void areOfAYesOnly() {
        assertThat(gate.check(limit(BTC_ID, BUY, "9", "50000"), 42, desk)).isInstanceOf(GateDecision.Refused.class);
        assertThatThrownBy(gate::getLastReadings).isInstanceOf(IllegalStateException.class);
    }

    private Map<RefusalCode, ControlReading> readings(OrderDraft draft) {
        assertThat(gate.check(draft, 42, desk)).isInstanceOf(GateDecision.Passed.class);
        List<ControlReading> all = gate.getLastReadings();
        return all.stream().collect(Collectors.toMap(ControlReading::code, one -> one));
    }
}
