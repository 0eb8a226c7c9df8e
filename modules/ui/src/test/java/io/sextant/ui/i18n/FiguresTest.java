package io.sextant.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.ui.testing.FakeInstruments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instrument BTC = FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC);
    private static final long SUMMER_NANOS = nanos("2026-07-14T10:15:30.123456789Z");
    private static final long WINTER_NANOS = nanos("2026-01-14T23:15:30Z");

    private final Figures english = new Figures(Language.ENGLISH, PARIS);
    private final Figures french = new Figures(Language.FRENCH, PARIS);

    @Test
    void groupsAndSeparatesAsTheLanguageDoes() {
        assertThat(english.number(1_234.5, 2)).isEqualTo("1,234.50");
        assertThat(french.number(1_234.5, 2)).isEqualTo("1\u202f234,50");
        assertThat(english.count(-12_345)).isEqualTo("−12,345");
        assertThat(english.compact(18_450)).isEqualTo("18.4K");
        assertThat(french.percent(1.25, 2)).isEqualTo("1,25\u202f%");
        assertThat(english.signedPercent(1.25, 2)).isEqualTo("+1.25%");
        assertThat(english.signed(-0.5, 1)).isEqualTo("−0.5");
    }

    @Test
    void showsADashWhereThereIsNoFigure() {
        assertThat(english.number(Double.NaN, 2)).isEqualTo(Figures.NONE);
        assertThat(english.percent(Double.POSITIVE_INFINITY, 2)).isEqualTo(Figures.NONE);
    }

    @Test
    void writesPricesWithTheDecimalsOfTheTick() {
        assertThat(english.price(Price.parse("64250"), BTC)).isEqualTo("64,250.0");
        assertThat(french.price(Price.parse("64250.5"), BTC)).isEqualTo("64\u202f250,5");
        assertThat(english.quantity(Quantity.parse("0.5"))).isEqualTo("0.5");
        assertThat(english.quantity(Quantity.parse("0.5"), BTC)).isEqualTo("0.50000");
    }

    @Test
    void writesMoneyWithTheDecimalsPeopleUse() {
        assertThat(english.money(Money.parse("12.345", Currency.USDT))).isEqualTo("12.35\u00a0USDT");
        assertThat(french.signedMoney(Money.parse("12.3", Currency.USD))).isEqualTo("+12,30\u00a0USD");
        assertThat(english.moneyFigure(Money.parse("-0.00012345", Currency.BTC)))
                .isEqualTo("−0.00012345");
    }

    @Test
    void writesTimesInTheReadersZoneAndSaysWhich() {
        assertThat(english.time(SUMMER_NANOS)).isEqualTo("12:15:30");
        assertThat(english.timeMillis(SUMMER_NANOS)).isEqualTo("12:15:30.123");
        assertThat(english.zoneName(SUMMER_NANOS)).isEqualTo("CEST");
        assertThat(english.zoneName(WINTER_NANOS)).isEqualTo("CET");
        assertThat(english.date(WINTER_NANOS)).isEqualTo("15 Jan 2026");
        assertThat(french.date(SUMMER_NANOS)).isEqualTo("14 juil. 2026");
    }

    @Test
    void writesDurationsInTheLargestFittingUnit() {
        assertThat(english.duration(850)).isEqualTo("850\u00a0ns");
        assertThat(english.duration(1_900)).isEqualTo("1.9\u00a0µs");
        assertThat(french.duration(84_000_000)).isEqualTo("84,0\u00a0ms");
        assertThat(english.duration(2_500_000_000L)).isEqualTo("2.5\u00a0s");
    }

    @Test
    void readsWhatTheReaderTypes() {
        assertThat(english.plain(" 1,234.50 ")).contains("1234.50");
        assertThat(english.plain("-.5")).contains("-0.5");
        assertThat(french.plain("1\u202f234,5")).contains("1234.5");
        assertThat(french.plain("1 234.5")).contains("1234.5");
        assertThat(french.plain("−2,25")).contains("-2.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "12,34", "1,234,5", "1.2.3", "1e5", "0x10", "--1"})
    void refusesWhatAnEnglishReaderCannotHaveMeant(String typed) {
        assertThat(english.plain(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234,5", "1,2,3", "12 %"})
    void refusesWhatAFrenchReaderCannotHaveMeant(String typed) {
        assertThat(french.plain(typed)).isEmpty();
    }

    @Property(tries = 500)
    void readsBackEveryNumberItWrites(@ForAll long units, @ForAll @IntRange(max = 12) int scale) {
        BigDecimal value = BigDecimal.valueOf(units, scale);
        for (Figures figures : new Figures[] {english, french}) {
            String written = figures.number(value, scale);
            assertThat(new BigDecimal(figures.plain(written).orElseThrow())).isEqualByComparingTo(value);
        }
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
