package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.CROSS_ASSET;

/** How the instrument goes with another: a market's index, its future, its neighbour. */
final class CrossAssetFeatures {

    private CrossAssetFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node own = g.step();
        Node peer = g.change(g.ln(g.peer()), 1);
        for (int span : new int[] {20, 60, 120, 250}) {
            list.add(CROSS_ASSET, "beta_" + span, "1", g.beta(own, peer, span));
            list.add(CROSS_ASSET, "correlation_" + span, "1", g.correlation(own, peer, span));
        }
        for (int span : new int[] {1, 5, 20, 120}) {
            Node ahead = g.minus(g.logReturn(span), g.change(g.ln(g.peer()), span));
            list.add(CROSS_ASSET, "ahead_of_peer_" + span, "log", ahead);
        }
        for (int span : new int[] {1, 5, 20}) {
            list.add(CROSS_ASSET, "peer_ret_" + span, "log", g.change(g.ln(g.peer()), span));
        }
        for (int lag : new int[] {1, 2}) {
            list.add(CROSS_ASSET, "peer_leads_" + lag, "1", g.correlation(own, g.lag(peer, lag), 120));
            list.add(CROSS_ASSET, "peer_lags_" + lag, "1", g.correlation(g.lag(own, lag), peer, 120));
        }
        Node basis = g.minus(g.ln(g.peer()), g.ln(g.close()));
        list.add(CROSS_ASSET, "basis", "log", basis);
        list.add(CROSS_ASSET, "basis_z_60", "sd", g.score(basis, 60));
        list.add(CROSS_ASSET, "basis_z_250", "sd", g.score(basis, 250));
        Node residual = g.minus(own, g.times(g.beta(own, peer, 120), peer));
        list.add(CROSS_ASSET, "residual_ret", "log", residual);
        list.add(CROSS_ASSET, "residual_vol_60", "log", g.deviation(residual, 60));
        list.add(CROSS_ASSET, "residual_sum_20", "log", g.total(residual, 20));
        list.add(CROSS_ASSET, "peer_vol_20", "log", g.deviation(peer, 20));
        list.add(CROSS_ASSET, "vol_over_peer_20", "1", g.ratio(g.deviation(own, 20), g.deviation(peer, 20)));
        list.add(CROSS_ASSET, "correlation_change_20", "1", g.change(g.correlation(own, peer, 60), 20));
    }
}
