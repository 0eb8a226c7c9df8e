package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import java.util.List;

/**
 * What one hosted strategy holds, exact to the ledger unit: cash, lots and what they were taken at, in the one currency that its instruments
 * are quoted in. Always capital + realised + unrealised - fees = cash + worth of the positions.
 */
final class HostedBook {

    private final long[] unitsPerTickLot;
    private final long[] lots;
    /** Price ticks times lots of what is held, without a sign. */
    private final long[] entryTickLots;

    private long capitalUnits;
    private long cashUnits;
    private long realisedUnits;
    private long feeUnits;
    private long fills;
    private long trades;
    private long tradesWon;
    /** What the position that is open now realised so far, for whether it won once it is closed. */
    private final long[] openRealised;

    private final FeeInKind feeInKind;

    HostedBook(List<Instrument> instruments, long capitalUnits) {
        unitsPerTickLot =
                instruments.stream().mapToLong(Instrument::moneyUnitsPerTickLot).toArray();
        lots = new long[unitsPerTickLot.length];
        entryTickLots = new long[lots.length];
        openRealised = new long[lots.length];
        feeInKind = new FeeInKind(instruments);
        this.capitalUnits = capitalUnits;
        cashUnits = capitalUnits;
    }

    /** From now on it has another share of the account; what it earned stays its own. */
    void capital(long units) {
        cashUnits = Math.addExact(cashUnits, Math.subtractExact(units, capitalUnits));
        capitalUnits = units;
    }

    /** What the fill realised, before its fee. */
    long fill(int own, Side side, long priceTicks, long filledLots, long fee) {
        long moved = side.sign() * filledLots;
        long before = lots[own];
        long after = Math.addExact(before, moved);
        cashUnits = Math.subtractExact(cashUnits, worthUnits(own, priceTicks, moved));
        cashUnits = Math.subtractExact(cashUnits, fee);
        feeUnits = Math.addExact(feeUnits, fee);
        fills++;
        long realised = 0;
        if (before != 0 && Long.signum(before) == -Long.signum(moved)) {
            long closed = Math.min(Math.abs(before), filledLots);
            long cost = closed == Math.abs(before)
                    ? entryTickLots[own]
                    : Decimals.multiplyDivideFloor(entryTickLots[own], closed, Math.abs(before));
            entryTickLots[own] -= cost;
            long gain = Math.subtractExact(Math.multiplyExact(priceTicks, closed), cost);
            realised = Math.multiplyExact(Long.signum(before) * gain, unitsPerTickLot[own]);
            realisedUnits = Math.addExact(realisedUnits, realised);
            openRealised[own] += realised;
            if (closed == Math.abs(before)) {
                trades++;
                tradesWon += openRealised[own] > 0 ? 1 : 0;
                openRealised[own] = 0;
            }
        }
        long opened = before == 0 || Long.signum(before) == Long.signum(moved)
                ? filledLots
                : Math.max(0, filledLots - Math.abs(before));
        entryTickLots[own] = Math.addExact(entryTickLots[own], Math.multiplyExact(priceTicks, opened));
        lots[own] = after;
        return realised;
    }

    /** Of lots that were just bought, those that a fee in units of a position took; see {@link FeeInKind}. */
    long takenLots(int own, long boughtLots, long feePositionUnits) {
        return feeInKind.take(own, boughtLots, feePositionUnits);
    }

    /** Of the lots given up for fees, what no fee has taken yet. */
    long feeAheadUnits(int own) {
        return feeInKind.aheadUnits(own);
    }

    long worthUnits(int own, long priceTicks, long signedLots) {
        return Math.multiplyExact(Math.multiplyExact(priceTicks, signedLots), unitsPerTickLot[own]);
    }

    int instruments() {
        return lots.length;
    }

    long lots(int own) {
        return lots[own];
    }

    long entryTickLots(int own) {
        return entryTickLots[own];
    }

    boolean isFlat() {
        for (long held : lots) {
            if (held != 0) {
                return false;
            }
        }
        return true;
    }

    /** In ticks, with their fraction; NaN where nothing is held. */
    double entryTicks(int own) {
        return lots[own] == 0 ? Double.NaN : (double) entryTickLots[own] / Math.abs(lots[own]);
    }

    /** What is held is worth, below zero where it is short; at what it was taken at where nothing traded yet. */
    long worthUnits(int own, long markTicks) {
        if (markTicks <= 0) {
            return Long.signum(lots[own]) * Math.multiplyExact(entryTickLots[own], unitsPerTickLot[own]);
        }
        return worthUnits(own, markTicks, lots[own]);
    }

    long unrealisedUnits(int own, long markTicks) {
        long cost = Long.signum(lots[own]) * Math.multiplyExact(entryTickLots[own], unitsPerTickLot[own]);
        return Math.subtractExact(worthUnits(own, markTicks), cost);
    }

    long cashUnits() {
        return cashUnits;
    }

    long realisedUnits() {
        return realisedUnits;
    }

    long feeUnits() {
        return feeUnits;
    }

    long fills() {
        return fills;
    }

    long trades() {
        return trades;
    }

    long tradesWon() {
        return tradesWon;
    }

    void save(StateWriter out) {
        out.putLongs(lots, lots.length);
        out.putLongs(entryTickLots, lots.length);
        out.putLongs(openRealised, lots.length);
        feeInKind.save(out);
        out.putLong(capitalUnits);
        out.putLong(cashUnits);
        out.putLong(realisedUnits);
        out.putLong(feeUnits);
        out.putLong(fills);
        out.putLong(trades);
        out.putLong(tradesWon);
    }

    void load(StateReader in) {
        System.arraycopy(in.getLongs(), 0, lots, 0, lots.length);
        System.arraycopy(in.getLongs(), 0, entryTickLots, 0, lots.length);
        System.arraycopy(in.getLongs(), 0, openRealised, 0, lots.length);
        feeInKind.load(in);
        capitalUnits = in.getLong();
        cashUnits = in.getLong();
        realisedUnits = in.getLong();
        feeUnits = in.getLong();
        fills = in.getLong();
        trades = in.getLong();
        tradesWon = in.getLong();
    }
}
