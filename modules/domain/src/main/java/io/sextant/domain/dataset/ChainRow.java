package io.sextant.domain.dataset;

import java.time.LocalDate;

/**
 * One option contract on one day. What a file does not tell is NaN.
 *
 * @param call to buy; a put otherwise
 * @param price of one unit: the middle of the quotes, or the last trade
 */
public record ChainRow(
        boolean call,
        double strike,
        LocalDate expiry,
        double price,
        double volume,
        double openInterest,
        double impliedVolatility,
        double gamma) {}
