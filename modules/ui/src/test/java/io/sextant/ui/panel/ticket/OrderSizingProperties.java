package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.ConversionRate;
import io.sextant.ui.parts.Steps;
import io.sextant.ui.testing.FakeInstruments;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class OrderSizingProperties {

    @Provide
    Arbitrary<Instrument> tradable() {
        return Arbitraries.of(List.<InstrumentId>of(FakeInstruments.BTC, FakeInstruments.ES, FakeInstruments.HALO))
                .map(FakeInstruments.CATALOG::getInstrument);
    }

    @Property
    void spendsAsMuchOfAValueAsWholeLotsAllowAndNeverMore(
            @ForAll("tradable") Instrument instrument,
            @ForAll @LongRange(min = 1, max = 10_000_000) long priceTicks,
            @ForAll @LongRange(min = 0, max = 10_000_000) long value) {
        BigDecimal wish = BigDecimal.valueOf(value);
        long lots = OrderSizing.lotsForValue(wish, instrument.priceOf(priceTicks), instrument)
                .orElseThrow();
        Money limit = Money.of(
                Math.multiplyExact(value, (long) Math.pow(10, instrument.quote().scale())), instrument.quote());
        assertThat(instrument.notional(priceTicks, lots)).isLessThanOrEqualTo(limit);
        assertThat(instrument.notional(priceTicks, lots + 1)).isGreaterThan(limit);
    }

    @Property
    void stepsLandOnTheGridAndAreUndoneByTheirOpposite(
            @ForAll @LongRange(min = 0, max = 1_000_000) long thousandths,
            @ForAll @IntRange(min = 1, max = 20) int steps) {
        BigDecimal grid = new BigDecimal("0.25");
        BigDecimal value = BigDecimal.valueOf(thousandths, 3);
        BigDecimal up = Steps.step(value, grid, steps);
        assertThat(up.remainder(grid)).isEqualByComparingTo("0");
        assertThat(up).isGreaterThan(value);
        assertThat(up.subtract(value)).isLessThanOrEqualTo(grid.multiply(BigDecimal.valueOf(steps)));
        BigDecimal onGrid = Steps.step(value, grid, 1);
        assertThat(Steps.step(Steps.step(onGrid, grid, steps), grid, -steps)).isEqualByComparingTo(onGrid);
    }

    @Example
    void neverStepsBelowZero() {
        assertThat(Steps.step(new BigDecimal("0.5"), BigDecimal.ONE, -3)).isEqualByComparingTo("0");
    }

    @Example
    void takesAShareOfTheEquityAtTheStatedRate() {
        Money equity = Money.parse("1000000", Currency.USDT);
        ConversionRate rate = new ConversionRate(Currency.USD, Currency.USDT, Price.parse("1.25"), "test");
        Account account = account(equity, List.of(rate));

        assertThat(OrderSizing.shareOfEquity(BigDecimal.TEN, account, Currency.USDT)
                        .orElseThrow())
                .isEqualByComparingTo("100000");
        assertThat(OrderSizing.shareOfEquity(BigDecimal.TEN, account, Currency.USD)
                        .orElseThrow())
                .isEqualByComparingTo("80000");
        assertThat(OrderSizing.shareOfEquity(BigDecimal.TEN, account, Currency.EUR))
                .isEmpty();
    }

    private static Account account(Money equity, List<ConversionRate> rates) {
        Money zero = Money.zero(equity.currency());
        return new Account(List.of(equity), rates, equity, equity, equity, zero, zero, zero, zero, zero, equity);
    }
}
