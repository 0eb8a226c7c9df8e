package io.sextant.ui.chart;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;

/** A random walk with wicks and volume, one bar a step from {@code firstNanos} on. */
final class RandomBars {

    static final long MINUTE_NANOS = 60_000_000_000L;

    private RandomBars() {}

    static BarSeries walk(int size, long seed) {
        return walk(size, seed, 1_700_000_040_000_000_000L, MINUTE_NANOS);
    }

    static BarSeries walk(int size, long seed, long firstNanos, long stepNanos) {
        RandomGenerator random = new SeededRandom(seed);
        BarSeriesBuilder bars = new BarSeriesBuilder();
        double price = 100;
        for (int i = 0; i < size; i++) {
            double close = price * Math.exp(0.002 * random.nextGaussian());
            double high = Math.max(price, close) * (1 + 0.002 * random.nextDouble());
            double low = Math.min(price, close) * (1 - 0.002 * random.nextDouble());
            // Now and then a spike of one bar, which sampling instead of summing up would miss.
            if (random.nextInt(50) == 0) {
                high *= 1.02;
                low *= 0.98;
            }
            bars.add(firstNanos + i * stepNanos, price, high, low, close, 1 + random.nextInt(1000));
            price = close;
        }
        return bars.build();
    }
}
