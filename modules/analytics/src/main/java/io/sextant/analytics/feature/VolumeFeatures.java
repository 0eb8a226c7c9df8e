package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.VOLUME;

/** How much was traded, when, and on which side of the bar. */
final class VolumeFeatures {

    private VolumeFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node volume = g.volume();
        Node step = g.step();
        Node money = g.times(volume, g.close());
        for (int span : new int[] {20, 60, 250}) {
            list.add(VOLUME, "volume_z_" + span, "sd", g.score(volume, span));
        }
        int[][] pairs = {{1, 20}, {5, 20}, {20, 60}, {60, 250}};
        for (int[] pair : pairs) {
            Node near = pair[0] == 1 ? volume : g.mean(volume, pair[0]);
            list.add(VOLUME, "volume_" + pair[0] + "_over_" + pair[1], "1", g.ratio(near, g.mean(volume, pair[1])));
        }
        list.add(VOLUME, "turnover_20", "log money", g.ln(g.mean(money, 20)));
        list.add(VOLUME, "volume_rank_250", "share", g.rank(volume, 250));
        list.add(VOLUME, "volume_over_its_time", "1", g.overItsMinute(volume));
        Node signed = g.times(g.sign(step), volume);
        for (int span : new int[] {10, 20, 60}) {
            list.add(VOLUME, "obv_share_" + span, "1", g.ratio(g.total(signed, span), g.total(volume, span)));
        }
        Node flow = g.times(CandleFeatures.closePlace(g), volume);
        for (int span : new int[] {10, 20}) {
            list.add(VOLUME, "cmf_" + span, "1", g.ratio(g.total(flow, span), g.total(volume, span)));
        }
        Node typical = OscillatorFeatures.typical(g);
        Node typicalMoney = g.times(typical, volume);
        Node up = g.isAbove(g.change(typical, 1), 0);
        Node down = g.isAbove(g.times(g.change(typical, 1), -1), 0);
        Node inflow = g.total(g.times(up, typicalMoney), 14);
        Node outflow = g.total(g.times(down, typicalMoney), 14);
        list.add(VOLUME, "mfi_14", "share", g.ratio(inflow, g.plus(inflow, outflow)));
        for (int span : new int[] {20, 60, 120}) {
            Node vwap = g.ratio(g.total(typicalMoney, span), g.total(volume, span));
            list.add(VOLUME, "over_vwap_" + span, "log", g.minus(g.ln(g.close()), g.ln(vwap)));
        }
        for (int span : new int[] {20, 60}) {
            list.add(VOLUME, "amihud_" + span, "1/money", g.mean(g.ratio(g.abs(step), money), span));
            list.add(VOLUME, "volume_return_corr_" + span, "1", g.correlation(volume, step, span));
            list.add(VOLUME, "volume_size_corr_" + span, "1", g.correlation(volume, g.abs(step), span));
            list.add(VOLUME, "volume_slope_" + span, "1", g.ratio(g.slope(volume, span), g.mean(volume, span)));
        }
        list.add(
                VOLUME,
                "force_13",
                "1",
                g.ratio(g.ema(g.times(step, volume), 13), g.times(g.mean(volume, 60), g.deviation(step, 60))));
        Node middle = g.times(g.plus(g.high(), g.low()), 0.5);
        Node ease = g.ratio(g.times(g.change(g.ln(middle), 1), g.minus(g.high(), g.low())), volume);
        list.add(VOLUME, "ease_of_movement_z_60", "sd", g.score(ease, 60));
        list.add(VOLUME, "volume_ac1_60", "1", g.correlation(volume, g.lag(volume, 1), 60));
        list.add(VOLUME, "quiet_share_20", "share", g.mean(g.isAbove(g.times(g.mean(volume, 250), 0.5), volume), 20));
    }
}
