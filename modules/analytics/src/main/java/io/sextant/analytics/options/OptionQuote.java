package io.sextant.analytics.options;

/**
 * A line of a chain. What is not known is NaN: the volatility where a vendor gives none, the gamma likewise.
 *
 * @param price of one unit: the middle of the quotes, or the last trade
 */
public record OptionQuote(
        OptionRight right,
        double strike,
        int expiryDay,
        double price,
        double volume,
        double openInterest,
        double impliedVolatility,
        double gamma) {}
