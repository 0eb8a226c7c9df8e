package io.sextant.domain.position;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** How many units of {@code to} one unit of {@code from} is worth, and where the rate comes from. */
public record ConversionRate(Currency from, Currency to, Price rate, String source) {

    private static final Price ONE = Price.of(1, 0);

    public ConversionRate {
        if (!rate.isPositive()) {
            throw new IllegalArgumentException("a rate from " + from + " to " + to + " is above zero, was " + rate);
        }
        if (from.equals(to) && !rate.equals(ONE)) {
            throw new IllegalArgumentException("one " + from + " is worth one " + from + ", not " + rate);
        }
    }

    /** Converted and rounded down to a ledger unit: a reported value is never overstated. */
    public Money convert(Money amount) {
        amount.requireCurrency(from);
        return Money.of(convertUnits(amount.units()), to);
    }

    /** The same in ledger units of {@code from} and {@code to}; without an object unless the rate has very many decimals. */
    public long convertUnits(long units) {
        int shift = from.scale() + rate.scale() - to.scale();
        if (shift < 0) {
            return Math.multiplyExact(Math.multiplyExact(units, rate.units()), Decimals.powerOfTen(-shift));
        }
        if (shift <= Decimals.MAX_SCALE) {
            return Decimals.multiplyDivideFloor(units, rate.units(), Decimals.powerOfTen(shift));
        }
        BigInteger product = BigInteger.valueOf(units).multiply(BigInteger.valueOf(rate.units()));
        return new BigDecimal(product, shift).setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
