package io.sextant.analytics.luck;

import io.sextant.analytics.distribution.Normal;

/**
 * The Sharpe ratio of the best of many, held against what the best of as many without any skill would show (Bailey and Lopez de Prado
 * 2014).
 *
 * @param trials how many were tried
 * @param luckySharpe what the best of them would be expected to show by luck alone, a period's
 * @param probability how sure it is that the ratio behind the returns is above that
 */
public record DeflatedSharpe(int trials, double luckySharpe, double probability) {

    private static final double EULER = 0.5772156649015329;

    /** @param deviationOfTrials of the ratios of all that was tried, a period's */
    public static DeflatedSharpe of(SharpeEvidence best, int trials, double deviationOfTrials) {
        double lucky = expectedBest(trials, deviationOfTrials);
        return new DeflatedSharpe(trials, lucky, best.probabilityAbove(lucky));
    }

    /** The largest of so many normal numbers around nought, as extreme value theory has it; 0 of one alone. */
    public static double expectedBest(int trials, double deviation) {
        if (trials < 1 || !(deviation >= 0)) {
            throw new IllegalArgumentException("nothing is the best of " + trials + " that differ by " + deviation);
        }
        if (trials == 1) {
            return 0;
        }
        return deviation
                * ((1 - EULER) * Normal.quantile(1 - 1.0 / trials)
                        + EULER * Normal.quantile(1 - 1 / (trials * Math.E)));
    }

    /** The deviation of ratios from their mean, n - 1 below; 0 of one alone. */
    public static double deviation(double[] sharpes) {
        double mean = 0;
        for (double each : sharpes) {
            mean += each / sharpes.length;
        }
        double squares = 0;
        for (double each : sharpes) {
            squares += (each - mean) * (each - mean);
        }
        return sharpes.length < 2 ? 0 : Math.sqrt(squares / (sharpes.length - 1));
    }
}
