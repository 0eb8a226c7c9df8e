package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.ORDER_FLOW;
import static io.sextant.analytics.feature.FeatureReading.ASK_SIZE_1;
import static io.sextant.analytics.feature.FeatureReading.ASK_SIZE_10;
import static io.sextant.analytics.feature.FeatureReading.ASK_SIZE_5;
import static io.sextant.analytics.feature.FeatureReading.BID_SIZE_1;
import static io.sextant.analytics.feature.FeatureReading.BID_SIZE_10;
import static io.sextant.analytics.feature.FeatureReading.BID_SIZE_5;
import static io.sextant.analytics.feature.FeatureReading.BOOK_SLOPE_ASK;
import static io.sextant.analytics.feature.FeatureReading.BOOK_SLOPE_BID;
import static io.sextant.analytics.feature.FeatureReading.BUY_VOLUME;
import static io.sextant.analytics.feature.FeatureReading.EFFECTIVE_SPREAD_BPS;
import static io.sextant.analytics.feature.FeatureReading.ICEBERG_SCORE;
import static io.sextant.analytics.feature.FeatureReading.LARGEST_TRADE;
import static io.sextant.analytics.feature.FeatureReading.MICROPRICE_LEAN_BPS;
import static io.sextant.analytics.feature.FeatureReading.ORDER_FLOW_IMBALANCE;
import static io.sextant.analytics.feature.FeatureReading.QUOTE_CHANGES;
import static io.sextant.analytics.feature.FeatureReading.REALISED_SPREAD_BPS;
import static io.sextant.analytics.feature.FeatureReading.RESILIENCE_SECONDS;
import static io.sextant.analytics.feature.FeatureReading.SELL_VOLUME;
import static io.sextant.analytics.feature.FeatureReading.SPOOFING_SCORE;
import static io.sextant.analytics.feature.FeatureReading.SPREAD_BPS;
import static io.sextant.analytics.feature.FeatureReading.SWEEP_COUNT;
import static io.sextant.analytics.feature.FeatureReading.TRADE_COUNT;

/** Who pushes: from trades and depth, where there are any. */
final class OrderFlowFeatures {

    private OrderFlowFeatures() {}

    static void addTo(FeatureList list) {
        trades(list);
        depth(list);
    }

    private static void trades(FeatureList list) {
        FeatureGraph g = list.graph();
        Node bought = g.reading(BUY_VOLUME);
        Node sold = g.reading(SELL_VOLUME);
        Node all = g.plus(bought, sold);
        Node net = g.minus(bought, sold);
        list.add(ORDER_FLOW, "trade_imbalance", "1", g.ratio(net, all));
        for (int span : new int[] {5, 20, 60}) {
            list.add(ORDER_FLOW, "trade_imbalance_" + span, "1", g.ratio(g.total(net, span), g.total(all, span)));
        }
        list.add(ORDER_FLOW, "vpin_50", "share", g.ratio(g.total(g.abs(net), 50), g.total(all, 50)));
        list.add(ORDER_FLOW, "kyle_lambda_60", "log/unit", g.beta(g.step(), net, 60));
        Node count = g.reading(TRADE_COUNT);
        list.add(ORDER_FLOW, "trade_count_z_60", "sd", g.score(count, 60));
        list.add(ORDER_FLOW, "trade_size_20", "log units", g.ln(g.ratio(g.total(all, 20), g.total(count, 20))));
        list.add(ORDER_FLOW, "largest_trade_share", "share", g.ratio(g.reading(LARGEST_TRADE), all));
        list.add(ORDER_FLOW, "effective_spread_20", "bps", g.mean(g.reading(EFFECTIVE_SPREAD_BPS), 20));
        list.add(ORDER_FLOW, "realised_spread_20", "bps", g.mean(g.reading(REALISED_SPREAD_BPS), 20));
        list.add(ORDER_FLOW, "sweeps_20", "1", g.total(g.reading(SWEEP_COUNT), 20));
        Node covariance = g.times(g.correlation(g.step(), g.lag(g.step(), 1), 60), g.square(g.deviation(g.step(), 60)));
        list.add(ORDER_FLOW, "roll_spread_60", "log", g.times(g.root(g.loss(covariance)), 2));
    }

    private static void depth(FeatureList list) {
        FeatureGraph g = list.graph();
        list.add(ORDER_FLOW, "spread", "bps", g.reading(SPREAD_BPS));
        list.add(ORDER_FLOW, "spread_z_60", "sd", g.score(g.reading(SPREAD_BPS), 60));
        list.add(ORDER_FLOW, "microprice_lean", "bps", g.reading(MICROPRICE_LEAN_BPS));
        list.add(ORDER_FLOW, "queue_imbalance", "1", imbalance(g, BID_SIZE_1, ASK_SIZE_1));
        list.add(ORDER_FLOW, "depth_imbalance_5", "1", imbalance(g, BID_SIZE_5, ASK_SIZE_5));
        list.add(ORDER_FLOW, "depth_imbalance_10", "1", imbalance(g, BID_SIZE_10, ASK_SIZE_10));
        Node depth = g.plus(g.reading(BID_SIZE_10), g.reading(ASK_SIZE_10));
        list.add(ORDER_FLOW, "depth_over_usual", "1", g.ratio(depth, g.mean(depth, 60)));
        Node flow = g.reading(ORDER_FLOW_IMBALANCE);
        list.add(ORDER_FLOW, "ofi", "units", flow);
        list.add(ORDER_FLOW, "ofi_z_60", "sd", g.score(flow, 60));
        list.add(ORDER_FLOW, "ofi_over_depth_20", "1", g.ratio(g.total(flow, 20), g.mean(depth, 20)));
        Node bids = g.reading(BOOK_SLOPE_BID);
        Node asks = g.reading(BOOK_SLOPE_ASK);
        list.add(ORDER_FLOW, "book_slope_lean", "1", g.ratio(g.minus(bids, asks), g.plus(bids, asks)));
        list.add(ORDER_FLOW, "resilience", "s", g.reading(RESILIENCE_SECONDS));
        list.add(ORDER_FLOW, "iceberg_score", "share", g.reading(ICEBERG_SCORE));
        list.add(ORDER_FLOW, "spoofing_score", "share", g.reading(SPOOFING_SCORE));
        list.add(
                ORDER_FLOW,
                "quotes_per_trade_20",
                "1",
                g.ratio(g.total(g.reading(QUOTE_CHANGES), 20), g.total(g.reading(TRADE_COUNT), 20)));
    }

    private static Node imbalance(FeatureGraph g, FeatureReading bid, FeatureReading ask) {
        Node bids = g.reading(bid);
        Node asks = g.reading(ask);
        return g.ratio(g.minus(bids, asks), g.plus(bids, asks));
    }
}
