package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.RETURNS;

/** How far prices went, over many spans, and how those steps are spread. */
final class ReturnFeatures {

    private static final int[] SPANS = {1, 2, 3, 5, 10, 20, 30, 60, 120, 180, 250};

    private ReturnFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        for (int span : SPANS) {
            list.add(RETURNS, "ret_" + span, "log", g.logReturn(span));
        }
        list.add(RETURNS, "ret_gap", "log", g.minus(g.ln(g.open()), g.lag(g.ln(g.close()), 1)));
        list.add(RETURNS, "ret_body", "log", g.minus(g.ln(g.close()), g.ln(g.open())));
        for (int span : new int[] {1, 5, 10, 20, 60}) {
            Node high = span == 1 ? g.high() : g.highest(g.high(), span);
            Node low = span == 1 ? g.low() : g.lowest(g.low(), span);
            list.add(RETURNS, "range_" + span, "log", g.minus(g.ln(high), g.ln(low)));
        }
        Node step = g.step();
        for (int span : new int[] {20, 60, 120}) {
            list.add(RETURNS, "ret_mean_" + span, "log", g.mean(step, span));
            list.add(RETURNS, "ret_skew_" + span, "1", g.skewness(step, span));
            list.add(RETURNS, "ret_kurt_" + span, "1", g.kurtosis(step, span));
            list.add(RETURNS, "ret_ac1_" + span, "1", g.correlation(step, g.lag(step, 1), span));
            list.add(RETURNS, "ret_z_" + span, "sd", g.score(step, span));
        }
        for (int span : new int[] {20, 60}) {
            list.add(RETURNS, "ret_abs_" + span, "log", g.mean(g.abs(step), span));
            list.add(RETURNS, "ret_best_" + span, "log", g.highest(step, span));
            list.add(RETURNS, "ret_worst_" + span, "log", g.lowest(step, span));
            list.add(RETURNS, "ret_abs_ac1_" + span, "1", g.correlation(g.abs(step), g.lag(g.abs(step), 1), span));
        }
        for (int span : new int[] {10, 20, 60}) {
            list.add(RETURNS, "ret_up_share_" + span, "share", g.mean(g.isAbove(step, 0), span));
        }
        for (int span : new int[] {60, 250}) {
            list.add(RETURNS, "ret_rank_" + span, "share", g.rank(step, span));
        }
        list.add(RETURNS, "ret_run", "bars", g.run(step));
    }
}
