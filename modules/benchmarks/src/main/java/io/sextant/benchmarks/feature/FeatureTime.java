package io.sextant.benchmarks.feature;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.analytics.feature.FeatureInput;
import io.sextant.analytics.feature.FeatureReading;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.analytics.feature.FeatureStream;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** All features of a million bars on one thread: seconds for the whole, and what one new bar takes. */
public final class FeatureTime {

    private static final int BARS = Integer.getInteger("bars", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long START_NANOS = 1_700_000_000L / 60 * MINUTE_NANOS;

    private static final List<FeatureReading> READINGS = List.of(FeatureReading.values());

    private FeatureTime() {}

    public static void main(String[] args) {
        for (int round = 1; round <= ROUNDS; round++) {
            stream(round, FeatureCatalog.all());
            columns(round, FeatureCatalog.all());
        }
    }

    /** The same features of the same bars as columns, handed over some bars at a time. */
    private static void columns(int round, List<Feature> features) {
        BarSeries bars = new BarSeries(
                new long[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                BARS);
        double[] peers = new double[BARS];
        SeededRandom random = new SeededRandom(5);
        double price = 100;
        double peer = 50;
        for (int bar = 0; bar < BARS; bar++) {
            bars.open()[bar] = price;
            price *= Math.exp(0.001 * random.nextGaussian());
            peer *= Math.exp(0.001 * random.nextGaussian());
            bars.openTimeNanos()[bar] = START_NANOS + bar * MINUTE_NANOS;
            bars.high()[bar] = Math.max(bars.open()[bar], price) * 1.0003;
            bars.low()[bar] = Math.min(bars.open()[bar], price) * 0.9997;
            bars.close()[bar] = price;
            bars.volume()[bar] = 1 + 100 * random.nextDouble();
            peers[bar] = peer;
        }
        FeatureSource source = (timeNanos, into) -> {
            for (FeatureReading reading : READINGS) {
                into.reading(reading, 1 + random.nextDouble());
            }
        };
        double[] sum = {0};
        long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long before = System.nanoTime();
        FeatureColumns.read(bars, peers, source, features, (from, count, block) -> sum[0] += block[0][count - 1]);
        System.out.printf(
                Locale.ENGLISH,
                "round %d: %d features of %,d bars as columns in %.2f s, %.2f s of CPU on one thread (check %.6f)%n",
                round,
                features.size(),
                BARS,
                (System.nanoTime() - before) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / 1e9,
                sum[0]);
    }

    private static void stream(int round, List<Feature> features) {
        FeatureStream stream = new FeatureStream(features);
        FeatureInput input = stream.input();
        SeededRandom random = new SeededRandom(5);
        Histogram perBar = new Histogram(3);
        double[] out = new double[features.size()];
        double price = 100;
        double peer = 50;
        double sum = 0;
        long inFeatures = 0;
        long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int bar = 0; bar < BARS; bar++) {
            double open = price;
            price *= Math.exp(0.001 * random.nextGaussian());
            peer *= Math.exp(0.001 * random.nextGaussian());
            double high = Math.max(open, price) * 1.0003;
            double low = Math.min(open, price) * 0.9997;
            input.bar(START_NANOS + bar * MINUTE_NANOS, open, high, low, price, 1 + 100 * random.nextDouble());
            input.peer(peer);
            for (FeatureReading reading : READINGS) {
                input.reading(reading, 1 + random.nextDouble());
            }
            long before = System.nanoTime();
            stream.next(out);
            long took = System.nanoTime() - before;
            perBar.recordValue(took);
            inFeatures += took;
            sum += Double.isNaN(out[0]) ? 0 : out[0];
        }
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
        System.out.printf(
                Locale.ENGLISH,
                "round %d: %d features of %,d bars in %.2f s (%.2f s of CPU with making the bars); one bar p50 %.2f us,"
                        + " p99 %.2f us, p99.99 %.2f us (check %.6f)%n",
                round,
                features.size(),
                BARS,
                inFeatures / 1e9,
                cpu / 1e9,
                perBar.getValueAtPercentile(50) / 1e3,
                perBar.getValueAtPercentile(99) / 1e3,
                perBar.getValueAtPercentile(99.99) / 1e3,
                sum);
    }
}
