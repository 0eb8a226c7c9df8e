package io.sextant.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsProperties {

    @Property
    void pricesAreReadAsTheyAreWritten(@ForAll long units, @ForAll @IntRange(max = 18) int scale) {
        Price price = Price.of(units, scale);

        assertThat(Price.parse(price.toString())).isEqualTo(price);
        assertThat(Price.parse(Decimals.format(units, scale))).isEqualTo(price);
        assertThat(new BigDecimal(price.toString())).isEqualByComparingTo(BigDecimal.valueOf(units, scale));
        assertThat(Decimals.format(units, scale))
                .isEqualTo(BigDecimal.valueOf(units, scale).toPlainString());
    }

    @Property
    void quantitiesAreReadAsTheyAreWritten(
            @ForAll @LongRange(max = Long.MAX_VALUE) long units, @ForAll @IntRange(max = 18) int scale) {
        Quantity quantity = Quantity.of(units, scale);

        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
        assertThat(quantity.isZero()).isEqualTo(units == 0);
    }

    @Property
    void moneyIsReadAsItIsWritten(@ForAll long units, @ForAll @IntRange(max = 18) int scale) {
        Money money = Money.of(units, new Currency("XYZ", scale));
        String text = money.toString();

        assertThat(text).endsWith(" XYZ");
        assertThat(Money.parse(text.substring(0, text.length() - 4), money.currency()))
                .isEqualTo(money);
    }

    @Property
    void equalPricesAreEqualHoweverManyZerosTheyWereWrittenWith(
            @ForAll @LongRange(min = -100_000_000, max = 100_000_000) long units,
            @ForAll @IntRange(max = 8) int scale,
            @ForAll @IntRange(max = 9) int zeros) {
        Price price = Price.of(units, scale);
        Price padded = Price.parse(price + (price.scale() == 0 ? "." : "") + "0".repeat(zeros + 1));

        assertThat(padded).isEqualTo(price).hasSameHashCodeAs(price).isEqualByComparingTo(price);
    }

    @Property
    void pricesAreOrderedAsTheirDecimals(
            @ForAll("manyDigits") long a,
            @ForAll @IntRange(max = 18) int scaleA,
            @ForAll("manyDigits") long b,
            @ForAll @IntRange(max = 18) int scaleB) {
        int expected = BigDecimal.valueOf(a, scaleA).compareTo(BigDecimal.valueOf(b, scaleB));
        Price left = Price.of(a, scaleA);
        Price right = Price.of(b, scaleB);

        assertThat(Integer.signum(left.compareTo(right))).isEqualTo(expected);
        assertThat(Integer.signum(right.compareTo(left))).isEqualTo(-expected);
        assertThat(left.equals(right)).isEqualTo(expected == 0);
    }

    @Property
    void quantitiesAreOrderedAsTheirDecimals(
            @ForAll @LongRange(max = Long.MAX_VALUE) long a,
            @ForAll @IntRange(max = 18) int scaleA,
            @ForAll @LongRange(max = Long.MAX_VALUE) long b,
            @ForAll @IntRange(max = 18) int scaleB) {
        int expected = BigDecimal.valueOf(a, scaleA).compareTo(BigDecimal.valueOf(b, scaleB));

        assertThat(Integer.signum(Quantity.of(a, scaleA).compareTo(Quantity.of(b, scaleB))))
                .isEqualTo(expected);
    }

    @Property
    void sumsAndDifferencesAreExactOrRefused(@ForAll long a, @ForAll long b) {
        Money left = Money.of(a, Currency.USDT);
        Money right = Money.of(b, Currency.USDT);
        exactOrRefused(BigInteger.valueOf(a).add(BigInteger.valueOf(b)), () -> left.plus(right));
        exactOrRefused(BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)), () -> left.minus(right));
        exactOrRefused(BigInteger.valueOf(a).negate(), left::negated);
        exactOrRefused(BigInteger.valueOf(a).abs(), left::abs);
    }

    private static void exactOrRefused(BigInteger expected, Supplier<Money> operation) {
        if (expected.bitLength() < Long.SIZE) {
            assertThat(operation.get()).isEqualTo(Money.of(expected.longValueExact(), Currency.USDT));
        } else {
            assertThatThrownBy(operation::get).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property
    void quantitiesAddUpExactly(
            @ForAll @LongRange(max = 1_000_000_000_000L) long a,
            @ForAll @IntRange(max = 6) int scaleA,
            @ForAll @LongRange(max = 1_000_000_000_000L) long b,
            @ForAll @IntRange(max = 6) int scaleB) {
        Quantity left = Quantity.of(a, scaleA);
        Quantity sum = left.plus(Quantity.of(b, scaleB));

        assertThat(new BigDecimal(sum.toString()))
                .isEqualByComparingTo(BigDecimal.valueOf(a, scaleA).add(BigDecimal.valueOf(b, scaleB)));
        assertThat(sum.minus(left)).isEqualTo(Quantity.of(b, scaleB));
    }

    @Property
    void aValueIsAMultipleOfAStepWhenNothingIsLeftOver(
            @ForAll("manyDigits") long units,
            @ForAll @IntRange(max = 18) int scale,
            @ForAll @LongRange(min = 1, max = 1_000) long step,
            @ForAll @IntRange(max = 18) int stepScale) {
        boolean expected = BigDecimal.valueOf(units, scale)
                        .remainder(BigDecimal.valueOf(step, stepScale))
                        .signum()
                == 0;

        assertThat(Price.of(units, scale).isMultipleOf(Price.of(step, stepScale)))
                .isEqualTo(expected);
    }

    @Property
    void anotherScaleIsExactOrRefused(
            @ForAll("manyDigits") long units,
            @ForAll @IntRange(max = 18) int from,
            @ForAll @IntRange(max = 18) int to) {
        BigDecimal value = BigDecimal.valueOf(units, from);
        boolean fits = value.stripTrailingZeros().scale() <= to
                && value.movePointRight(to).toBigInteger().bitLength() < Long.SIZE;
        if (fits) {
            assertThat(BigDecimal.valueOf(Decimals.rescaleExact(units, from, to), to))
                    .isEqualByComparingTo(value);
        } else {
            assertThatThrownBy(() -> Decimals.rescaleExact(units, from, to)).isInstanceOf(ArithmeticException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "1.",
                "1e5",
                "1E5",
                "NaN",
                "Infinity",
                "0x10",
                "1,5",
                "1 000",
                " 1",
                "1 ",
                "1.2.3",
                "--1",
                "+-1",
                "1-",
                "1.-5",
                "\u0661\u0662",
                "\uFF11",
                "\u00BD",
                "1\u0000",
                "1_000",
                "null",
                "1d",
                "1f",
                "1234567890123456789012345678901234567890",
                "-9223372036854775809",
                "0.0000000000000000001",
                "1.00000000000000000000"
            })
    void refusesWhatIsNoPlainNumber(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Price.parse(text));
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Quantity.parse(text));
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Money.parse(text, Currency.USD));
    }

    @Test
    void refusesAnAmountThatTheLedgerCannotHold() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.parse("0.000000001", Currency.USD));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.parse("100000000000", Currency.USD));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Quantity.parse("-0.5"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Price.of(1, 19));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Price.of(1, -1));
    }

    @Test
    void refusesToMixCurrencies() {
        Money dollar = Money.parse("1", Currency.USD);
        Money euro = Money.parse("1", Currency.EUR);
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> dollar.plus(euro));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> dollar.minus(euro));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> dollar.compareTo(euro));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U", "usd", "US D", "ÜSD", "ABCDEFGHIJKLM", "US-D"})
    void refusesWhatIsNoCurrencyCode(String code) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Currency(code, 2));
    }

    /** Uniform longs have nineteen digits nearly always; these have any number of them, and often trailing zeros. */
    @Provide
    Arbitrary<Long> manyDigits() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-1_000, 1_000).map(small -> small * 1_000_000),
                Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L));
    }
}
