package io.sextant.analytics.feature;

import java.util.Set;

/** Numbers that no bar holds, told by a {@link FeatureSource} at the close of each. */
public enum FeatureReading {
    BUY_VOLUME("volume of buyers", DataNeed.TRADES),
    SELL_VOLUME("volume of sellers", DataNeed.TRADES),
    TRADE_COUNT("trades", DataNeed.TRADES),
    LARGEST_TRADE("largest trade", DataNeed.TRADES),
    EFFECTIVE_SPREAD_BPS("effective spread", DataNeed.TRADES),
    REALISED_SPREAD_BPS("realised spread", DataNeed.TRADES),
    SWEEP_COUNT("sweeps", DataNeed.TRADES),
    SPREAD_BPS("spread", DataNeed.DEPTH),
    MICROPRICE_LEAN_BPS("microprice over mid", DataNeed.DEPTH),
    BID_SIZE_1("bid size 1", DataNeed.DEPTH),
    ASK_SIZE_1("ask size 1", DataNeed.DEPTH),
    BID_SIZE_5("bid size 5", DataNeed.DEPTH),
    ASK_SIZE_5("ask size 5", DataNeed.DEPTH),
    BID_SIZE_10("bid size 10", DataNeed.DEPTH),
    ASK_SIZE_10("ask size 10", DataNeed.DEPTH),
    ORDER_FLOW_IMBALANCE("order flow imbalance", DataNeed.DEPTH),
    BOOK_SLOPE_BID("bid slope", DataNeed.DEPTH),
    BOOK_SLOPE_ASK("ask slope", DataNeed.DEPTH),
    RESILIENCE_SECONDS("resilience", DataNeed.DEPTH),
    ICEBERG_SCORE("iceberg score", DataNeed.DEPTH),
    SPOOFING_SCORE("spoofing score", DataNeed.DEPTH),
    QUOTE_CHANGES("quote changes", DataNeed.DEPTH),
    ATM_VOL_30D("at-the-money volatility 30d", DataNeed.OPTIONS),
    ATM_VOL_90D("at-the-money volatility 90d", DataNeed.OPTIONS),
    SKEW_25D("skew 25 delta", DataNeed.OPTIONS),
    PUT_CALL_VOLUME("put/call volume", DataNeed.OPTIONS),
    PUT_CALL_OPEN_INTEREST("put/call open interest", DataNeed.OPTIONS),
    NET_GAMMA("net gamma", DataNeed.OPTIONS),
    GAMMA_FLIP("gamma flip", DataNeed.OPTIONS),
    MAX_PAIN("max pain", DataNeed.OPTIONS),
    POLICY_RATE("policy rate", DataNeed.MACRO),
    YIELD_2Y("yield 2y", DataNeed.MACRO),
    YIELD_10Y("yield 10y", DataNeed.MACRO),
    INFLATION("inflation", DataNeed.MACRO),
    UNEMPLOYMENT("unemployment", DataNeed.MACRO),
    CURRENCY_INDEX("currency index", DataNeed.MACRO),
    CREDIT_SPREAD("credit spread", DataNeed.MACRO),
    EARNINGS_PER_SHARE("earnings per share", DataNeed.FUNDAMENTALS),
    BOOK_PER_SHARE("equity per share", DataNeed.FUNDAMENTALS),
    FREE_CASH_FLOW_PER_SHARE("free cash flow per share", DataNeed.FUNDAMENTALS),
    DIVIDENDS_PER_SHARE("dividends per share", DataNeed.FUNDAMENTALS),
    RETURN_ON_EQUITY("return on equity", DataNeed.FUNDAMENTALS),
    NET_MARGIN("net margin", DataNeed.FUNDAMENTALS),
    DEBT_TO_EQUITY("debt to equity", DataNeed.FUNDAMENTALS),
    EARNINGS_GROWTH("earnings growth", DataNeed.FUNDAMENTALS),
    REVENUE_GROWTH("revenue growth", DataNeed.FUNDAMENTALS),
    INSTITUTIONAL_SHARE("institutional share", DataNeed.FUNDAMENTALS),
    NEWS_COUNT("headlines", DataNeed.NEWS),
    NEWS_TONE("tone of headlines", DataNeed.NEWS),
    REGIME_TREND_UP("p(trend up)", DataNeed.REGIMES),
    REGIME_TREND_DOWN("p(trend down)", DataNeed.REGIMES),
    REGIME_RANGE("p(range)", DataNeed.REGIMES),
    REGIME_TURBULENT("p(turbulent)", DataNeed.REGIMES),
    REGIME_CRASH("p(crash)", DataNeed.REGIMES);

    private final String words;
    private final DataNeed need;

    FeatureReading(String words, DataNeed need) {
        this.words = words;
        this.need = need;
    }

    /** What it is called in formulas. */
    public String words() {
        return words;
    }

    Set<DataNeed> needs() {
        return Set.of(need);
    }
}
