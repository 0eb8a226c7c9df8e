package io.sextant.domain.instrument;

import io.sextant.domain.money.Decimals;

/**
 * What a venue charges for a fill: a share of the notional in parts per million (negative for a rebate) and an amount a lot,
 * both in the quote currency unless {@code charged} says base. Rounded against us to one ledger unit, so a fee is never
 * understated.
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
        if (Math.abs(makerPartsPerMillion) > MILLION
                || Math.abs(takerPartsPerMillion) > MILLION
                || moneyUnitsPerLot < 0) {
            throw new IllegalArgumentException("a fee cannot exceed the notional or be negative a lot");
        }
    }

    public static FeeSchedule basisPoints(long makerTenthsOfBps, long takerTenthsOfBps) {
        return new FeeSchedule(makerTenthsOfBps * 10, takerTenthsOfBps * 10, 0, FeeCurrency.QUOTE);
    }

    public static FeeSchedule perLot(long moneyUnitsPerLot) {
        return new FeeSchedule(0, 0, moneyUnitsPerLot, FeeCurrency.QUOTE);
    }

    /** Fee on {@code notionalUnits} (or base units, for a fee in base) and {@code lots}, in the same units. */
    public long feeUnits(long notionalUnits, long lots, boolean maker) {
        long rate = maker ? makerPartsPerMillion : takerPartsPerMillion;
        long share = Decimals.multiplyDivideCeiling(notionalUnits, rate, MILLION);
        return Math.addExact(share, Math.multiplyExact(moneyUnitsPerLot, lots));
    }
}
