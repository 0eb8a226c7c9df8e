package io.sextant.domain.instrument;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;

/** The right to buy or sell {@code multiplier} units of {@code underlying} at {@code strike} until {@code expiryNanos} (UTC). */
public record Option(
        InstrumentId id,
        String name,
        Currency quote,
        TradingRules rules,
        FeeSchedule fees,
        long multiplier,
        InstrumentId underlying,
        Right right,
        Exercise exercise,
        Price strike,
        long expiryNanos)
        implements Instrument {

    public enum Right {
        CALL,
        PUT
    }

    public enum Exercise {
        EUROPEAN,
        AMERICAN
    }

    public Option {
        Instrument.requireFeesInQuote(id, fees);
        Instrument.moneyUnitsPerTickLot(rules, multiplier, quote);
        if (!strike.isPositive()) {
            throw new IllegalArgumentException("strike must be positive, was " + strike);
        }
        if (expiryNanos <= 0) {
            throw new IllegalArgumentException("an option needs an expiry");
        }
    }

    @Override
    public boolean tradable() {
        return true;
    }
}
