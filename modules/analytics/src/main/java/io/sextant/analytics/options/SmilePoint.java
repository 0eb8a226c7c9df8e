package io.sextant.analytics.options;

/**
 * What the market says of one strike: the volatility of its option out of the money.
 *
 * @param price undiscounted, of that option by that volatility
 */
public record SmilePoint(OptionRight right, double strike, double volatility, double price) {}
