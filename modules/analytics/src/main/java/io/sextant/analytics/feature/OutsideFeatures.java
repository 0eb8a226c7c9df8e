package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.FUNDAMENTALS;
import static io.sextant.analytics.feature.FeatureFamily.MACRO;
import static io.sextant.analytics.feature.FeatureFamily.OPTIONS;
import static io.sextant.analytics.feature.FeatureFamily.REGIMES;
import static io.sextant.analytics.feature.FeatureFamily.SENTIMENT;

/** What option markets, economies, companies, headlines and the regime detector say, as known at the close of the bar. */
final class OutsideFeatures {

    private static final int NEAR = 20;

    private OutsideFeatures() {}

    static void addTo(FeatureList list) {
        options(list);
        macro(list);
        fundamentals(list);
        sentiment(list);
        regimes(list);
    }

    private static void options(FeatureList list) {
        FeatureGraph g = list.graph();
        Node near = g.reading(FeatureReading.ATM_VOL_30D);
        Node far = g.reading(FeatureReading.ATM_VOL_90D);
        Node skew = g.reading(FeatureReading.SKEW_25D);
        list.add(OPTIONS, "implied_vol_30d", "year", near);
        list.add(OPTIONS, "implied_vol_90d", "year", far);
        list.add(OPTIONS, "implied_vol_rank_250", "share", g.rank(near, 250));
        list.add(OPTIONS, "implied_vol_change_5", "year", g.change(near, 5));
        list.add(OPTIONS, "implied_term", "1", g.ratio(near, far));
        list.add(OPTIONS, "skew_25d", "year", skew);
        list.add(OPTIONS, "skew_change_5", "year", g.change(skew, 5));
        list.add(OPTIONS, "put_call_volume", "1", g.reading(FeatureReading.PUT_CALL_VOLUME));
        list.add(OPTIONS, "put_call_open_interest", "1", g.reading(FeatureReading.PUT_CALL_OPEN_INTEREST));
        list.add(OPTIONS, "net_gamma_sign", "sign", g.sign(g.reading(FeatureReading.NET_GAMMA)));
        Node price = g.ln(g.close());
        list.add(OPTIONS, "over_gamma_flip", "log", g.minus(price, g.ln(g.reading(FeatureReading.GAMMA_FLIP))));
        list.add(OPTIONS, "over_max_pain", "log", g.minus(price, g.ln(g.reading(FeatureReading.MAX_PAIN))));
    }

    private static void macro(FeatureList list) {
        FeatureGraph g = list.graph();
        Node two = g.reading(FeatureReading.YIELD_2Y);
        Node ten = g.reading(FeatureReading.YIELD_10Y);
        Node currency = g.ln(g.reading(FeatureReading.CURRENCY_INDEX));
        Node credit = g.reading(FeatureReading.CREDIT_SPREAD);
        list.add(MACRO, "policy_rate", "percent", g.reading(FeatureReading.POLICY_RATE));
        list.add(MACRO, "yield_10y", "percent", ten);
        list.add(MACRO, "yield_10y_change_20", "percent", g.change(ten, NEAR));
        list.add(MACRO, "yield_slope", "percent", g.minus(ten, two));
        list.add(MACRO, "real_rate", "percent", g.minus(ten, g.reading(FeatureReading.INFLATION)));
        list.add(MACRO, "inflation_change_250", "percent", g.change(g.reading(FeatureReading.INFLATION), 250));
        list.add(MACRO, "unemployment_change_250", "percent", g.change(g.reading(FeatureReading.UNEMPLOYMENT), 250));
        list.add(MACRO, "currency_ret_20", "log", g.change(currency, NEAR));
        list.add(MACRO, "currency_corr_60", "1", g.correlation(g.step(), g.change(currency, 1), 60));
        list.add(MACRO, "credit_spread", "percent", credit);
        list.add(MACRO, "credit_spread_change_20", "percent", g.change(credit, NEAR));
    }

    private static void fundamentals(FeatureList list) {
        FeatureGraph g = list.graph();
        Node close = g.close();
        list.add(FUNDAMENTALS, "earnings_yield", "share", g.ratio(g.reading(FeatureReading.EARNINGS_PER_SHARE), close));
        list.add(FUNDAMENTALS, "book_to_price", "share", g.ratio(g.reading(FeatureReading.BOOK_PER_SHARE), close));
        list.add(
                FUNDAMENTALS,
                "free_cash_flow_yield",
                "share",
                g.ratio(g.reading(FeatureReading.FREE_CASH_FLOW_PER_SHARE), close));
        list.add(
                FUNDAMENTALS, "dividend_yield", "share", g.ratio(g.reading(FeatureReading.DIVIDENDS_PER_SHARE), close));
        list.add(FUNDAMENTALS, "return_on_equity", "share", g.reading(FeatureReading.RETURN_ON_EQUITY));
        list.add(FUNDAMENTALS, "net_margin", "share", g.reading(FeatureReading.NET_MARGIN));
        list.add(FUNDAMENTALS, "debt_to_equity", "1", g.reading(FeatureReading.DEBT_TO_EQUITY));
        list.add(FUNDAMENTALS, "earnings_growth", "share", g.reading(FeatureReading.EARNINGS_GROWTH));
        list.add(FUNDAMENTALS, "revenue_growth", "share", g.reading(FeatureReading.REVENUE_GROWTH));
        list.add(FUNDAMENTALS, "institutional_share", "share", g.reading(FeatureReading.INSTITUTIONAL_SHARE));
    }

    private static void sentiment(FeatureList list) {
        FeatureGraph g = list.graph();
        Node count = g.reading(FeatureReading.NEWS_COUNT);
        Node tone = g.reading(FeatureReading.NEWS_TONE);
        list.add(SENTIMENT, "news_count", "headlines", count);
        list.add(SENTIMENT, "news_count_20", "headlines", g.total(count, NEAR));
        list.add(SENTIMENT, "news_count_z_250", "sd", g.score(count, 250));
        list.add(SENTIMENT, "news_tone", "1", tone);
        list.add(SENTIMENT, "news_tone_5", "1", g.mean(tone, 5));
        list.add(SENTIMENT, "news_tone_20", "1", g.mean(tone, NEAR));
        list.add(SENTIMENT, "news_tone_change_20", "1", g.change(g.mean(tone, 5), NEAR));
        list.add(SENTIMENT, "news_tone_spread_20", "1", g.deviation(tone, NEAR));
    }

    private static void regimes(FeatureList list) {
        FeatureGraph g = list.graph();
        Node up = g.reading(FeatureReading.REGIME_TREND_UP);
        Node down = g.reading(FeatureReading.REGIME_TREND_DOWN);
        Node range = g.reading(FeatureReading.REGIME_RANGE);
        Node turbulent = g.reading(FeatureReading.REGIME_TURBULENT);
        Node crash = g.reading(FeatureReading.REGIME_CRASH);
        list.add(REGIMES, "p_trend_up", "probability", up);
        list.add(REGIMES, "p_trend_down", "probability", down);
        list.add(REGIMES, "p_range", "probability", range);
        list.add(REGIMES, "p_turbulent", "probability", turbulent);
        list.add(REGIMES, "p_crash", "probability", crash);
        list.add(REGIMES, "p_danger", "probability", g.plus(turbulent, crash));
        list.add(REGIMES, "p_danger_change_5", "probability", g.change(g.plus(turbulent, crash), 5));
        list.add(REGIMES, "p_lean", "probability", g.minus(up, down));
    }
}
