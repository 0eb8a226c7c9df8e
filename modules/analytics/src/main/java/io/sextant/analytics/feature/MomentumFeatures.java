package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.MOMENTUM;

/** Where prices stand in what they went through. */
final class MomentumFeatures {

    private MomentumFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node price = g.ln(g.close());
        Node step = g.step();
        list.add(MOMENTUM, "mom_250_20", "log", g.minus(g.logReturn(250), g.logReturn(20)));
        list.add(MOMENTUM, "mom_120_10", "log", g.minus(g.logReturn(120), g.logReturn(10)));
        for (int span : new int[] {20, 60, 120, 250}) {
            list.add(MOMENTUM, "below_high_" + span, "log", g.minus(price, g.ln(g.highest(g.high(), span))));
            list.add(MOMENTUM, "above_low_" + span, "log", g.minus(price, g.ln(g.lowest(g.low(), span))));
            list.add(MOMENTUM, "reward_" + span, "1", g.ratio(g.mean(step, span), g.deviation(step, span)));
        }
        for (int span : new int[] {20, 60, 250}) {
            list.add(MOMENTUM, "since_high_" + span, "share", g.sinceHighest(g.high(), span));
            list.add(MOMENTUM, "since_low_" + span, "share", g.sinceLowest(g.low(), span));
        }
        for (int span : new int[] {10, 20, 60, 120, 250}) {
            Node low = g.lowest(g.low(), span);
            list.add(
                    MOMENTUM,
                    "range_place_" + span,
                    "share",
                    g.ratio(g.minus(g.close(), low), g.minus(g.highest(g.high(), span), low)));
        }
        for (int span : new int[] {20, 55}) {
            Node above = g.isAbove(g.close(), g.lag(g.highest(g.high(), span), 1));
            Node below = g.isAbove(g.lag(g.lowest(g.low(), span), 1), g.close());
            list.add(MOMENTUM, "breakout_" + span, "sign", g.minus(above, below));
        }
        for (int span : new int[] {5, 20}) {
            list.add(MOMENTUM, "acceleration_" + span, "log", g.change(g.logReturn(span), span));
        }
        for (int span : new int[] {10, 20, 60}) {
            Node way = g.total(g.abs(step), span);
            list.add(MOMENTUM, "efficiency_" + span, "share", g.ratio(g.abs(g.logReturn(span)), way));
        }
    }
}
