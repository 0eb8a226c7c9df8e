package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.List;

/**
 * Fees that venues took of what was bought, added up over all fills of an instrument. A book counts whole lots, so it gives up
 * ceil(sum of fees / lot) of them: never less than was taken, and less than one lot more, into however many fills an order falls.
 */
public final class FeeInKind {

    private final long[] unitsPerLot;
    /** Of the lots given up, what no fee has taken yet. */
    private final long[] aheadUnits;

    public FeeInKind(List<Instrument> instruments) {
        unitsPerLot =
                instruments.stream().mapToLong(Instrument::positionUnitsPerLot).toArray();
        aheadUnits = new long[unitsPerLot.length];
    }

    /** How many of the lots that were just bought are given up for this fee; a fill gives up no more than itself, and the next one the rest. */
    public long take(int own, long boughtLots, long feePositionUnits) {
        long dueUnits = Math.subtractExact(feePositionUnits, aheadUnits[own]);
        long lots = Math.clamp(Math.ceilDiv(dueUnits, unitsPerLot[own]), 0, boughtLots);
        aheadUnits[own] = Math.subtractExact(Math.multiplyExact(lots, unitsPerLot[own]), dueUnits);
        return lots;
    }

    /** Of the lots given up, what no fee has taken yet. */
    public long aheadUnits(int own) {
        return aheadUnits[own];
    }

    /** Goes on from where another stands. */
    public void resume(int own, long units) {
        aheadUnits[own] = units;
    }

    void save(StateWriter out) {
        out.putLongs(aheadUnits, aheadUnits.length);
    }

    void load(StateReader in) {
        System.arraycopy(in.getLongs(), 0, aheadUnits, 0, aheadUnits.length);
    }
}
