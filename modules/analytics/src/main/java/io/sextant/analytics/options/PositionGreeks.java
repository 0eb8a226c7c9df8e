package io.sextant.analytics.options;

import java.util.List;

/**
 * What option positions are worth together and how that moves, in money: {@code delta} for a rise of the spot by one, {@code gamma} of that
 * delta, {@code vega} for a point of volatility, {@code theta} for a day passing, {@code rho} for a point of the rate.
 */
public record PositionGreeks(double value, double delta, double gamma, double vega, double theta, double rho) {

    private static final double YEAR_DAYS = 365;
    private static final double POINT = 0.01;

    /** A market as it might be. {@code volatilityShift} moves all volatilities alike, none below zero; {@code years} have passed. */
    public record Scenario(double spot, double volatilityShift, double years) {}

    /** Valued as European options. */
    public static PositionGreeks of(
            List<OptionPosition> positions, Scenario scenario, double rate, double dividend, double multiplier) {
        double[] sum = new double[6];
        for (OptionPosition position : positions) {
            Greeks g = BlackScholes.greeks(new OptionTerms(
                    position.right(),
                    scenario.spot(),
                    position.strike(),
                    Math.max(0, position.years() - scenario.years()),
                    rate,
                    dividend,
                    Math.max(0, position.volatility() + scenario.volatilityShift())));
            double units = position.contracts() * multiplier;
            sum[0] += units * g.price();
            sum[1] += units * g.delta();
            sum[2] += units * g.gamma();
            sum[3] += units * g.vega() * POINT;
            sum[4] += units * g.theta() / YEAR_DAYS;
            sum[5] += units * g.rho() * POINT;
        }
        return new PositionGreeks(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
    }
}
