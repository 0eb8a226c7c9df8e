package io.sextant.risk.measure;

import java.util.Arrays;

/**
 * What it costs to get out. Half the spread in bad times is added to the value at risk (Bangia, Diebold, Schuermann and Stroughair 1999),
 * and what needs several periods to sell at an even pace keeps the root of (T + 1)(2T + 1) / 6T of its risk of one period (Haeberle and
 * Persson 2000).
 *
 * @param spread of each asset as a fraction of its price, on average
 * @param spreadDeviation of the same
 * @param periods that the sale of each asset takes, from 1
 */
public record LiquidityCost(double[] spread, double[] spreadDeviation, double[] periods) {

    /** How many deviations the spread is wider in bad times; the paper finds 2 to 4.5. */
    public static final double BAD_TIMES = 3;

    public LiquidityCost {
        for (int i = 0; i < spread.length; i++) {
            if (!(spread[i] >= 0 && spread[i] < 2 && spreadDeviation[i] >= 0 && periods[i] >= 1)) {
                throw new CannotMeasure(
                        "A spread and its deviation are fractions from 0, and a sale takes one period or more.");
            }
        }
    }

    /** Weights as large as if all were sold in the first period. */
    public double[] stretched(double[] weights) {
        double[] stretched = new double[weights.length];
        Arrays.setAll(
                stretched, i -> weights[i] * Math.sqrt((periods[i] + 1) * (2 * periods[i] + 1) / (6 * periods[i])));
        return stretched;
    }

    /** Half of each spread, as wide as in bad times, as a fraction of the portfolio's value. */
    public double spreadCost(double[] weights) {
        double cost = 0;
        for (int i = 0; i < weights.length; i++) {
            cost += Math.abs(weights[i]) * (spread[i] + BAD_TIMES * spreadDeviation[i]) / 2;
        }
        return cost;
    }
}
