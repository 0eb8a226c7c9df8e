package io.sextant.analytics.options;

/**
 * European options on a forward or a future (Black 1976): e^(-rT) w (F N(w d1) - K N(w d2)). The same as {@link BlackScholes} on something
 * that yields the rate, but for the rate itself, which here only discounts: its derivative is -T times the price.
 */
public final class Black76 {

    private Black76() {}

    private static OptionTerms terms(
            OptionRight right, double forward, double strike, double years, double rate, double volatility) {
        return new OptionTerms(right, forward, strike, years, rate, rate, volatility);
    }

    public static double price(
            OptionRight right, double forward, double strike, double years, double rate, double volatility) {
        return BlackScholes.price(terms(right, forward, strike, years, rate, volatility));
    }

    /** By the forward instead of the spot; there is no dividend, and the rate discounts the vega too. */
    public static Greeks greeks(
            OptionRight right, double forward, double strike, double years, double rate, double volatility) {
        Greeks g = BlackScholes.greeks(terms(right, forward, strike, years, rate, volatility));
        return new Greeks(
                g.price(),
                g.delta(),
                g.gamma(),
                g.vega(),
                g.theta(),
                -years * g.price(),
                0,
                g.vanna(),
                g.volga(),
                g.charm(),
                g.veta(),
                -years * g.vega(),
                g.speed(),
                g.zomma(),
                g.color(),
                g.elasticity(),
                g.probability());
    }
}
