package io.sextant.risk.measure;

import io.sextant.analytics.preparation.Quantiles;
import java.util.Arrays;

/**
 * What was earned for the risk. Annual figures multiply by the periods of a year, deviations by their root; the growth rate compounds.
 * What has nothing below the line is NaN, not infinite praise.
 *
 * @param growth compounded, a year
 * @param sharpe mean above the riskless rate over the deviation
 * @param sortino the same over the root of the mean of min(r - riskless, 0)^2 of all periods
 * @param calmar growth over the deepest drawdown
 * @param omega what was gained above the riskless rate over what was lost below it (Keating and Shadwick 2002)
 * @param tailRatio the 95% quantile over the 5% quantile's size
 */
public record PerformanceRatios(
        double mean,
        double volatility,
        double growth,
        double sharpe,
        double sortino,
        double calmar,
        double omega,
        double tailRatio) {

    public static PerformanceRatios of(double[] returns, double risklessAYear, int periodsAYear) {
        double riskless = risklessAYear / periodsAYear;
        Moments moments = Moments.of(returns);
        double below = 0;
        double gained = 0;
        double lost = 0;
        double growth = 1;
        for (double each : returns) {
            double excess = each - riskless;
            below += Math.min(excess, 0) * Math.min(excess, 0);
            gained += Math.max(excess, 0);
            lost -= Math.min(excess, 0);
            growth = Math.max(0, growth * (1 + each));
        }
        double root = Math.sqrt(periodsAYear);
        double excess = moments.mean() - riskless;
        double yearly = Math.pow(growth, (double) periodsAYear / returns.length) - 1;
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double bad = Math.abs(Quantiles.at(sorted, 0.05));
        return new PerformanceRatios(
                moments.mean() * periodsAYear,
                moments.deviation() * root,
                yearly,
                over(excess * root, moments.deviation()),
                over(excess * root, Math.sqrt(below / returns.length)),
                over(yearly, -Drawdown.of(returns).deepest()),
                over(gained, lost),
                over(Math.abs(Quantiles.at(sorted, 0.95)), bad));
    }

    private static double over(double above, double below) {
        return below > 0 ? above / below : Double.NaN;
    }
}
