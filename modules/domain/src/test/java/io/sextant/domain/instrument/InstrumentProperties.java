package io.sextant.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InstrumentProperties {

    private static final InstrumentId ID = InstrumentId.of("X");

    @Property
    void ticksAndLotsComeBackFromPricesAndQuantities(
            @ForAll("instruments") Instrument instrument,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long ticks,
            @ForAll @LongRange(max = 1_000_000_000_000L) long lots) {
        assertThat(instrument.ticksOf(instrument.priceOf(ticks))).isEqualTo(ticks);
        assertThat(instrument.lotsOf(instrument.quantityOf(lots))).isEqualTo(lots);
    }

    @Property
    void aNotionalIsPriceTimesQuantityTimesMultiplierToTheLastDigit(
            @ForAll("instruments") Instrument instrument,
            @ForAll @LongRange(min = -100_000, max = 10_000_000) long ticks,
            @ForAll @LongRange(max = 1_000_000) long lots) {
        BigDecimal exact = new BigDecimal(instrument.priceOf(ticks).toString())
                .multiply(new BigDecimal(instrument.quantityOf(lots).toString()))
                .multiply(BigDecimal.valueOf(instrument.multiplier()));
        Money money;
        try {
            money = instrument.notional(ticks, lots);
        } catch (ArithmeticException e) {
            assertThat(exact.movePointRight(instrument.quote().scale())
                            .toBigInteger()
                            .bitLength())
                    .isGreaterThanOrEqualTo(Long.SIZE);
            return;
        }
        assertThat(BigDecimal.valueOf(money.units(), money.currency().scale())).isEqualByComparingTo(exact);
    }

    @Test
    void countsABillionBillionthsWithoutLosingOne() {
        Instrument tiny = new SpotPair(
                ID,
                "Tiny",
                new Currency("TINY", 0),
                Currency.USDT,
                TradingRules.of("0.00000001", "1"),
                FeeSchedule.FREE);
        long trillion = 1_000_000_000_000L;

        assertThat(tiny.notional(1, trillion)).isEqualTo(Money.parse("10000", Currency.USDT));
        assertThat(tiny.notional(3, trillion - 1)).isEqualTo(Money.parse("29999.99999997", Currency.USDT));
        assertThat(tiny.notional(9_223_372, trillion).units()).isEqualTo(9_223_372 * trillion);
        assertThatThrownBy(() -> tiny.notional(9_223_373, trillion)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> tiny.notional(Long.MAX_VALUE, 2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesWhatIsOffTheGrid() {
        Instrument pair = new SpotPair(
                ID, "Bitcoin", Currency.BTC, Currency.USDT, TradingRules.of("0.5", "0.003"), FeeSchedule.FREE);

        assertThat(pair.isOnTick(Price.parse("64250.5"))).isTrue();
        assertThat(pair.isOnTick(Price.parse("64250.25"))).isFalse();
        assertThat(pair.isOnTick(Price.of(Long.MAX_VALUE, 0))).isTrue();
        assertThat(pair.isWholeLots(Quantity.parse("0.012"))).isTrue();
        assertThat(pair.isWholeLots(Quantity.parse("0.01"))).isFalse();
        assertThatThrownBy(() -> pair.ticksOf(Price.parse("64250.25"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> pair.lotsOf(Quantity.parse("0.01"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> pair.ticksOf(Price.of(Long.MAX_VALUE, 0))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesAGridFinerThanTheLedger() {
        assertThatThrownBy(() -> equity(TradingRules.of("0.000000001", "1"), FeeSchedule.FREE))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new SpotPair(
                        ID,
                        "Too fine",
                        new Currency("FINE", 2),
                        Currency.USDT,
                        TradingRules.of("1", "0.001"),
                        FeeSchedule.FREE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesTermsThatCannotBe() {
        TradingRules rules = TradingRules.of("0.01", "1");
        FeeSchedule inBase = new FeeSchedule(10, 20, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING);
        refused(() -> equity(rules, inBase));
        refused(() -> new Future(ID, "No multiplier", Currency.USD, rules, FeeSchedule.FREE, 0, 1));
        refused(() -> new Future(ID, "No expiry", Currency.USD, rules, FeeSchedule.FREE, 1, 0));
        refused(() -> new SpotPair(ID, "Itself", Currency.USD, Currency.USD, rules, FeeSchedule.FREE));
        refused(() -> TradingRules.of("0", "1"));
        refused(() -> TradingRules.of("0.01", "0"));
        refused(() -> new TradingRules(Price.parse("1"), Quantity.parse("0.2"), Quantity.parse("0.1")));
        refused(() -> new TradingRules(Price.parse("1"), Quantity.parse("0.2"), Quantity.parse("0.5")));
        refused(() -> new InstrumentCatalog(List.of(equity(rules, FeeSchedule.FREE), equity(rules, FeeSchedule.FREE))));
        for (String symbol : new String[] {"", "btc", "-BTC", ".A", "A B", "Ä", "A".repeat(33)}) {
            refused(() -> InstrumentId.of(symbol));
        }
    }

    private static void refused(ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
    }

    private static Equity equity(TradingRules rules, FeeSchedule fees) {
        return new Equity(ID, "Acme", Currency.USD, rules, fees);
    }

    @Provide
    Arbitrary<Instrument> instruments() {
        return Arbitraries.of(
                equity(TradingRules.of("0.01", "1"), FeeSchedule.FREE),
                new SpotPair(
                        ID, "Bitcoin", Currency.BTC, Currency.USDT, TradingRules.of("0.5", "0.0003"), FeeSchedule.FREE),
                new SpotPair(
                        ID,
                        "Cheap",
                        new Currency("CHEAP", 4),
                        Currency.USDT,
                        TradingRules.of("0.00000001", "25"),
                        FeeSchedule.FREE),
                new SpotPair(
                        ID,
                        "Ether in bitcoin",
                        Currency.ETH,
                        Currency.BTC,
                        TradingRules.of("0.000001", "0.0001"),
                        FeeSchedule.FREE),
                new Future(ID, "E-mini", Currency.USD, TradingRules.of("0.25", "1"), FeeSchedule.FREE, 50, 1));
    }
}
