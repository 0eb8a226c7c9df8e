package io.sextant.simulator;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;

/** What is known of a series of bars' returns: the figures in which real markets are alike (Cont, 2001). */
final class BarStatistics {

    private final double[] returns;
    private final double[] sizes;
    private final double[] ranges;
    private final double[] volumes;

    /** Of log returns from close to close; the first bar only gives the first close. */
    BarStatistics(BarSeries bars) {
        int count = bars.size() - 1;
        returns = new double[count];
        ranges = new double[count];
        volumes = new double[count];
        for (int i = 0; i < count; i++) {
            returns[i] = Math.log(bars.close()[i + 1] / bars.close()[i]);
            ranges[i] = Math.log(bars.high()[i + 1] / bars.low()[i + 1]);
            volumes[i] = bars.volume()[i + 1];
        }
        sizes = Arrays.stream(returns).map(Math::abs).toArray();
    }

    int count() {
        return returns.length;
    }

    double[] returns() {
        return returns;
    }

    /** Standard deviation of a return. */
    double volatility() {
        return Math.sqrt(variance(returns));
    }

    double excessKurtosis() {
        double mean = mean(returns);
        double fourth = Arrays.stream(returns).map(r -> Math.pow(r - mean, 4)).sum() / returns.length;
        return fourth / Math.pow(variance(returns), 2) - 3;
    }

    /** How far the 99.5th percentile of sizes is above the median; 4.2 for a normal distribution. */
    double tailRatio() {
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        return sorted[(int) (0.995 * sorted.length)] / sorted[sorted.length / 2];
    }

    double autocorrelation(int lag) {
        return autocorrelation(returns, lag);
    }

    double sizeAutocorrelation(int lag) {
        return autocorrelation(sizes, lag);
    }

    /**
     * Standard error of an autocorrelation of returns when volatility changes (Lo and MacKinlay, 1988): the usual one over root
     * n is too small where large moves come together.
     */
    double autocorrelationError(int lag) {
        double mean = mean(returns);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < returns.length; i++) {
            double now = returns[i] - mean;
            squares += now * now;
            if (i >= lag) {
                double before = returns[i - lag] - mean;
                products += now * now * before * before;
            }
        }
        return Math.sqrt(products) / squares;
    }

    /** Mean range of a bar over mean size of its return; two for a Brownian motion seen continuously. */
    double rangeRatio() {
        return mean(ranges) / mean(sizes);
    }

    double meanVolume() {
        return mean(volumes);
    }

    /** Correlation of log volume and size of the return. */
    double volumeMoveCorrelation() {
        return correlation(Arrays.stream(volumes).map(Math::log1p).toArray(), sizes);
    }

    /** Standard deviation of the change of log volume from bar to bar, over root two: what no slow thing explains. */
    double volumeNoise() {
        double[] changes = new double[volumes.length - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.log1p(volumes[i + 1]) - Math.log1p(volumes[i]);
        }
        return Math.sqrt(variance(changes) / 2);
    }

    static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length / Math.sqrt(variance(a) * variance(b));
    }

    private static double autocorrelation(double[] values, int lag) {
        double mean = mean(values);
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length / variance(values);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    }
}
