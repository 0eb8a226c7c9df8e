package io.sextant.exchange.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.execution.gate.DefaultLimits;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a venue lists, the ledger counts exactly, or it says that it cannot. */
class RawListingTest {

    private static RawListing raw(String tick, String lot, String least) {
        return raw("ABC", tick, lot, least);
    }

    private static RawListing raw(String base, String tick, String lot, String least) {
        return new RawListing(
                base + "USDT",
                base,
                "USDT",
                new BigDecimal(tick),
                new BigDecimal(lot),
                new BigDecimal(least),
                FeeSchedule.FREE);
    }

    @ParameterizedTest
    @CsvSource({"0.00000001, 0.00001", "0.0000000001, 0.001", "0.0000000000001, 1", "0.01, 0.00000000001"})
    void aDeskOfWhatIsListedCountsAHundredThousandDollars(String tick, String lot) throws VenueException {
        Instrument instrument =
                RawListing.toListings(List.of(raw(tick, lot, lot))).getFirst().instrument();
        Money cash = Money.parse("100000", instrument.quote());
        assertThat(DefaultLimits.of(
                                new InstrumentCatalog(List.of(instrument)),
                                Money.parse("100000", Currency.USD),
                                index -> 1)
                        .findLimits(instrument.id()))
                .isPresent();
        long ticks = instrument.ticksOf(Price.parse(tick)) * 1_000;
        long lots = instrument.lotsOf(Quantity.parse(lot)) * 1_000;
        assertThat(instrument.notional(ticks, lots)).isLessThan(cash);
    }

    @ParameterizedTest
    @CsvSource({
        "0.000000001, 0.00001, 14 decimals together",
        "0.0000000000000001, 0.01, 18 decimals together",
        "1, 0.000000000001, finer than the ledger counts",
        "0, 1, without a smallest step",
        "0.1, 0, without a smallest step",
        "1000000, 1, larger than the ledger counts"
    })
    void refusesWhatTheLedgerCannotCountWithASentence(String tick, String lot, String why) {
        assertThatThrownBy(
                        () -> RawListing.toListings(List.of(raw("XYZ", "0.01", "0.01", "0.01"), raw(tick, lot, "1"))))
                .isInstanceOfSatisfying(
                        VenueException.class, e -> assertThat(e.kind()).isEqualTo(VenueException.Kind.REFUSED))
                .hasMessageStartingWith("ABC-USDT cannot be traded here: ")
                .hasMessageContaining(why);
    }

    @Test
    void keepsTheSmallestValueOfAnOrderAndRefusesOneThatCannotBeCounted() throws VenueException {
        assertThat(RawListing.toListings(List.of(worth("5.00000000")))
                        .getFirst()
                        .instrument()
                        .rules()
                        .minValue())
                .hasToString("5");
        assertThat(RawListing.toListings(List.of(raw("0.01", "0.01", "0.01")))
                        .getFirst()
                        .instrument()
                        .rules()
                        .minValue()
                        .isZero())
                .isTrue();
        assertThatThrownBy(() -> RawListing.toListings(List.of(worth("1e12"))))
                .hasMessageContaining("larger than the ledger counts");
        assertThatThrownBy(() -> RawListing.toListings(List.of(worth("-1")))).isInstanceOf(VenueException.class);
    }

    private static RawListing worth(String least) {
        BigDecimal cent = new BigDecimal("0.01");
        return new RawListing("ABCUSDT", "ABC", "USDT", cent, cent, cent, new BigDecimal(least), FeeSchedule.FREE);
    }

    @Test
    void refusesANameThatIsNoCurrency() {
        assertThatThrownBy(() -> RawListing.toListings(List.of(raw("A-VERY-LONG-NAME", "0.01", "0.01", "0.01"))))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("has a currency");
    }
}
