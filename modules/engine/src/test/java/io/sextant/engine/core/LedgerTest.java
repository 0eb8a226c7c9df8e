package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Money CASH = Money.parse("1000", Currency.USD);
    private static final long TICKS = 10_000;

    private final Ledger ledger = new Ledger(new SessionTerms(
            TradingMode.SIMULATED,
            1,
            0,
            "test",
            Currency.USD,
            List.of(),
            List.of(CASH),
            CostBasis.AVERAGE,
            new InstrumentCatalog(List.of(share("ACME"), share("BOLT")))));

    @Test
    void countsWhatIsLongAndWhatIsShortIntoGrossExposure() {
        hedge(100);

        assertThat(ledger.account().grossExposure()).isEqualTo(Money.parse("20000", Currency.USD));
        assertThat(ledger.account().netExposure()).isEqualTo(Money.zero(Currency.USD));
    }

    @Test
    void refusesToTellAnExposureThatItCannotCount() {
        hedge(600_000_000);
        assertThat(ledger.equity()).isEqualTo(CASH);

        assertThatThrownBy(ledger::account).isInstanceOf(ArithmeticException.class);
    }

    /** As much long as short, at the same price of 100. */
    private void hedge(long lots) {
        ledger.fill(0, Side.BUY, TICKS, lots, false);
        ledger.fill(1, Side.SELL, TICKS, lots, false);
        ledger.mark(0, TICKS);
        ledger.mark(1, TICKS);
    }

    private static Equity share(String symbol) {
        return new Equity(
                InstrumentId.of(symbol), symbol, Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE);
    }
}
