package io.sextant.domain.instrument;

import io.sextant.domain.money.Currency;

/** A share of a company. */
public record Equity(InstrumentId id, String name, Currency quote, TradingRules rules, FeeSchedule fees)
        implements Instrument {

    public Equity {
        Instrument.requireFeesInQuote(id, fees);
        Instrument.moneyUnitsPerTickLot(rules, 1, quote);
    }

    @Override
    public long multiplier() {
        return 1;
    }

    @Override
    public boolean tradable() {
        return true;
    }
}
