package io.sextant.domain.instrument;

import io.sextant.domain.money.Currency;

/** A contract on something delivered or settled at {@code expiryNanos} (UTC). Nothing is paid for it but margin and profit. */
public record Future(
        InstrumentId id,
        String name,
        Currency quote,
        TradingRules rules,
        FeeSchedule fees,
        long multiplier,
        long expiryNanos)
        implements Instrument {

    public Future {
        Instrument.requireFeesInQuote(id, fees);
        Instrument.moneyUnitsPerTickLot(rules, multiplier, quote);
        if (expiryNanos <= 0) {
            throw new IllegalArgumentException("a future needs an expiry");
        }
    }

    @Override
    public boolean tradable() {
        return true;
    }
}
