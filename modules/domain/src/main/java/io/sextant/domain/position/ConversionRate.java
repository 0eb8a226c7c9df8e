package io.sextant.domain.position;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;

/** How many units of {@code to} one unit of {@code from} is worth, and where the rate comes from. */
public record ConversionRate(Currency from, Currency to, Price rate, String source) {

    /** Converted and rounded down to a ledger unit: a reported value is never overstated. */
    public Money convert(Money amount) {
        if (!amount.currency().equals(from)) {
            throw new IllegalArgumentException("a rate for " + from + " cannot convert " + amount);
        }
        int shift = from.scale() + rate.scale() - to.scale();
        if (shift < 0) {
            return Money.of(
                    Math.multiplyExact(Math.multiplyExact(amount.units(), rate.units()), Decimals.powerOfTen(-shift)),
                    to);
        }
        return Money.of(Decimals.multiplyDivideFloor(amount.units(), rate.units(), Decimals.powerOfTen(shift)), to);
    }
}
