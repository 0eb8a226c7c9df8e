package io.sextant.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.CurrencyMismatchException;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ConversionRateProperties {

    @Property
    void convertsToTheExactValueRoundedDown(
            @ForAll long units,
            @ForAll @IntRange(max = 18) int fromScale,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long rateUnits,
            @ForAll @IntRange(max = 18) int rateScale,
            @ForAll @IntRange(max = 18) int toScale) {
        Currency from = new Currency("FROM", fromScale);
        Currency to = new Currency("TO", toScale);
        ConversionRate rate = new ConversionRate(from, to, Price.of(rateUnits, rateScale), "test");
        BigInteger exact = BigDecimal.valueOf(units, fromScale)
                .multiply(BigDecimal.valueOf(rateUnits, rateScale))
                .setScale(toScale, RoundingMode.FLOOR)
                .unscaledValue();
        if (exact.bitLength() < Long.SIZE) {
            assertThat(rate.convert(Money.of(units, from))).isEqualTo(Money.of(exact.longValueExact(), to));
        } else {
            assertThatThrownBy(() -> rate.convertUnits(units)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void refusesAnotherCurrencyAndARateThatCannotBe() {
        ConversionRate rate = new ConversionRate(Currency.EUR, Currency.USD, Price.parse("1.1"), "fixed");
        assertThat(rate.convert(Money.parse("-0.00000001", Currency.EUR)))
                .isEqualTo(Money.parse("-0.00000002", Currency.USD));

        assertThatThrownBy(() -> rate.convert(Money.parse("1", Currency.USD)))
                .isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> new ConversionRate(Currency.EUR, Currency.USD, Price.ZERO, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConversionRate(Currency.EUR, Currency.EUR, Price.parse("1.1"), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
