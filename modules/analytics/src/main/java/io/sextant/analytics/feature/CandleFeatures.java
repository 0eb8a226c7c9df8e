package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.CANDLES;

/** The shape of bars. Shares are of the bar's own range; a bar without a range has no shape. */
final class CandleFeatures {

    private CandleFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node range = g.minus(g.high(), g.low());
        Node top = g.greater(g.open(), g.close());
        Node bottom = g.lesser(g.open(), g.close());
        Node body = g.ratio(g.minus(g.close(), g.open()), range);
        Node upper = g.ratio(g.minus(g.high(), top), range);
        Node lower = g.ratio(g.minus(bottom, g.low()), range);
        list.add(CANDLES, "body", "share", body);
        list.add(CANDLES, "upper_wick", "share", upper);
        list.add(CANDLES, "lower_wick", "share", lower);
        list.add(CANDLES, "close_place", "1", closePlace(g));
        for (int span : new int[] {5, 20}) {
            list.add(CANDLES, "body_mean_" + span, "share", g.mean(body, span));
            list.add(CANDLES, "wick_lean_" + span, "share", g.mean(g.minus(lower, upper), span));
            list.add(CANDLES, "close_place_mean_" + span, "1", g.mean(closePlace(g), span));
        }
        Node highBefore = g.lag(g.high(), 1);
        Node lowBefore = g.lag(g.low(), 1);
        Node inside = g.times(g.isAbove(highBefore, g.high()), g.isAbove(g.low(), lowBefore));
        Node outside = g.times(g.isAbove(g.high(), highBefore), g.isAbove(lowBefore, g.low()));
        list.add(CANDLES, "inside_bar", "flag", inside);
        list.add(CANDLES, "outside_bar", "flag", outside);
        list.add(CANDLES, "inside_share_20", "share", g.mean(inside, 20));
        Node gapUp = g.isAbove(g.low(), highBefore);
        Node gapDown = g.isAbove(lowBefore, g.high());
        list.add(CANDLES, "open_gap", "sign", g.minus(gapUp, gapDown));
        Node closeBefore = g.lag(g.close(), 1);
        Node openBefore = g.lag(g.open(), 1);
        Node coversTop = g.isAbove(top, g.greater(openBefore, closeBefore));
        Node coversBottom = g.isAbove(g.lesser(openBefore, closeBefore), bottom);
        list.add(
                CANDLES,
                "engulfing",
                "sign",
                g.times(g.times(coversTop, coversBottom), g.sign(g.minus(g.close(), g.open()))));
        Node small = g.isAbove(g.times(g.abs(body), -1), -0.1);
        list.add(CANDLES, "doji", "flag", small);
        list.add(CANDLES, "doji_share_20", "share", g.mean(small, 20));
        Node little = g.isAbove(g.times(g.abs(body), -1), -1.0 / 3);
        list.add(CANDLES, "hammer", "flag", g.times(little, g.isAbove(lower, 2.0 / 3)));
        list.add(CANDLES, "shooting_star", "flag", g.times(little, g.isAbove(upper, 2.0 / 3)));
        list.add(CANDLES, "range_z_20", "sd", g.score(range, 20));
        list.add(CANDLES, "narrowest_7", "flag", g.isAbove(g.times(g.minus(range, g.lowest(range, 7)), -1), -1e-300));
        list.add(
                CANDLES,
                "overlap",
                "share",
                g.ratio(g.minus(g.lesser(g.high(), highBefore), g.greater(g.low(), lowBefore)), range));
        list.add(CANDLES, "green_share_10", "share", g.mean(g.isAbove(g.minus(g.close(), g.open()), 0), 10));
        list.add(CANDLES, "higher_lows_10", "share", g.mean(g.isAbove(g.low(), lowBefore), 10));
        list.add(CANDLES, "higher_highs_10", "share", g.mean(g.isAbove(g.high(), highBefore), 10));
    }

    /** 1 where the bar closed at its high, -1 at its low. */
    static Node closePlace(FeatureGraph g) {
        Node range = g.minus(g.high(), g.low());
        Node lean = g.minus(g.minus(g.close(), g.low()), g.minus(g.high(), g.close()));
        return g.ratio(lean, range);
    }
}
