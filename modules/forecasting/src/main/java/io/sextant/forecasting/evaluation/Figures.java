package io.sextant.forecasting.evaluation;

/**
 * What forecasts of one step were worth. Sizes are in the unit of the column, forecasts being medians; the tests of Diebold and Mariano and
 * of Clark and West compare squared errors on the scale that models work on, where a price of 1 and one of 60,000 weigh alike.
 *
 * @param step how many steps ahead
 * @param forecasts how many came true or not
 * @param r2 one less the squared errors over those of the test part's own mean, which says nothing about prices: naive's stands beside it
 * @param mase absolute error over that of the last value inside the training part (Hyndman and Koehler 2006)
 * @param rmseOverNaive below 1 the errors were smaller
 * @param lossOverNaive the same on the scale that models work on
 * @param pinball mean over the levels of a forecast
 * @param logScore mean; higher is better
 * @param coverage50 share of values inside the middle half of the distribution
 * @param netProfit of trading the side, as a share of the stake; NaN where a value is not above zero
 */
public record Figures(
        int step,
        int forecasts,
        double rmse,
        double mae,
        double r2,
        double mase,
        double rmseOverNaive,
        double lossOverNaive,
        DieboldMariano dieboldMariano,
        ClarkWest clarkWest,
        DieboldMariano dieboldMarianoCrps,
        double pinball,
        double crps,
        double crpsOverNaive,
        double logScore,
        HitRate hitRate,
        double coverage50,
        double coverage80,
        double coverage95,
        double netProfit) {}
