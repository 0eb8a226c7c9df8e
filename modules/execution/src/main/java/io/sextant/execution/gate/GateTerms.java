package io.sextant.execution.gate;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Currency;
import java.util.List;

/**
 * What a gate is for: the instruments, the currency of its account's limits, the account at the venue, and the strategies by the
 * index under which they send.
 */
public record GateTerms(InstrumentCatalog catalog, Currency reporting, String account, List<String> strategies) {

    public GateTerms {
        strategies = List.copyOf(strategies);
    }
}
