package io.sextant.analytics.estimation;

import java.util.ArrayList;
import java.util.List;

/**
 * How many terms an ARIMA(p,d,q)(P,D,Q) of a season has. The signs are those of Box and Jenkins as R writes them: of the differenced
 * series, y = sum ar y' + e + sum ma e', and seasonal factors multiply.
 *
 * @param period places in a season; 1 where there is none
 * @param constant whether a mean is estimated: of the values themselves ({@code intercept}) where nothing is differenced, and of their
 *     steps ({@code drift}, a line through the values) where they are differenced once
 */
public record ArimaOrder(
        int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period, boolean constant) {

    private static final int TERMS_MAX = 20;
    private static final int DIFFERENCES_MAX = 3;
    private static final int LAGS_MAX = 1_000;

    public ArimaOrder {
        check(p, TERMS_MAX, "p");
        check(d, DIFFERENCES_MAX, "d");
        check(q, TERMS_MAX, "q");
        check(seasonalP, TERMS_MAX, "P");
        check(seasonalD, DIFFERENCES_MAX, "D");
        check(seasonalQ, TERMS_MAX, "Q");
        boolean seasonal = seasonalP + seasonalD + seasonalQ > 0;
        if (period < 1 || (seasonal && period < 2)) {
            throw new IllegalArgumentException("a season has at least 2 places, not " + period);
        }
        if (Math.max(p + seasonalP * period, q + seasonalQ * period) > LAGS_MAX) {
            throw new IllegalArgumentException("the terms reach back further than " + LAGS_MAX + " values");
        }
        if (constant && d + seasonalD > 1) {
            throw new IllegalArgumentException(
                    "a mean of values that were differenced twice is a bent trend, which is not fitted");
        }
    }

    private static void check(int terms, int most, String name) {
        if (terms < 0 || terms > most) {
            throw new IllegalArgumentException(name + " is 0 to " + most + ", not " + terms);
        }
    }

    /** Without a season and without a constant. */
    public static ArimaOrder of(int p, int d, int q) {
        return new ArimaOrder(p, d, q, 0, 0, 0, 1, false);
    }

    public ArimaOrder seasonal(int ofP, int ofD, int ofQ, int places) {
        return new ArimaOrder(p, d, q, ofP, ofD, ofQ, places, constant);
    }

    public ArimaOrder withConstant(boolean wanted) {
        return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period, wanted);
    }

    /** How many values differencing takes. */
    public int lost() {
        return d + seasonalD * period;
    }

    /** Terms of the stationary part, without the constant. */
    int terms() {
        return p + q + seasonalP + seasonalQ;
    }

    /** How far back values reach into the next one, once they are differenced. */
    int arLags() {
        return p + seasonalP * period;
    }

    int maLags() {
        return q + seasonalQ * period;
    }

    /** What the differenced regressor of the constant is: 1 for a mean, and for a line its step over what is differenced. */
    double regressor() {
        return seasonalD == 1 ? period : 1;
    }

    /** ar1, ..., ma1, ..., sar1, ..., sma1, ..., and intercept or drift: the order in which coefficients stand. */
    public List<String> parameters() {
        List<String> names = new ArrayList<>();
        add(names, "ar", p);
        add(names, "ma", q);
        add(names, "sar", seasonalP);
        add(names, "sma", seasonalQ);
        if (constant) {
            names.add(d + seasonalD == 0 ? "intercept" : "drift");
        }
        return List.copyOf(names);
    }

    private static void add(List<String> names, String what, int count) {
        for (int i = 1; i <= count; i++) {
            names.add(what + i);
        }
    }

    /** (1 - B)^d (1 - B^s)^D as coefficients of 1, B, B^2, ... */
    double[] differencing() {
        double[] product = {1};
        for (int i = 0; i < d; i++) {
            product = differenced(product, 1);
        }
        for (int i = 0; i < seasonalD; i++) {
            product = differenced(product, period);
        }
        return product;
    }

    private static double[] differenced(double[] polynomial, int lag) {
        double[] product = new double[polynomial.length + lag];
        for (int i = 0; i < polynomial.length; i++) {
            product[i] += polynomial[i];
            product[i + lag] -= polynomial[i];
        }
        return product;
    }

    /** {@code ARIMA(2,1,2)(0,1,1)[12] with drift}. */
    @Override
    public String toString() {
        String text = "ARIMA(" + p + "," + d + "," + q + ")";
        if (seasonalP + seasonalD + seasonalQ > 0) {
            text += "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + period + "]";
        }
        return constant ? text + " with " + parameters().getLast() : text;
    }
}
