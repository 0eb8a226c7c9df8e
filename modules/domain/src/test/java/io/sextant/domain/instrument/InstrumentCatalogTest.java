package io.sextant.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.money.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentCatalogTest {

    private static final Equity ACME = equity("ACME");
    private static final Equity ZETA = equity("ZETA");
    private final InstrumentCatalog catalog = new InstrumentCatalog(List.of(ZETA, ACME));

    @Test
    void keepsTheOrderItWasGiven() {
        assertThat(catalog.all()).containsExactly(ZETA, ACME);
        assertThat(catalog.indexOf(ACME.id())).isEqualTo(1);
        assertThat(catalog.get(1)).isEqualTo(ACME);
        assertThat(catalog).isNotEqualTo(new InstrumentCatalog(List.of(ACME, ZETA)));
        assertThat(catalog)
                .isEqualTo(new InstrumentCatalog(List.of(ZETA, ACME)))
                .hasToString("[ZETA, ACME]");
    }

    @Test
    void findsWhatItHasAndRefusesWhatItMustHave() {
        InstrumentId unknown = InstrumentId.of("NOPE");
        assertThat(catalog.findInstrument(ACME.id())).contains(ACME);
        assertThat(catalog.findInstrument(unknown)).isEmpty();
        assertThat(catalog.contains(unknown)).isFalse();
        assertThatThrownBy(() -> catalog.getInstrument(unknown)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Equity equity(String symbol) {
        return new Equity(
                InstrumentId.of(symbol), symbol, Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE);
    }
}
