package io.sextant.engine.strategy;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import java.util.List;

/** Cash and positions of one strategy, exact to the ledger unit. Everything is paid for in full: what a future would settle by margin comes to the same worth. */
public final class SeatBook {

    private final Grid[] grids;
    private final long[] lots;
    private final long[] entryTickLots;
    private final long[] markTicks;
    private long cashUnits;

    /** Begins with so much; all instruments are quoted in one currency. */
    public SeatBook(List<Grid> grids, long cashUnits) {
        this.grids = grids.toArray(new Grid[0]);
        this.cashUnits = cashUnits;
        lots = new long[this.grids.length];
        entryTickLots = new long[lots.length];
        markTicks = new long[lots.length];
    }

    public void fill(int instrument, Side side, long priceTicks, long filledLots, long feeUnits) {
        long moved = side.sign() * filledLots;
        long paid = grids[instrument].worthUnits(priceTicks, moved);
        cashUnits = Math.subtractExact(Math.subtractExact(cashUnits, paid), feeUnits);
        long before = lots[instrument];
        long after = Math.addExact(before, moved);
        if (before == 0 || Long.signum(before) != -Long.signum(moved)) {
            entryTickLots[instrument] =
                    Math.addExact(entryTickLots[instrument], Math.multiplyExact(priceTicks, filledLots));
        } else if (Long.signum(after) == Long.signum(before)) {
            entryTickLots[instrument] -=
                    Decimals.multiplyDivideFloor(entryTickLots[instrument], filledLots, Math.abs(before));
        } else {
            entryTickLots[instrument] = Math.multiplyExact(priceTicks, Math.abs(after));
        }
        lots[instrument] = after;
    }

    /** Takes over what was held already; only of a book that holds nothing there. */
    public void take(int instrument, long heldLots, long heldEntryTickLots) {
        if (lots[instrument] != 0) {
            throw new IllegalStateException("something is held already");
        }
        lots[instrument] = heldLots;
        entryTickLots[instrument] = heldEntryTickLots;
    }

    public void pay(long units) {
        cashUnits = Math.addExact(cashUnits, units);
    }

    public void mark(int instrument, long priceTicks) {
        markTicks[instrument] = priceTicks;
    }

    public long cashUnits() {
        return cashUnits;
    }

    /** Of what is held, the prices at which it was taken. */
    public long entryTickLots(int instrument) {
        return entryTickLots[instrument];
    }

    public long lots(int instrument) {
        return lots[instrument];
    }

    public long markTicks(int instrument) {
        return markTicks[instrument];
    }

    public double units(int instrument) {
        return grids[instrument].units(lots[instrument]);
    }

    /** The mean price at which what is held was taken; NaN where nothing is. */
    public double entryPrice(int instrument) {
        return lots[instrument] == 0
                ? Double.NaN
                : grids[instrument].price(entryTickLots[instrument]) / Math.abs(lots[instrument]);
    }

    /** At the newest marks. */
    public long equityUnits() {
        long worth = cashUnits;
        for (int i = 0; i < lots.length; i++) {
            if (lots[i] != 0) {
                worth = Math.addExact(worth, grids[i].worthUnits(markTicks[i], lots[i]));
            }
        }
        return worth;
    }

    public double equity() {
        return grids[0].money(equityUnits());
    }
}
