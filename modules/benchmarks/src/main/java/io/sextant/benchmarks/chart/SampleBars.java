package io.sextant.benchmarks.chart;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;

/** A random walk by the minute with clustered volatility; the same seed gives the same bars. */
final class SampleBars {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long LAST_NANOS = 1_795_000_020_000_000_000L;
    private static final double YEARLY_LIKE_RANGE = 0.9;

    private SampleBars() {}

    static BarSeries walk(int size, long seed) {
        RandomGenerator random = new SeededRandom(seed);
        long[] times = new long[size];
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        double price = 60_000;
        double turbulence = 1;
        double step = YEARLY_LIKE_RANGE / Math.sqrt(size);
        for (int i = 0; i < size; i++) {
            turbulence = random.nextInt(5_000) == 0 ? 4 : 1 + 0.999 * (turbulence - 1);
            times[i] = LAST_NANOS - (size - 1L - i) * MINUTE_NANOS;
            open[i] = price;
            price *= Math.exp(step * turbulence * random.nextGaussian());
            close[i] = price;
            double reach = price * step * turbulence;
            high[i] = Math.max(open[i], close[i]) + reach * random.nextDouble();
            low[i] = Math.min(open[i], close[i]) - reach * random.nextDouble();
            volume[i] = turbulence * random.nextExponential();
        }
        return new BarSeries(times, open, high, low, close, volume, size);
    }
}
