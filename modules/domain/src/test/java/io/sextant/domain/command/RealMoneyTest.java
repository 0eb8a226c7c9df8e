package io.sextant.domain.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealMoneyTest {

    private static HostingTerms terms(String capital, double fast) {
        return new HostingTerms(
                "cross",
                "sma-cross",
                Map.of("slow", 30.0, "fast", fast),
                List.of(InstrumentId.of("BTC-USDT"), InstrumentId.of("ETH-USDT")),
                Timeframe.H1,
                Money.parse(capital, Currency.USDT),
                new HostingLimits(Money.parse("5000", Currency.USDT), Money.parse("200", Currency.USDT), 10, 100),
                new BacktestSetup.Costs(10, 1, 0.5));
    }

    /** Old journals are replayed by it: what fails here must not be mended by changing the expectation. */
    @Test
    void whatIsArmedIsWrittenAsItAlwaysWas() {
        assertThat(RealMoney.text(terms("10000", 10), "Binance")).isEqualTo("Binance d8b42a6fa74e89e8");
    }

    @Test
    void otherTermsOrAnotherAccountAreNotArmed() {
        Map<String, String> settings = Map.of(
                RealMoney.setting("cross"),
                RealMoney.arm(terms("10000", 10), "Binance").value());
        assertThat(RealMoney.isArmed(settings, terms("10000", 10), "Binance")).isTrue();
        assertThat(RealMoney.isArmed(settings, terms("10001", 10), "Binance")).isFalse();
        assertThat(RealMoney.isArmed(settings, terms("10000", 11), "Binance")).isFalse();
        assertThat(RealMoney.isArmed(settings, terms("10000", 10), "Kraken")).isFalse();
        assertThat(RealMoney.isArmed(Map.of(), terms("10000", 10), "Binance")).isFalse();
    }
}
