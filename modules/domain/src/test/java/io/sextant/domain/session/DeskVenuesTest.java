package io.sextant.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A desk says by its names alone which venue each instrument is traded at. */
class DeskVenuesTest {

    private static InstrumentCatalog catalog(String... symbols) {
        return new InstrumentCatalog(Arrays.stream(symbols)
                .map(symbol -> new SpotPair(
                        InstrumentId.of(symbol),
                        symbol,
                        new Currency(symbol.substring(0, 3), 8),
                        Currency.USDT,
                        TradingRules.of("0.01", "0.001"),
                        FeeSchedule.FREE))
                .toList());
    }

    @Test
    void knowsTheVenueOfEveryInstrument() {
        DeskVenues venues = DeskVenues.of(
                "kraken+binance",
                catalog("BTC-USDT.KRAKEN", "ETH-USDT.KRAKEN", "BTC-USDT.BINANCE", "ETH-USDT.BINANCE"));
        assertThat(venues.areSeveral()).isTrue();
        assertThat(venues.names()).containsExactly("kraken", "binance");
        assertThat(venues.instrumentsOf(1)).containsExactly(2, 3);
        assertThat(venues.of(1)).isZero();
    }

    @Test
    void anyOtherDeskHasOne() {
        for (DeskVenues one : List.of(
                DeskVenues.of("binance", catalog("BTC-USDT", "ETH-USDT")),
                DeskVenues.of("a recording of 1+2", catalog("BTC-USDT")),
                DeskVenues.of("kraken+binance", catalog("BTC-USDT.KRAKEN", "BTC-USDT")),
                DeskVenues.of("kraken+binance", catalog("BTC-USDT.BINANCE", "BTC-USDT.KRAKEN")),
                DeskVenues.of("kraken+binance", catalog("BTC-USDT.KRAKEN")),
                DeskVenues.of("+", catalog("BTC-USDT")))) {
            assertThat(one.areSeveral()).isFalse();
            assertThat(one.of(0)).isZero();
            assertThat(one.instrumentsOf(0)).contains(0);
        }
    }

    @Test
    void aNameSaysTheVenueAndCanBeReadBack() {
        InstrumentId id = InstrumentId.of("BTC-USDT");
        assertThat(id.at("kraken")).isEqualTo(InstrumentId.of("BTC-USDT.KRAKEN"));
        assertThat(id.at("kraken").apartFrom("kraken")).isEqualTo(id);
        assertThat(id.at("kraken").apartFrom("binance")).isEqualTo(id.at("kraken"));
        assertThat(id.at("kraken").isAt("kraken")).isTrue();
        assertThat(InstrumentId.of("KRAKEN").isAt("kraken")).isFalse();
    }

    @Test
    void aCatalogKnowsWhereElseAPairIsTraded() {
        InstrumentCatalog both = catalog("BTC-USDT.KRAKEN", "ETH-USDT.KRAKEN", "BTC-USDT.BINANCE");
        assertThat(both.elsewhere(InstrumentId.of("BTC-USDT.KRAKEN")))
                .containsExactly(InstrumentId.of("BTC-USDT.BINANCE"));
        assertThat(both.elsewhere(InstrumentId.of("ETH-USDT.KRAKEN"))).isEmpty();
        assertThat(both.hasRoutes()).isTrue();
        assertThat(catalog("BTC-USDT", "ETH-USDT").hasRoutes()).isFalse();
    }
}
