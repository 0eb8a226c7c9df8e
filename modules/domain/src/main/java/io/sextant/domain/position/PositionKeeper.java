package io.sextant.domain.position;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Adds the fills of one instrument up to a position, exactly: at any moment {@code openCost - realised} is what all buys cost
 * less what all sells brought, to the ledger unit. Where a cost must be divided, the share that leaves is rounded down
 * (towards negative infinity) and the remainder stays with the open part.
 *
 * <p>A fee in base is taken from the units: who buys 1 bitcoin with a fee of 0.001 holds 0.999 at the cost of 1, so the average
 * rises and {@link #feesQuoteUnits()} does not. Counting it as a cost instead would need a price to turn it into quote, hence a
 * rounding, and the units here would no longer be those in the wallet.
 *
 * <p>A fill that would overflow is refused with {@link ArithmeticException} and leaves the keeper as it was. Not safe for
 * several threads.
 */
public final class PositionKeeper {

    private final Instrument instrument;
    private final boolean paidInFull;
    private final boolean feeInBasePossible;
    private final long unitsPerLot;
    private final long moneyUnitsPerTickLot;
    /** Null where every unit costs the same. */
    private final @Nullable CostLots costLots;

    private long signedUnits;
    private long openCostUnits;
    private long realisedUnits;
    private long feesQuoteUnits;
    private long feesBaseUnits;

    public PositionKeeper(Instrument instrument, CostBasis costBasis) {
        if (!instrument.tradable()) {
            throw new IllegalArgumentException(instrument.id() + " cannot be held");
        }
        this.instrument = instrument;
        paidInFull = instrument.isPaidInFull();
        feeInBasePossible = instrument instanceof SpotPair;
        unitsPerLot = instrument.positionUnitsPerLot();
        moneyUnitsPerTickLot = instrument.moneyUnitsPerTickLot();
        costLots = switch (costBasis) {
            case AVERAGE -> null;
            case FIRST_IN_FIRST_OUT -> new CostLots();
        };
    }

    /**
     * Takes one fill in. {@code feeUnits} are ledger units of the quote currency, or of the base currency (which is what
     * {@link Instrument#positionScale()} counts in) when {@code feeInBase}; negative is a rebate.
     */
    public void onFill(Side side, long priceTicks, long lots, long feeUnits, boolean feeInBase) {
        if (lots <= 0) {
            throw new IllegalArgumentException("a fill has at least one lot, was " + lots);
        }
        if (feeInBase && !feeInBasePossible) {
            throw new IllegalArgumentException(instrument.id() + " has no base currency to pay a fee in");
        }
        long notional = Math.multiplyExact(Math.multiplyExact(priceTicks, lots), moneyUnitsPerTickLot);
        long paid = side == Side.BUY ? notional : Math.negateExact(notional);
        long units = Math.multiplyExact(lots, unitsPerLot) * side.sign();
        long feeQuote = feeInBase ? 0 : feeUnits;
        long feeBase = feeInBase ? feeUnits : 0;
        long moved = Math.subtractExact(units, feeBase);
        if (moved != 0 && Long.signum(moved) != side.sign()) {
            throw new IllegalArgumentException("a fee of " + feeUnits + " units exceeds a fill of " + lots + " lots");
        }
        long feesQuoteAfter = Math.addExact(feesQuoteUnits, feeQuote);
        long feesBaseAfter = Math.addExact(feesBaseUnits, feeBase);
        if (moved == 0) {
            settle(signedUnits, openCostUnits, Math.subtractExact(realisedUnits, paid), feesQuoteAfter);
        } else if (signedUnits == 0 || Long.signum(signedUnits) == Long.signum(moved)) {
            open(moved, paid, feesQuoteAfter);
        } else if (Long.compareUnsigned(Math.abs(moved), Math.abs(signedUnits)) <= 0) {
            close(moved, paid, feesQuoteAfter);
        } else {
            flip(moved, paid, feesQuoteAfter);
        }
        feesBaseUnits = feesBaseAfter;
    }

    private void open(long moved, long paid, long feesQuoteAfter) {
        long unitsAfter = Math.addExact(signedUnits, moved);
        settle(unitsAfter, Math.addExact(openCostUnits, paid), realisedUnits, feesQuoteAfter);
        if (costLots != null) {
            costLots.add(Math.abs(moved), paid);
        }
    }

    private void close(long moved, long paid, long feesQuoteAfter) {
        long closed = Math.abs(moved);
        long costOfClosed = costLots == null
                ? Decimals.multiplyDivideFloor(openCostUnits, closed, Math.abs(signedUnits))
                : costLots.costOfOldest(closed);
        settle(
                signedUnits + moved,
                Math.subtractExact(openCostUnits, costOfClosed),
                realisedAfterClosing(paid, costOfClosed),
                feesQuoteAfter);
        if (costLots != null) {
            costLots.removeOldest(closed);
        }
    }

    /** The fill is split where the position is flat: its first part closes all there was, the rest opens the other way. */
    private void flip(long moved, long paid, long feesQuoteAfter) {
        long paidToClose = Decimals.multiplyDivideFloor(paid, Math.abs(signedUnits), Math.abs(moved));
        long paidToOpen = Math.subtractExact(paid, paidToClose);
        long unitsAfter = signedUnits + moved;
        settle(unitsAfter, paidToOpen, realisedAfterClosing(paidToClose, openCostUnits), feesQuoteAfter);
        if (costLots != null) {
            costLots.clear();
            costLots.add(Math.abs(unitsAfter), paidToOpen);
        }
    }

    private long realisedAfterClosing(long paid, long costOfClosed) {
        return Math.subtractExact(Math.subtractExact(realisedUnits, paid), costOfClosed);
    }

    /** The one door for a change: it refuses what could later not be added up, before anything is touched. */
    private void settle(long unitsAfter, long costAfter, long realisedAfter, long feesQuoteAfter) {
        Math.absExact(unitsAfter);
        cashFlow(costAfter, realisedAfter, feesQuoteAfter);
        signedUnits = unitsAfter;
        openCostUnits = costAfter;
        realisedUnits = realisedAfter;
        feesQuoteUnits = feesQuoteAfter;
    }

    private long cashFlow(long openCost, long realised, long feesQuote) {
        long beforeFees = paidInFull ? Math.subtractExact(realised, openCost) : realised;
        return Math.subtractExact(beforeFees, feesQuote);
    }

    public Instrument instrument() {
        return instrument;
    }

    /** What is held, in units of {@link Instrument#positionScale()}; negative when short. */
    public long signedUnits() {
        return signedUnits;
    }

    /** Whole lots held, cut towards zero: what a fee in base left of a lot cannot be traded. */
    public long signedLots() {
        return signedUnits / unitsPerLot;
    }

    /** What the open part cost; for a short, minus what it brought. */
    public long openCostUnits() {
        return openCostUnits;
    }

    /** Profit of what was closed, before fees in quote. */
    public long realisedUnits() {
        return realisedUnits;
    }

    public long feesQuoteUnits() {
        return feesQuoteUnits;
    }

    public long feesBaseUnits() {
        return feesBaseUnits;
    }

    /** Value at the mark of the underlying that is held, rounded down: price times quantity times multiplier, with its sign. */
    public long exposureUnits(long markTicks) {
        return Decimals.multiplyDivideFloor(
                signedUnits, Math.multiplyExact(markTicks, moneyUnitsPerTickLot), unitsPerLot);
    }

    /**
     * What the position is worth besides the cash it has moved: {@link #exposureUnits} of what was paid for, and only the open
     * profit of a future, for which nothing was paid. Cash flow and this add up to all profit less fees, for every instrument.
     */
    public long marketValueUnits(long markTicks) {
        return paidInFull ? exposureUnits(markTicks) : unrealisedUnits(markTicks);
    }

    public long unrealisedUnits(long markTicks) {
        return Math.subtractExact(exposureUnits(markTicks), openCostUnits);
    }

    /**
     * Quote currency that came in less what went out, fees in quote included. For what is paid for: sells less buys; for a
     * future: realised profit.
     */
    public long cashFlowUnits() {
        return cashFlow(openCostUnits, realisedUnits, feesQuoteUnits);
    }

    public Position toPosition(long markTicks) {
        return new Position(
                instrument.id(),
                signedUnits,
                instrument.positionScale(),
                money(openCostUnits),
                instrument.priceOf(markTicks),
                money(exposureUnits(markTicks)),
                money(marketValueUnits(markTicks)),
                money(unrealisedUnits(markTicks)),
                money(realisedUnits),
                money(feesQuoteUnits));
    }

    private Money money(long units) {
        return Money.of(units, instrument.quote());
    }

    public void save(StateWriter out) {
        out.putLong(signedUnits);
        out.putLong(openCostUnits);
        out.putLong(realisedUnits);
        out.putLong(feesQuoteUnits);
        out.putLong(feesBaseUnits);
        out.putBoolean(costLots != null);
        if (costLots != null) {
            costLots.save(out);
        }
    }

    /** Takes over a saved state; {@link IllegalStateException} when it was kept on another cost basis or does not add up. */
    public void load(StateReader in) {
        long units = in.getLong();
        long cost = in.getLong();
        long realised = in.getLong();
        long feesQuote = in.getLong();
        long feesBase = in.getLong();
        if (in.getBoolean() != (costLots != null)) {
            throw new IllegalStateException("the position of " + instrument.id() + " was kept on another cost basis");
        }
        if (costLots != null) {
            costLots.load(in, Math.abs(units), cost);
        }
        signedUnits = units;
        openCostUnits = cost;
        realisedUnits = realised;
        feesQuoteUnits = feesQuote;
        feesBaseUnits = feesBase;
    }
}
