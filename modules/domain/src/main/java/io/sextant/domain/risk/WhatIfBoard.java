package io.sextant.domain.risk;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import java.util.List;
import java.util.Map;

/**
 * Cases that are only supposed, side by side, and what may become of the desk's worth in each. Amounts are estimates in the currency of the
 * reports, losses above zero. Without cases where nothing is held or too little is known of it.
 *
 * @param paths that each fan was drawn from
 * @param shares of the equity that is in each instrument now, above zero or below, of all that is held or that a case names
 * @param durations in years, of those of them that a person gave one
 * @param cases one for each that was asked for, in that order
 */
public record WhatIfBoard(
        long marketNanos,
        Currency currency,
        double equity,
        double confidence,
        int paths,
        Map<InstrumentId, Double> shares,
        Map<InstrumentId, Double> durations,
        List<Case> cases) {

    public WhatIfBoard {
        shares = Map.copyOf(shares);
        durations = Map.copyOf(durations);
        cases = List.copyOf(cases);
    }

    /** Why a case has no figures. */
    public enum Trouble {
        NONE,
        /** The desk is worth nothing then. */
        NOTHING_LEFT,
        /** An instrument that it names has too few days that the others have too. */
        TOO_FEW_DAYS,
        /** The past shows no two states that differ. */
        NO_WEATHER,
        /** The method has no weights for it. */
        NO_WEIGHTS
    }

    /**
     * @param result what the shock makes or loses at once
     * @param value what is left then
     * @param shares of that value in each instrument, what is kept as cash left out
     * @param normal tail of a day afterwards
     * @param lossChance that the worth lies below {@code value} at the end of the fan
     */
    public record Case(
            Supposition supposed,
            Trouble trouble,
            double result,
            double value,
            Map<InstrumentId, Double> shares,
            TailRisk normal,
            double lossChance,
            WorthFan fan) {

        public Case {
            shares = Map.copyOf(shares);
        }
    }

    /**
     * Where so many of the futures lie below.
     *
     * @param days from now
     * @param shares of the futures, rising
     * @param worth {@code worth[day][share]}
     */
    public record WorthFan(int[] days, double[] shares, double[][] worth) {

        /** Where nothing is left that could become anything. */
        public static final WorthFan NONE = new WorthFan(new int[0], new double[0], new double[0][]);

        /** The worth at the end below which this share of the futures lies; NaN where it is not drawn. */
        public double last(double share) {
            for (int i = 0; i < shares.length && days.length > 0; i++) {
                if (shares[i] == share) {
                    return worth[days.length - 1][i];
                }
            }
            return Double.NaN;
        }
    }
}
