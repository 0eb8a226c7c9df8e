package io.sextant.analytics.distribution;

/** Student's t of any degrees of freedom above zero, not scaled to unit variance. */
public final class Student {

    private static final int NEWTON_STEPS = 100;

    private Student() {}

    public static double logDensity(double x, double degrees) {
        return Tails.logGamma((degrees + 1) / 2)
                - Tails.logGamma(degrees / 2)
                - 0.5 * Math.log(degrees * Math.PI)
                - (degrees + 1) / 2 * Math.log1p(x * x / degrees);
    }

    /** P(X <= x); full relative precision in the left tail. */
    public static double cumulative(double x, double degrees) {
        double outer = Tails.studentTwoSided(x, degrees) / 2;
        return x <= 0 ? outer : 1 - outer;
    }

    /** The x with P(X <= x) = {@code probability}: Newton's steps on the logarithm of the tail, kept between bounds. */
    public static double quantile(double probability, double degrees) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("no quantile " + probability + " of Student's t");
        }
        if (probability == 0.5) {
            return 0;
        }
        boolean upper = probability > 0.5;
        double tail = upper ? 1 - probability : probability;
        double low = -1;
        while (cumulative(low, degrees) > tail) {
            low *= 2;
        }
        double high = low == -1 ? 0 : low / 2;
        double x = Math.clamp(Normal.quantile(tail), low, high);
        for (int i = 0; i < NEWTON_STEPS && high - low > 1e-15 * -low; i++) {
            double at = cumulative(x, degrees);
            if (at > tail) {
                high = x;
            } else {
                low = x;
            }
            double step = (Math.log(tail) - Math.log(at)) * at / Math.exp(logDensity(x, degrees));
            double next = x + step;
            if (!(next >= low && next <= high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - x) <= 1e-15 * Math.abs(x)) {
                x = next;
                break;
            }
            x = next;
        }
        return upper ? -x : x;
    }
}
