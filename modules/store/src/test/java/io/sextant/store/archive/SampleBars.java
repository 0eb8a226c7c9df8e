package io.sextant.store.archive;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.time.SeededRandom;

/** Bars of every kind that an archive may meet. */
final class SampleBars {

    static final long MINUTE_NANOS = 60_000_000_000L;
    static final long START_NANOS = 1_700_000_040L * 1_000_000_000L;

    private SampleBars() {}

    /** A random walk on a tick grid with whole lots, as an exchange makes them. */
    static BarSeries onGrid(long seed, int count, double tick, double lot) {
        SeededRandom random = new SeededRandom(seed);
        BarSeriesBuilder bars = new BarSeriesBuilder();
        double decimalsTick = Math.round(1 / tick);
        double decimalsLot = Math.round(1 / lot);
        long price = Math.round(60_000 / tick);
        long time = START_NANOS;
        for (int i = 0; i < count; i++) {
            long open = price + random.nextInt(3) - 1;
            long close = Math.max(10, open + Math.round(random.nextGaussian() * 0.0005 * price));
            long high = Math.max(open, close) + Math.round(Math.abs(random.nextGaussian()) * 0.0002 * price);
            long low = Math.min(open, close) - Math.round(Math.abs(random.nextGaussian()) * 0.0002 * price);
            long lots = Math.round(Math.exp(random.nextGaussian()) * 1_000_000);
            bars.add(
                    time,
                    open / decimalsTick,
                    high / decimalsTick,
                    low / decimalsTick,
                    close / decimalsTick,
                    lots / decimalsLot);
            price = close;
            time += MINUTE_NANOS;
        }
        return bars.build();
    }

    /** Anything that fits in a column: huge, tiny, negative, zero of both signs, infinite, and NaN with strange bits. */
    static BarSeries wild(long seed, int count) {
        SeededRandom random = new SeededRandom(seed);
        long[] times = new long[count];
        double[][] columns = new double[5][count];
        long time = random.nextLong() >> 2;
        for (int i = 0; i < count; i++) {
            time += 1 + (random.nextLong() >>> (3 + random.nextInt(60))) / Math.max(count, 1);
            times[i] = time;
            for (double[] column : columns) {
                column[i] = wildNumber(random);
            }
        }
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], count);
    }

    private static double wildNumber(SeededRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> -0.0;
            case 2 -> random.nextInt(1_000) / 100.0;
            case 3 -> random.nextDouble() * 1e5;
            case 4 -> Double.POSITIVE_INFINITY;
            case 5 -> Double.longBitsToDouble(0x7FF0000000000000L | (random.nextLong() >>> 12));
            case 6 -> 0.1 + 0.2 * random.nextInt(5);
            default -> random.nextInt(3);
        };
    }

    /** The bars of a chunk's size that hold all columns from index 0. */
    static BarSeries empty(int count) {
        return new BarSeries(
                new long[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                count);
    }
}
