package io.sextant.domain.risk;

import io.sextant.domain.money.Currency;
import java.util.List;

/**
 * Cases that are only supposed, side by side, and what may become of the desk's worth in each. Amounts are estimates in the currency of the
 * reports, losses above zero. Without cases where nothing is held or too little is known of it.
 *
 * @param paths that each fan was drawn from
 * @param cases one for each shock that was asked for, in that order
 */
public record WhatIfBoard(
        long marketNanos, Currency currency, double equity, double confidence, int paths, List<Case> cases) {

    public WhatIfBoard {
        cases = List.copyOf(cases);
    }

    /**
     * @param result what the shock makes or loses at once
     * @param value what is left then
     * @param normal tail of a day afterwards
     * @param lossChance that the worth lies below {@code value} at the end of the fan
     */
    public record Case(
            RiskShock shock, double result, double value, TailRisk normal, double lossChance, WorthFan fan) {}

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
