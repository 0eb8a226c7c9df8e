package io.sextant.forecasting.evaluation;

import java.util.List;

/**
 * What trading the told side would have brought: long or short with one constant stake, at the close at which the forecast stood. Of
 * forecasts several steps ahead one part of the stake follows each of the last ones (Jegadeesh and Titman 1993). Every change of the
 * position costs, also the last one, and a hole between two forecasts closes it. No slippage, funding or borrowing.
 */
final class SignTrading {

    private static final double BASIS_POINT = 1e-4;

    private SignTrading() {}

    /** A forecast's origin, the side it told (-1, 0, 1), and the price then and a step later. */
    record Signal(int origin, int side, double price, double nextPrice) {}

    /** As a share of the stake. */
    static double netProfit(List<Signal> signals, int horizon, double costBps) {
        double profit = 0;
        double position = 0;
        int[] sides = new int[horizon];
        int previous = Integer.MIN_VALUE;
        double cost = costBps * BASIS_POINT;
        for (Signal signal : signals) {
            if (signal.origin() != previous + 1) {
                profit -= cost * Math.abs(position);
                position = 0;
                sides = new int[horizon];
            }
            previous = signal.origin();
            sides[Math.floorMod(signal.origin(), horizon)] = signal.side();
            double wanted = 0;
            for (int side : sides) {
                wanted += (double) side / horizon;
            }
            profit -= cost * Math.abs(wanted - position);
            position = wanted;
            profit += position * (signal.nextPrice() / signal.price() - 1);
        }
        return profit - cost * Math.abs(position);
    }
}
