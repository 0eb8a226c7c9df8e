package io.sextant.analytics.statistics;

import io.sextant.analytics.distribution.Tails;

/**
 * Are the values normal? n/6 (skewness^2 + (kurtosis - 3)^2/4) with moments divided by n, chi-squared with two degrees of freedom when they
 * are (Jarque and Bera 1980). {@code kurtosis} is 3 for a normal distribution.
 */
public record JarqueBera(double statistic, double pValue, double skewness, double kurtosis) {

    public static JarqueBera test(double[] values) {
        Series.check(values, 4, "a test of normality");
        double[] centred = Series.centred(values);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double each : centred) {
            double square = each * each;
            second += square;
            third += square * each;
            fourth += square * square;
        }
        if (!(second > 0)) {
            throw new IllegalArgumentException("the series does not move, so it has no shape");
        }
        int n = values.length;
        second /= n;
        double skewness = third / n / Math.pow(second, 1.5);
        double kurtosis = fourth / n / (second * second);
        double excess = kurtosis - 3;
        double statistic = n / 6.0 * (skewness * skewness + excess * excess / 4);
        return new JarqueBera(statistic, Tails.chiSquared(statistic, 2), skewness, kurtosis);
    }
}
