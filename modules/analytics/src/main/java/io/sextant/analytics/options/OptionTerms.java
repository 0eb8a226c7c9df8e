package io.sextant.analytics.options;

/**
 * What the price of an option depends on. Rate and dividend yield are continuous and per year, the volatility is the yearly deviation of
 * log returns, 0.2 for 20 %.
 */
public record OptionTerms(
        OptionRight right, double spot, double strike, double years, double rate, double dividend, double volatility) {

    public OptionTerms {
        if (!(spot > 0 && strike > 0) || Double.isInfinite(spot) || Double.isInfinite(strike)) {
            throw new IllegalArgumentException("spot and strike are positive numbers, not " + spot + " and " + strike);
        }
        if (!(years >= 0 && volatility >= 0) || Double.isInfinite(years) || Double.isInfinite(volatility)) {
            throw new IllegalArgumentException(
                    "years and volatility are not negative, but are " + years + " and " + volatility);
        }
        if (!Double.isFinite(rate) || !Double.isFinite(dividend)) {
            throw new IllegalArgumentException("rate and dividend yield are numbers");
        }
    }

    public OptionTerms withSpot(double other) {
        return new OptionTerms(right, other, strike, years, rate, dividend, volatility);
    }

    public OptionTerms withVolatility(double other) {
        return new OptionTerms(right, spot, strike, years, rate, dividend, other);
    }

    OptionTerms withYears(double other) {
        return new OptionTerms(right, spot, strike, other, rate, dividend, volatility);
    }

    OptionTerms withRate(double other) {
        return new OptionTerms(right, spot, strike, years, other, dividend, volatility);
    }

    OptionTerms withDividend(double other) {
        return new OptionTerms(right, spot, strike, years, rate, other, volatility);
    }

    /** What the underlying is expected to cost at expiry under the pricing measure. */
    public double forward() {
        return spot * Math.exp((rate - dividend) * years);
    }
}
