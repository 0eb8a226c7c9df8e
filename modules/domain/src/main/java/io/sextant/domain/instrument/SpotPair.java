package io.sextant.domain.instrument;

import io.sextant.domain.money.Currency;

/** One currency bought with another, settled at once, for example bitcoin for tether. */
public record SpotPair(
        InstrumentId id, String name, Currency base, Currency quote, TradingRules rules, FeeSchedule fees)
        implements Instrument {

    public SpotPair {
        if (base.code().equals(quote.code())) {
            throw new IllegalArgumentException(id + " would exchange " + base + " for itself");
        }
        Instrument.moneyUnitsPerTickLot(rules, 1, quote);
        rules.lot().unitsAt(base.scale());
    }

    @Override
    public long multiplier() {
        return 1;
    }

    @Override
    public boolean tradable() {
        return true;
    }

    @Override
    public int positionScale() {
        return base.scale();
    }
}
