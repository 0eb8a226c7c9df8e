package io.sextant.analytics.distribution;

/**
 * Upper tails of the distributions that test statistics follow: series and continued fractions of the incomplete gamma and beta functions
 * (Abramowitz and Stegun 6.5.29, 6.5.31, 26.5.8; Lentz's method).
 */
public final class Tails {

    private static final double EPSILON = 1e-16;
    private static final double TINY = 1e-300;
    private static final int TERMS_MAX = 100_000;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /** From here Stirling's series with seven terms is exact to a double. */
    private static final double STIRLING_FROM = 12;

    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    private Tails() {}

    /** P(X > x) of chi-squared. */
    public static double chiSquared(double x, double degrees) {
        return x <= 0 ? 1 : gammaUpper(degrees / 2, x / 2);
    }

    /** P(X > x) of Fisher's F. */
    public static double fisher(double x, double degreesAbove, double degreesBelow) {
        return x <= 0 ? 1 : beta(degreesBelow / (degreesBelow + degreesAbove * x), degreesBelow / 2, degreesAbove / 2);
    }

    /** P(|X| > |x|) of Student's t. */
    public static double studentTwoSided(double x, double degrees) {
        return beta(degrees / (degrees + x * x), degrees / 2, 0.5);
    }

    /** ln of the gamma function of a positive number. */
    public static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < STIRLING_FROM) {
            shift -= Math.log(y);
            y++;
        }
        double inverse = 1 / y;
        double square = inverse * inverse;
        double series = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            series = series * square + STIRLING[i];
        }
        return shift + (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series * inverse;
    }

    /** The derivative of {@link #logGamma}. */
    public static double digamma(double x) {
        double shift = 0;
        double y = x;
        while (y < STIRLING_FROM) {
            shift -= 1 / y;
            y++;
        }
        double square = 1 / (y * y);
        double series = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            series = series * square + (2 * i + 1) * STIRLING[i];
        }
        return shift + Math.log(y) - 0.5 / y - series * square;
    }

    /** Q(a, x), the regularised upper incomplete gamma function. */
    static double gammaUpper(double a, double x) {
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; n < TERMS_MAX && Math.abs(term) > Math.abs(sum) * EPSILON; n++) {
                term *= x / (a + n);
                sum += term;
            }
            return 1 - front * sum;
        }
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int n = 1; n < TERMS_MAX; n++) {
            double an = -n * (n - a);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            double step = c * d;
            h *= step;
            if (Math.abs(step - 1) <= EPSILON) {
                break;
            }
        }
        return front * h;
    }

    /** I_x(a, b), the regularised incomplete beta function. */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(x, a, b) / a
                : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    private static double betaFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < TERMS_MAX; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) <= EPSILON) {
                break;
            }
        }
        return h;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
