package io.sextant.analytics.options;

/**
 * A price and how it moves: by the spot (delta, gamma, speed), by the volatility (vega, volga), by passing time in years (theta), by rate and
 * dividend yield (rho, dividendRho), each per 1.00; and across: vanna by spot and volatility, charm and color of delta and gamma by passing time,
 * veta of vega by passing time, vera of vega by rate, zomma of gamma by volatility. {@code elasticity} is the percent of the price for a
 * percent of the spot; {@code probability} is that of ending in the money under the pricing measure.
 */
public record Greeks(
        double price,
        double delta,
        double gamma,
        double vega,
        double theta,
        double rho,
        double dividendRho,
        double vanna,
        double volga,
        double charm,
        double veta,
        double vera,
        double speed,
        double zomma,
        double color,
        double elasticity,
        double probability) {}
