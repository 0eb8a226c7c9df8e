package io.sextant.execution;

/** A venue inside this process whose fees follow from more than the instrument, as from how much was traded there before. */
public interface ChargingVenue {

    /** Called once; from then on each fill is preceded by what it costs. */
    void chargeTo(Charge charge);

    /** Hears what the fill that comes next costs. */
    @FunctionalInterface
    interface Charge {

        /** In ledger units of {@code currency}; an empty one leaves it to the instrument's own schedule. */
        void of(String currency, long units);
    }
}
