package io.sextant.execution.paper;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import java.util.List;

/** Two shares to trade in. */
final class Shares {

    static final InstrumentCatalog CATALOG = new InstrumentCatalog(List.of(share("ACME"), share("BOLT")));

    private Shares() {}

    private static Instrument share(String symbol) {
        return new Equity(
                InstrumentId.of(symbol), symbol, Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE);
    }
}
