package io.sextant.analytics.options;

import io.sextant.analytics.distribution.Normal;

/**
 * European options on something with a continuous yield (Black and Scholes 1973, Merton 1973). With s = volatility sqrt(T),
 * d1 = (ln(S/K) + (r - q) T)/s + s/2 and d2 = d1 - s the price is w (S e^(-qT) N(w d1) - K e^(-rT) N(w d2)), w = 1 for calls and -1 for puts.
 * The derivatives are those of Haug, The Complete Guide to Option Pricing Formulas, 2007, chapter 2. Where nothing is uncertain any more the
 * price is the discounted difference, if positive.
 */
public final class BlackScholes {

    private BlackScholes() {}

    public static double price(OptionTerms t) {
        double s = t.volatility() * Math.sqrt(t.years());
        int w = t.right().sign();
        double now = t.spot() * Math.exp(-t.dividend() * t.years());
        double paid = t.strike() * Math.exp(-t.rate() * t.years());
        if (s == 0) {
            return Math.max(0, w * (now - paid));
        }
        double d1 = Math.log(now / paid) / s + s / 2;
        return w * (now * Normal.cumulative(w * d1) - paid * Normal.cumulative(w * (d1 - s)));
    }

    public static Greeks greeks(OptionTerms t) {
        double s = t.volatility() * Math.sqrt(t.years());
        if (s == 0) {
            return certain(t);
        }
        int w = t.right().sign();
        double years = t.years();
        double root = Math.sqrt(years);
        double carry = t.rate() - t.dividend();
        double yield = Math.exp(-t.dividend() * years);
        double now = t.spot() * yield;
        double paid = t.strike() * Math.exp(-t.rate() * years);
        double d1 = Math.log(now / paid) / s + s / 2;
        double d2 = d1 - s;
        double in = Normal.cumulative(w * d1);
        double exercised = Normal.cumulative(w * d2);
        double bell = Normal.density(d1);
        double price = w * (now * in - paid * exercised);
        double delta = w * yield * in;
        double gamma = yield * bell / (t.spot() * s);
        double vega = now * bell * root;
        double drift = (2 * carry * years - d2 * s) / (2 * years * s);
        return new Greeks(
                price,
                delta,
                gamma,
                vega,
                -now * bell * t.volatility() / (2 * root)
                        + w * t.dividend() * now * in
                        - w * t.rate() * paid * exercised,
                w * years * paid * exercised,
                -w * years * now * in,
                -yield * bell * d2 / t.volatility(),
                vega * d1 * d2 / t.volatility(),
                w * t.dividend() * yield * in - yield * bell * drift,
                vega * (t.dividend() + carry * d1 / s - (1 + d1 * d2) / (2 * years)),
                -years * paid * Normal.density(d2) * d1 / t.volatility(),
                -gamma / t.spot() * (d1 / s + 1),
                gamma * (d1 * d2 - 1) / t.volatility(),
                gamma * (t.dividend() + 1 / (2 * years) + drift * d1),
                delta * t.spot() / price,
                exercised);
    }

    private static Greeks certain(OptionTerms t) {
        int w = t.right().sign();
        double now = t.spot() * Math.exp(-t.dividend() * t.years());
        double paid = t.strike() * Math.exp(-t.rate() * t.years());
        double in = w * (now - paid) > 0 ? w : 0;
        double price = in * (now - paid);
        double delta = in * now / t.spot();
        return new Greeks(
                price,
                delta,
                0,
                0,
                in * (t.dividend() * now - t.rate() * paid),
                in * t.years() * paid,
                -in * t.years() * now,
                0,
                0,
                t.dividend() * delta,
                0,
                0,
                0,
                0,
                0,
                delta * t.spot() / price,
                Math.abs(in));
    }
}
