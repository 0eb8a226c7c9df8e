package io.sextant.domain.instrument;

import io.sextant.domain.money.Currency;

/** A figure computed from other prices. It can be watched and forecast, not bought. */
public record Index(InstrumentId id, String name, Currency quote, TradingRules rules) implements Instrument {

    @Override
    public FeeSchedule fees() {
        return FeeSchedule.FREE;
    }

    @Override
    public long multiplier() {
        return 1;
    }

    @Override
    public boolean tradable() {
        return false;
    }
}
