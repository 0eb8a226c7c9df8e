package io.sextant.execution.order;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import java.util.List;

/** Two shares to trade in. */
final class Desk {

    static final Instrument ACME = share("ACME");
    static final InstrumentCatalog CATALOG = new InstrumentCatalog(List.of(ACME, share("BOLT")));

    private Desk() {}

    private static Instrument share(String symbol) {
        return new Equity(
                InstrumentId.of(symbol), symbol, Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE);
    }
}
