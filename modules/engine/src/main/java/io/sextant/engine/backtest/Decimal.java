package io.sextant.engine.backtest;

import io.sextant.domain.market.BarSeries;

/** How finely numbers are written. */
final class Decimal {

    private Decimal() {}

    /** Decimals of the prices, at most {@code most}. */
    static int places(BarSeries bars, int most) {
        int places = 0;
        for (double[] column : new double[][] {bars.open(), bars.high(), bars.low(), bars.close()}) {
            double power = Math.pow(10, places);
            for (int i = 0; i < bars.size() && places < most; i++) {
                while (places < most && Math.rint(column[i] * power) / power != column[i]) {
                    places++;
                    power *= 10;
                }
            }
        }
        return places;
    }

    static double highest(double[] column, int size) {
        double highest = 0;
        for (int i = 0; i < size; i++) {
            highest = Math.max(highest, Double.isNaN(column[i]) ? 0 : column[i]);
        }
        return highest;
    }
}
