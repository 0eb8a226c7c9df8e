package io.sextant.analytics.feature;

/** Features that ask the same kind of question. */
public enum FeatureFamily {
    RETURNS,
    VOLATILITY,
    MOMENTUM,
    TREND,
    OSCILLATORS,
    VOLUME,
    CANDLES,
    CALENDAR,
    CROSS_ASSET,
    ORDER_FLOW,
    OPTIONS,
    MACRO,
    FUNDAMENTALS,
    SENTIMENT,
    REGIMES
}
