package io.sextant.domain.instrument;

import io.sextant.domain.money.Decimals;

/**
 * What a venue charges for a fill: a share of what is traded in parts per million (negative for a rebate), and an amount a lot
 * in the quote currency. Rounded up to one ledger unit, which is against us both ways: a fee is never understated and a rebate
 * never overstated.
 */
public record FeeSchedule(
        long makerPartsPerMillion, long takerPartsPerMillion, long moneyUnitsPerLot, FeeCurrency charged) {

    public enum FeeCurrency {
        QUOTE,
        /** Taken from what was bought, as spot exchanges do; a sale is still charged in quote. */
        BASE_WHEN_BUYING
    }

    public static final FeeSchedule FREE = new FeeSchedule(0, 0, 0, FeeCurrency.QUOTE);
    private static final long MILLION = 1_000_000;

    public FeeSchedule {
        if (!isShare(makerPartsPerMillion) || !isShare(takerPartsPerMillion) || moneyUnitsPerLot < 0) {
            throw new IllegalArgumentException("a fee cannot exceed the notional or be negative a lot");
        }
        if (charged == FeeCurrency.BASE_WHEN_BUYING && moneyUnitsPerLot != 0) {
            throw new IllegalArgumentException("a fee a lot is in quote and cannot be taken from what was bought");
        }
    }

    private static boolean isShare(long partsPerMillion) {
        return partsPerMillion >= -MILLION && partsPerMillion <= MILLION;
    }

    public static FeeSchedule tenthsOfBps(long makerTenthsOfBps, long takerTenthsOfBps) {
        return new FeeSchedule(
                Math.multiplyExact(makerTenthsOfBps, 10),
                Math.multiplyExact(takerTenthsOfBps, 10),
                0,
                FeeCurrency.QUOTE);
    }

    public static FeeSchedule perLot(long moneyUnitsPerLot) {
        return new FeeSchedule(0, 0, moneyUnitsPerLot, FeeCurrency.QUOTE);
    }

    /**
     * Fee on a fill of {@code lots} worth {@code tradedUnits}: the notional in quote, or what was bought in base for a fee in
     * base; the fee is in the same units. The sign of a notional at a negative price does not turn a fee into a rebate.
     */
    public long feeUnits(long tradedUnits, long lots, boolean maker) {
        long rate = maker ? makerPartsPerMillion : takerPartsPerMillion;
        long share = Decimals.multiplyDivideCeiling(Math.absExact(tradedUnits), rate, MILLION);
        return Math.addExact(share, Math.multiplyExact(moneyUnitsPerLot, lots));
    }
}
