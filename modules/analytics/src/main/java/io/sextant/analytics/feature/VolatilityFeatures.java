package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.VOLATILITY;

/** How much prices move, by what is known of a bar: closes, ranges, gaps. All per bar, not annualised. */
final class VolatilityFeatures {

    private static final double PARKINSON = 1 / (4 * Math.log(2));
    private static final double GARMAN_KLASS = 2 * Math.log(2) - 1;

    private VolatilityFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node step = g.step();
        for (int span : new int[] {5, 10, 20, 30, 60, 120, 250}) {
            list.add(VOLATILITY, "vol_" + span, "log", g.deviation(step, span));
        }
        for (int span : new int[] {5, 20, 60, 120}) {
            list.add(VOLATILITY, "vol_parkinson_" + span, "log", g.root(g.mean(parkinson(g), span)));
        }
        for (int span : new int[] {20, 60}) {
            list.add(VOLATILITY, "vol_garman_klass_" + span, "log", g.root(g.mean(garmanKlass(g), span)));
            list.add(VOLATILITY, "vol_rogers_satchell_" + span, "log", g.root(g.mean(rogersSatchell(g), span)));
        }
        for (int span : new int[] {20, 60, 120}) {
            list.add(VOLATILITY, "vol_yang_zhang_" + span, "log", yangZhang(g, span));
        }
        for (int span : new int[] {7, 14, 20, 50}) {
            list.add(VOLATILITY, "atr_share_" + span, "share", g.ratio(g.wilder(trueRange(g), span), g.close()));
        }
        int[][] pairs = {{5, 20}, {10, 60}, {20, 120}, {60, 250}};
        for (int[] pair : pairs) {
            list.add(
                    VOLATILITY,
                    "vol_ratio_" + pair[0] + "_" + pair[1],
                    "1",
                    g.ratio(g.deviation(step, pair[0]), g.deviation(step, pair[1])));
        }
        for (int span : new int[] {20, 60}) {
            list.add(VOLATILITY, "vol_down_" + span, "log", g.root(g.mean(g.square(g.loss(step)), span)));
            list.add(VOLATILITY, "vol_up_" + span, "log", g.root(g.mean(g.square(g.gain(step)), span)));
            Node bipower = g.times(g.mean(g.times(g.abs(step), g.abs(g.lag(step, 1))), span), Math.PI / 2);
            Node realised = g.mean(g.square(step), span);
            list.add(VOLATILITY, "vol_jump_" + span, "share", g.ratio(g.minus(realised, bipower), realised));
            list.add(
                    VOLATILITY,
                    "vol_of_vol_" + span,
                    "1",
                    g.ratio(g.deviation(g.deviation(step, 10), span), g.mean(g.deviation(step, 10), span)));
        }
        list.add(VOLATILITY, "vol_ewma_30", "log", g.root(g.ema(g.square(step), 30)));
        list.add(VOLATILITY, "vol_ewma_100", "log", g.root(g.ema(g.square(step), 100)));
        list.add(VOLATILITY, "vol_rank_20_250", "share", g.rank(g.deviation(step, 20), 250));
        list.add(VOLATILITY, "range_over_atr_14", "1", g.ratio(trueRange(g), g.wilder(trueRange(g), 14)));
        list.add(VOLATILITY, "vol_change_20", "log", g.change(g.ln(g.deviation(step, 20)), 20));
    }

    static Node trueRange(FeatureGraph g) {
        Node before = g.lag(g.close(), 1);
        return g.minus(g.greater(g.high(), before), g.lesser(g.low(), before));
    }

    /** Parkinson 1980. */
    private static Node parkinson(FeatureGraph g) {
        return g.times(g.square(g.minus(g.ln(g.high()), g.ln(g.low()))), PARKINSON);
    }

    /** Garman and Klass 1980. */
    private static Node garmanKlass(FeatureGraph g) {
        Node range = g.times(g.square(g.minus(g.ln(g.high()), g.ln(g.low()))), 0.5);
        Node body = g.times(g.square(g.minus(g.ln(g.close()), g.ln(g.open()))), GARMAN_KLASS);
        return g.minus(range, body);
    }

    /** Rogers and Satchell 1991: free of drift. */
    private static Node rogersSatchell(FeatureGraph g) {
        Node open = g.ln(g.open());
        Node close = g.ln(g.close());
        Node up = g.times(g.minus(g.ln(g.high()), close), g.minus(g.ln(g.high()), open));
        Node down = g.times(g.minus(g.ln(g.low()), close), g.minus(g.ln(g.low()), open));
        return g.plus(up, down);
    }

    /** Yang and Zhang 2000: gaps, bodies and ranges weighed for the least variance. */
    private static Node yangZhang(FeatureGraph g, int span) {
        Node gap = g.minus(g.ln(g.open()), g.lag(g.ln(g.close()), 1));
        Node body = g.minus(g.ln(g.close()), g.ln(g.open()));
        double k = 0.34 / (1.34 + (span + 1.0) / (span - 1.0));
        Node gaps = g.square(g.deviation(gap, span));
        Node bodies = g.times(g.square(g.deviation(body, span)), k);
        Node ranges = g.times(g.mean(rogersSatchell(g), span), 1 - k);
        return g.root(g.plus(gaps, g.plus(bodies, ranges)));
    }
}
