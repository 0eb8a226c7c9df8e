package io.sextant.ui.panel.alerts;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertCondition.IndicatorAt;
import io.sextant.domain.alert.AlertCondition.PriceAt;
import io.sextant.domain.alert.AlertPlan.Repetition;
import io.sextant.domain.alert.PastFirings;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Query;
import java.util.List;
import java.util.Optional;

/** How often a condition would have fired lately, where bars tell. */
final class PastLook {

    static final int DAYS = 30;
    private static final long WINDOW_NANOS = DAYS * Timeframe.D1.nominalNanos();
    private static final int MOST_BARS = 12_000;
    private static final int WARM_UPS = 20;

    /**
     * What was found.
     *
     * @param days that were looked at
     * @param lastNanos the newest time, zero for never
     */
    record Found(int times, int days, long lastNanos) {}

    private PastLook() {}

    /** The bars that it takes; empty where no past is kept of such a condition. */
    static Optional<Query.Bars> question(AlertCondition condition) {
        return switch (condition) {
            case PriceAt at -> Optional.of(new Query.Bars(at.instrument(), Timeframe.M5, Long.MAX_VALUE, MOST_BARS));
            case IndicatorAt at ->
                FeatureCatalog.find(at.feature())
                        .filter(feature -> feature.isWithin(Feature.ofBarsAlone()))
                        .map(feature ->
                                new Query.Bars(at.instrument(), at.timeframe(), Long.MAX_VALUE, bars(at, feature)));
            case AlertCondition.MoveBy _,
                    AlertCondition.SkillIs _,
                    AlertCondition.RiskAt _,
                    AlertCondition.LimitUsed _,
                    AlertCondition.Drifted _,
                    AlertCondition.RegimeBegins _,
                    AlertCondition.Filled _,
                    AlertCondition.FeedTroubled _,
                    AlertCondition.NewsOf _ -> Optional.empty();
        };
    }

    private static int bars(IndicatorAt at, Feature feature) {
        long inWindow = WINDOW_NANOS / at.timeframe().nominalNanos() + 1;
        return (int) Math.min(MOST_BARS, inWindow + (long) feature.warmUpBars() * WARM_UPS);
    }

    /** Empty where there are no bars. */
    static Optional<Found> find(AlertCondition condition, Repetition how, BarSeries all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int from = all.indexAtOrAfter(all.lastTimeNanos() - WINDOW_NANOS);
        BarSeries bars = all.copyOfRange(from, all.size());
        Repetition often = new Repetition(false, how.band(), how.pause());
        long[] fired = switch (condition) {
            case PriceAt at ->
                PastFirings.of(
                        at.test(), often, bars.openTimeNanos(), bars.low(), bars.high(), bars.close(), bars.size());
            case IndicatorAt at -> indicator(at, often, all, from);
            default -> new long[0];
        };
        long span = bars.lastTimeNanos() - bars.firstTimeNanos();
        int days = (int) Math.max(1, Math.round((double) span / Timeframe.D1.nominalNanos()));
        return Optional.of(new Found(fired.length, days, fired.length == 0 ? 0 : fired[fired.length - 1]));
    }

    private static long[] indicator(IndicatorAt at, Repetition often, BarSeries all, int from) {
        Feature feature = FeatureCatalog.find(at.feature()).orElseThrow();
        double[] whole = FeatureColumns.of(all, List.of(feature)).get(0);
        int size = all.size() - from;
        double[] column = new double[size];
        long[] times = new long[size];
        System.arraycopy(whole, from, column, 0, size);
        System.arraycopy(all.openTimeNanos(), from, times, 0, size);
        return PastFirings.of(at.test(), often, times, column, column, column, size);
    }
}
