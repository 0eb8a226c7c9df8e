package io.sextant.analytics.survey;

import io.sextant.analytics.feature.Feature;
import io.sextant.domain.market.BarSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * A feature looked at over a past.
 *
 * @param column its numbers, one a bar
 * @param coefficients over several horizons, the shortest first
 */
public record FeatureSurvey(
        Feature feature,
        BarSeries bars,
        double[] column,
        Distribution distribution,
        List<Period> periods,
        InformationCoefficient coefficient,
        List<InformationCoefficient> coefficients,
        List<Bucket> buckets) {

    /** Over how many bars what came next is looked at. */
    public static final List<Integer> HORIZONS = List.of(1, 2, 5, 10, 20, 50, 100, 200);

    private static final int BINS = 48;
    private static final int PARTS = 10;

    /** @param horizonBars of the single coefficient, the periods and the buckets */
    public static FeatureSurvey of(
            Feature feature, BarSeries bars, double[] column, int horizonBars, int periods, SurveyWatch watch) {
        double[] returns = ForwardReturns.of(bars.close(), bars.size(), horizonBars);
        Distribution distribution = Distribution.of(column, BINS);
        watch.check(0.1);
        List<Period> inPeriods = Period.of(column, returns, horizonBars, periods);
        watch.check(0.2);
        InformationCoefficient coefficient = InformationCoefficient.of(column, returns, horizonBars);
        List<Bucket> buckets = Bucket.of(column, returns, horizonBars, PARTS);
        List<InformationCoefficient> coefficients = new ArrayList<>();
        for (int horizon : HORIZONS) {
            watch.check(0.3 + 0.7 * coefficients.size() / HORIZONS.size());
            coefficients.add(
                    InformationCoefficient.of(column, ForwardReturns.of(bars.close(), bars.size(), horizon), horizon));
        }
        return new FeatureSurvey(
                feature, bars, column, distribution, inPeriods, coefficient, List.copyOf(coefficients), buckets);
    }
}
