package io.sextant.execution.gate;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import java.util.Arrays;
import java.util.Optional;

/** The desk's limits as columns by instrument. */
final class LimitTable {

    final boolean[] isSet;
    final long[] maxOrderLots;
    final long[] maxOrderUnits;
    final int[] collarBps;
    final long[] maxPositionLots;

    private final InstrumentCatalog catalog;

    LimitTable(InstrumentCatalog catalog) {
        this.catalog = catalog;
        int size = catalog.size();
        isSet = new boolean[size];
        maxOrderLots = new long[size];
        maxOrderUnits = new long[size];
        collarBps = new int[size];
        maxPositionLots = new long[size];
    }

    /** Takes all limits, or none when one of them makes no sense for its instrument. */
    Optional<Refusal> set(RiskLimits limits) {
        for (InstrumentLimits one : limits.byInstrument()) {
            Optional<String> objection = objectionTo(one);
            if (objection.isPresent()) {
                return Optional.of(Refusal.of(RefusalCode.INVALID_LIMIT, one.instrument(), objection.get()));
            }
        }
        Arrays.fill(isSet, false);
        for (InstrumentLimits one : limits.byInstrument()) {
            int i = catalog.indexOf(one.instrument());
            Quantity lot = catalog.get(i).rules().lot();
            isSet[i] = true;
            maxOrderLots[i] = wholeLots(one.maxOrderQuantity(), lot);
            maxOrderUnits[i] = one.maxOrderNotional().units();
            collarBps[i] = one.collarBps();
            maxPositionLots[i] = wholeLots(one.maxPosition(), lot);
        }
        return Optional.empty();
    }

    private Optional<String> objectionTo(InstrumentLimits limits) {
        Optional<Instrument> instrument = catalog.findInstrument(limits.instrument());
        if (instrument.isEmpty()) {
            return Optional.of("it is not an instrument of this session");
        }
        if (!limits.maxOrderNotional().currency().equals(instrument.get().quote())) {
            return Optional.of("its value must be in " + instrument.get().quote());
        }
        return Optional.empty();
    }

    /** Rounded down, so never looser than what was asked for; what a long cannot count is no limit in practice. */
    private static long wholeLots(Quantity quantity, Quantity lot) {
        int shift = lot.scale() - quantity.scale();
        if (shift <= 0) {
            return quantity.units() / Decimals.powerOfTen(-shift) / lot.units();
        }
        long factor = Decimals.powerOfTen(shift);
        if (quantity.units() > Long.MAX_VALUE / factor) {
            return Long.MAX_VALUE / lot.units();
        }
        return quantity.units() * factor / lot.units();
    }
}
