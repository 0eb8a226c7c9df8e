package io.sextant.risk.backtest;

import java.util.List;

/**
 * Whether the expected shortfall was large enough (Acerbi and Szekely 2014). The first statistic looks at breaches only, the second also
 * at how many there were; both are 0 on average when the forecasts hold and below when losses were larger.
 *
 * @param given breaches, the mean of outcome over shortfall, plus one; NaN without a breach
 * @param unconditional the sum of the same over what was expected, plus one
 */
public record AcerbiSzekely(double given, double unconditional) {

    /** Below it the second statistic speaks against the forecasts at 5%, for all tails that the paper tried. */
    public static final double CRITICAL = -0.70;

    public static AcerbiSzekely of(List<TailForecast> forecasts, double confidence) {
        double sum = 0;
        int breaches = 0;
        for (TailForecast forecast : forecasts) {
            if (forecast.isBreach()) {
                sum += forecast.outcome() / forecast.expectedShortfall();
                breaches++;
            }
        }
        return new AcerbiSzekely(
                breaches == 0 ? Double.NaN : sum / breaches + 1, sum / (forecasts.size() * (1 - confidence)) + 1);
    }

    public boolean speaksAgainst() {
        return unconditional < CRITICAL;
    }
}
