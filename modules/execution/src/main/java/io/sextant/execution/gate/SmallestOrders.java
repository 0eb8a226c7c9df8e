package io.sextant.execution.gate;

import io.sextant.domain.instrument.InstrumentCatalog;

/** The smallest order of each instrument as columns: by quantity in lots, and by value in ledger units of the quote currency. */
final class SmallestOrders {

    private final long[] lots;
    private final long[] units;

    SmallestOrders(InstrumentCatalog catalog) {
        lots = new long[catalog.size()];
        units = new long[catalog.size()];
        for (int i = 0; i < lots.length; i++) {
            lots[i] = catalog.get(i).smallestLots();
            units[i] = catalog.get(i).smallestUnits();
        }
    }

    long lots(int instrument) {
        return lots[instrument];
    }

    /** Zero where the venue takes orders of any value. */
    long units(int instrument) {
        return units[instrument];
    }
}
