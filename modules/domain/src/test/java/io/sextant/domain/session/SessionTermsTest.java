package io.sextant.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTermsTest {

    private static final InstrumentCatalog ACME = new InstrumentCatalog(List.of(
            new Equity(InstrumentId.of("ACME"), "Acme", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE)));
    private static final ConversionRate USD_IN_EUR =
            new ConversionRate(Currency.USD, Currency.EUR, Price.parse("0.9"), "fixed");
    private static final Money EURO = Money.parse("1", Currency.EUR);

    @Test
    void acceptsTermsUnderWhichEverythingCanBeReported() {
        assertThat(terms("feed", List.of(USD_IN_EUR), List.of(EURO), ACME)).isNotNull();
    }

    @Test
    void refusesTermsUnderWhichSomethingCannotBeReported() {
        refused("no rate from USD to EUR", "feed", List.of(), List.of(EURO), ACME);
        Money bitcoin = Money.parse("1", Currency.BTC);
        refused("no rate from BTC to EUR", "feed", List.of(USD_IN_EUR), List.of(bitcoin), ACME);
    }

    @Test
    void refusesTermsThatContradictThemselves() {
        refused("two rates", "feed", List.of(USD_IN_EUR, USD_IN_EUR), List.of(EURO), ACME);
        refused("given twice", "feed", List.of(USD_IN_EUR), List.of(EURO, EURO), ACME);
        refused("does not start with", "feed", List.of(USD_IN_EUR), List.of(EURO.negated()), ACME);
        refused("where its prices come from", " ", List.of(USD_IN_EUR), List.of(EURO), ACME);
        refused("needs an instrument", "feed", List.of(USD_IN_EUR), List.of(EURO), new InstrumentCatalog(List.of()));
        Money coarse = Money.of(1, new Currency("USD", 2));
        refused("USD is kept with 8 and with 2 decimals", "feed", List.of(USD_IN_EUR), List.of(coarse), ACME);
    }

    private static void refused(
            String why, String feed, List<ConversionRate> rates, List<Money> cash, InstrumentCatalog instruments) {
        assertThatThrownBy(() -> terms(feed, rates, cash, instruments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static SessionTerms terms(
            String feed, List<ConversionRate> rates, List<Money> cash, InstrumentCatalog instruments) {
        return new SessionTerms(
                TradingMode.PAPER, 1, 2, feed, Currency.EUR, rates, cash, CostBasis.AVERAGE, instruments);
    }
}
