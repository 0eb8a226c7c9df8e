package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.TREND;

/** Which way prices lean, and how surely. */
final class TrendFeatures {

    private TrendFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node close = g.close();
        Node price = g.ln(close);
        for (int span : new int[] {5, 10, 20, 50, 100, 200}) {
            list.add(TREND, "over_sma_" + span, "log", g.minus(price, g.ln(g.mean(close, span))));
            list.add(TREND, "over_ema_" + span, "log", g.minus(price, g.ln(g.ema(close, span))));
        }
        for (int span : new int[] {20, 50, 200}) {
            list.add(TREND, "sma_slope_" + span, "log", g.change(g.ln(g.mean(close, span)), 5));
        }
        int[][] pairs = {{5, 20}, {10, 50}, {20, 100}, {50, 200}};
        for (int[] pair : pairs) {
            list.add(
                    TREND,
                    "sma_" + pair[0] + "_over_" + pair[1],
                    "log",
                    g.minus(g.ln(g.mean(close, pair[0])), g.ln(g.mean(close, pair[1]))));
            list.add(
                    TREND,
                    "ema_" + pair[0] + "_over_" + pair[1],
                    "log",
                    g.minus(g.ln(g.ema(close, pair[0])), g.ln(g.ema(close, pair[1]))));
        }
        for (int span : new int[] {20, 60, 120}) {
            list.add(TREND, "line_slope_" + span, "log", g.slope(price, span));
            list.add(TREND, "line_fit_" + span, "share", g.fit(price, span));
        }
        for (int span : new int[] {20, 60}) {
            list.add(TREND, "off_line_" + span, "log", g.offLine(price, span));
        }
        for (int lag : new int[] {2, 5, 10}) {
            Node longer = g.square(g.deviation(g.logReturn(lag), 120));
            Node shorter = g.times(g.square(g.deviation(g.step(), 120)), lag);
            list.add(TREND, "variance_ratio_" + lag, "1", g.ratio(longer, shorter));
        }
        addDirection(list);
        for (int span : new int[] {14, 25}) {
            Node up = g.less(g.times(g.sinceHighest(g.high(), span + 1), -1), -1);
            Node down = g.less(g.times(g.sinceLowest(g.low(), span + 1), -1), -1);
            list.add(TREND, "aroon_" + span, "1", g.minus(up, down));
        }
    }

    /** Wilder 1978: the directional movement system. */
    private static void addDirection(FeatureList list) {
        FeatureGraph g = list.graph();
        Node up = g.change(g.high(), 1);
        Node down = g.times(g.change(g.low(), 1), -1);
        Node plus = g.times(g.gain(up), g.isAbove(up, down));
        Node minus = g.times(g.gain(down), g.isAbove(down, up));
        Node range = g.wilder(VolatilityFeatures.trueRange(g), 14);
        Node plusShare = g.ratio(g.wilder(plus, 14), range);
        Node minusShare = g.ratio(g.wilder(minus, 14), range);
        Node direction = g.ratio(g.abs(g.minus(plusShare, minusShare)), g.plus(plusShare, minusShare));
        list.add(TREND, "plus_di_14", "share", plusShare);
        list.add(TREND, "minus_di_14", "share", minusShare);
        list.add(TREND, "adx_14", "share", g.wilder(direction, 14));
    }
}
