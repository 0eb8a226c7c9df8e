package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;
import java.util.random.RandomGenerator;

/** A random walk of bars of an hour. */
final class RandomBars {

    static final long HOUR_NANOS = 3_600_000_000_000L;

    private RandomBars() {}

    static BarSeries of(RandomGenerator random, int size, double start, double step) {
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        double price = start;
        for (int i = 0; i < size; i++) {
            double open = price;
            double close = open + step * random.nextGaussian();
            times[i] = i * HOUR_NANOS;
            columns[0][i] = open;
            columns[1][i] = Math.max(open, close) + step * random.nextDouble();
            columns[2][i] = Math.min(open, close) - step * random.nextDouble();
            columns[3][i] = close;
            columns[4][i] = random.nextInt(10) == 0 ? 0 : random.nextDouble() * 1_000;
            price = close;
        }
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], size);
    }
}
