package io.sextant.risk.measure;

/** Mean, deviation (n - 1 below), skewness and excess kurtosis (both n below); the last two are 0 where nothing moves. */
public record Moments(double mean, double deviation, double skewness, double excessKurtosis) {

    /** Deviations below this share of the mean are the rounding of what does not move. */
    private static final double STILL = 1e-14;

    public static Moments of(double[] x) {
        double mean = mean(x);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double each : x) {
            double d = each - mean;
            second += d * d;
            third += d * d * d;
            fourth += d * d * d * d;
        }
        int n = x.length;
        double deviation = Math.sqrt(second / (n - 1));
        if (!(deviation > STILL * Math.abs(mean)) || deviation < 1e-150) {
            return new Moments(mean, 0, 0, 0);
        }
        double variance = second / n;
        return new Moments(
                mean, deviation, third / n / Math.pow(variance, 1.5), fourth / n / (variance * variance) - 3);
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each;
        }
        return sum / x.length;
    }

    public boolean isStill() {
        return deviation == 0;
    }
}
