package io.sextant.domain.risk;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import java.util.List;

/** What an order would do to the risk of the desk's positions; orders that still work are not in it. */
public sealed interface OrderRisk {

    /** Measured on {@code days} past days of all instruments together, in the currency of the desk's reports. */
    record Measured(Currency currency, double confidence, int days, double equity, TailRisk before, TailRisk after)
            implements OrderRisk {}

    /** These instruments have fewer than {@code neededDays} days of history in common, so nothing is claimed. */
    record TooLittleHistory(List<InstrumentId> instruments, int days, int neededDays) implements OrderRisk {
        public TooLittleHistory {
            instruments = List.copyOf(instruments);
        }
    }

    /** There is no price, or no rate into the currency of the reports. */
    record NoPrice(InstrumentId instrument) implements OrderRisk {}
}
