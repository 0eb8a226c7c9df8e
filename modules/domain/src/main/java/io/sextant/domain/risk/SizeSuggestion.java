package io.sextant.domain.risk;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Quantity;

/** What a sizing rule says. */
public sealed interface SizeSuggestion {

    /**
     * {@code atrMoney} is what one daily range against the whole order costs, {@code shortfallAfter} the expected shortfall of a
     * day with it, both in {@code currency}; {@code capped} when the order's value, not the rule, ended it.
     */
    record Suggested(Quantity quantity, Currency currency, double atrMoney, double shortfallAfter, boolean capped)
            implements SizeSuggestion {}

    /** The rule allows nothing. */
    record Nothing(Why why) implements SizeSuggestion {

        /** Why not. */
        public enum Why {
            /** The chance and the payoff that were claimed lose money in the long run. */
            NO_EDGE,
            /** Not even one lot fits. */
            LESS_THAN_A_LOT,
            /** The positions alone are above the budget. */
            BUDGET_SPENT
        }
    }

    /** Fewer than {@code neededDays} days of history are there to measure on. */
    record TooLittleHistory(InstrumentId instrument, int days, int neededDays) implements SizeSuggestion {}

    /** There is no price, or no rate into the currency of the reports. */
    record NoPrice(InstrumentId instrument) implements SizeSuggestion {}
}
