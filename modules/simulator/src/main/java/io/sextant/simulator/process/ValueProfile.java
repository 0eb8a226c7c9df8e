package io.sextant.simulator.process;

/**
 * How the worth of one instrument moves. {@code dailyVolatility} is the standard deviation of a day's log return;
 * {@code marketLoading} and {@code groupLoading} are the correlations of its diffusion with the market's and the group's
 * factor. Where {@code basket} has weights, the worth follows those instruments instead and has no shocks of its own but a
 * small basis.
 */
public record ValueProfile(
        Season season,
        double startTicks,
        double dailyVolatility,
        double marketLoading,
        double groupLoading,
        double yearlyDrift,
        double[] basket) {

    public ValueProfile {
        double shared = marketLoading * marketLoading + groupLoading * groupLoading;
        if (!(startTicks > 0) || !(dailyVolatility > 0) || !(shared <= 1)) {
            throw new IllegalArgumentException("not a process: start " + startTicks + ", volatility " + dailyVolatility
                    + ", shared variance " + shared);
        }
        basket = basket.clone();
    }

    /** Something with a worth and shocks of its own. */
    public static ValueProfile own(
            Season season,
            double startTicks,
            double dailyVolatility,
            double marketLoading,
            double groupLoading,
            double yearlyDrift) {
        return new ValueProfile(
                season, startTicks, dailyVolatility, marketLoading, groupLoading, yearlyDrift, new double[0]);
    }

    /** Something that follows others; its volatility is theirs and stated here only as a scale. */
    public static ValueProfile basket(Season season, double startTicks, double dailyVolatility, double[] weights) {
        return new ValueProfile(season, startTicks, dailyVolatility, 0, 0, 0, weights);
    }

    public boolean isBasket() {
        return basket.length > 0;
    }

    /** The part of the diffusion that is the instrument's own. */
    double ownLoading() {
        return StrictMath.sqrt(1 - marketLoading * marketLoading - groupLoading * groupLoading);
    }
}
