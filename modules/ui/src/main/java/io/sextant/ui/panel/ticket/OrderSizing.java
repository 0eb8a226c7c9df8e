package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.ConversionRate;
import io.sextant.ui.parts.Steps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Turns a wish in money into whole lots, always down: an order never costs more than was wished for at its reference price. */
final class OrderSizing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private OrderSizing() {}

    /** Whole lots of which {@code value} of the quote currency pays at most at {@code price}; empty beyond what can be counted. */
    static Optional<Long> lotsForValue(BigDecimal value, Price price, Instrument instrument) {
        BigDecimal lotValue =
                decimal(price).multiply(Steps.lot(instrument)).multiply(BigDecimal.valueOf(instrument.multiplier()));
        if (lotValue.signum() <= 0) {
            return Optional.empty();
        }
        return wholeLots(value.divide(lotValue, 0, RoundingMode.FLOOR));
    }

    /** Whole lots in a quantity, rounded down. */
    static Optional<Long> lotsInQuantity(BigDecimal quantity, Instrument instrument) {
        return wholeLots(quantity.divide(Steps.lot(instrument), 0, RoundingMode.FLOOR));
    }

    /** A percentage of the desk's worth in the quote currency; empty when no rate leads from one currency to the other. */
    static Optional<BigDecimal> shareOfEquity(BigDecimal percent, Account account, Currency quote) {
        Money equity = account.equity();
        BigDecimal share = decimal(equity)
                .multiply(percent)
                .divide(HUNDRED, equity.currency().scale(), RoundingMode.FLOOR);
        if (equity.currency().equals(quote)) {
            return Optional.of(share);
        }
        for (ConversionRate rate : account.rates()) {
            if (rate.from().equals(quote)
                    && rate.to().equals(equity.currency())
                    && rate.rate().isPositive()) {
                return Optional.of(share.divide(decimal(rate.rate()), quote.scale(), RoundingMode.FLOOR));
            }
        }
        return Optional.empty();
    }

    /** How far one step of the size goes. */
    static BigDecimal sizeStep(SizeMode mode, Instrument instrument) {
        return switch (mode) {
            case QUANTITY -> Steps.lot(instrument);
            case VALUE -> HUNDRED;
            case EQUITY_SHARE -> BigDecimal.ONE;
        };
    }

    static BigDecimal decimal(Price price) {
        return BigDecimal.valueOf(price.units(), price.scale());
    }

    private static BigDecimal decimal(Money money) {
        return BigDecimal.valueOf(money.units(), money.currency().scale());
    }

    private static Optional<Long> wholeLots(BigDecimal lots) {
        return lots.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(lots.longValueExact());
    }
}
