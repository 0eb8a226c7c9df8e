package io.sextant.risk.backtest;

import io.sextant.analytics.distribution.Tails;
import java.util.List;

/**
 * Whether breaches are as many as promised (Kupiec 1995: proportion of failures), whether one makes the next more likely (Christoffersen
 * 1998: independence), and both together (conditional coverage). Likelihood ratios with their chi-squared probabilities.
 */
public record Coverage(
        int observations,
        int breaches,
        double kupiec,
        double kupiecProbability,
        double independence,
        double independenceProbability,
        double conditional,
        double conditionalProbability) {

    public static Coverage of(List<TailForecast> forecasts, double confidence) {
        boolean[] breach = new boolean[forecasts.size()];
        for (int i = 0; i < breach.length; i++) {
            breach[i] = forecasts.get(i).isBreach();
        }
        return of(breach, confidence);
    }

    /** In the order of time. */
    public static Coverage of(boolean[] breach, double confidence) {
        int n = breach.length;
        int count = 0;
        int[][] moves = new int[2][2];
        for (int i = 0; i < n; i++) {
            count += breach[i] ? 1 : 0;
            if (i > 0) {
                moves[breach[i - 1] ? 1 : 0][breach[i] ? 1 : 0]++;
            }
        }
        double share = n == 0 ? 0 : (double) count / n;
        double kupiec =
                Math.max(0, 2 * (logChance(n - count, count, share) - logChance(n - count, count, 1 - confidence)));
        double calm = share(moves[0][1], moves[0][0]);
        double after = share(moves[1][1], moves[1][0]);
        double any = share(moves[0][1] + moves[1][1], moves[0][0] + moves[1][0]);
        double independence = Math.max(
                0,
                2
                        * (logChance(moves[0][0], moves[0][1], calm)
                                + logChance(moves[1][0], moves[1][1], after)
                                - logChance(moves[0][0] + moves[1][0], moves[0][1] + moves[1][1], any)));
        return new Coverage(
                n,
                count,
                kupiec,
                Tails.chiSquared(kupiec, 1),
                independence,
                Tails.chiSquared(independence, 1),
                kupiec + independence,
                Tails.chiSquared(kupiec + independence, 2));
    }

    private static double share(int some, int others) {
        return some + others == 0 ? 0 : (double) some / (some + others);
    }

    private static double logChance(int without, int with, double chance) {
        return times(without, 1 - chance) + times(with, chance);
    }

    private static double times(int count, double chance) {
        return count == 0 ? 0 : count * Math.log(chance);
    }
}
