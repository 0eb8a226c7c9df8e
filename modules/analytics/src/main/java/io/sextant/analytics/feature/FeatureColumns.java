package io.sextant.analytics.feature;

import io.sextant.domain.market.BarSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Features of many bars at once: one column each, by the same steps that a stream takes. */
public final class FeatureColumns {

    private static final FeatureSource NOTHING_ELSE = (timeNanos, into) -> {};

    private final List<Feature> features;
    private final double[][] columns;

    private FeatureColumns(List<Feature> features, double[][] columns) {
        this.features = features;
        this.columns = columns;
    }

    /** From bars alone. */
    public static FeatureColumns of(BarSeries bars, List<Feature> features) {
        return of(bars, null, NOTHING_ELSE, features);
    }

    /**
     * @param peer closes of the instrument to compare with, one for each bar; null where there is none
     * @param source what else was known at each bar; asked with the time at which the next bar opened, or the bar itself for the last
     */
    public static FeatureColumns of(
            BarSeries bars, double @Nullable [] peer, FeatureSource source, List<Feature> features) {
        double[][] columns = new double[features.size()][bars.size()];
        read(bars, peer, source, features, (fromBar, count, block) -> {
            for (int f = 0; f < columns.length; f++) {
                System.arraycopy(block[f], 0, columns[f], fromBar, count);
            }
        });
        return new FeatureColumns(List.copyOf(features), columns);
    }

    /** Numbers of some bars in a row. */
    @FunctionalInterface
    public interface Taker {

        /** {@code block} holds one row a feature with {@code count} numbers; it is used again for the next bars. */
        void take(int fromBar, int count, double[][] block);
    }

    /** The same, handed over some bars at a time, for so many bars that all columns would not fit into memory. */
    public static void read(
            BarSeries bars, double @Nullable [] peer, FeatureSource source, List<Feature> features, Taker taker) {
        FeatureStream stream = new FeatureStream(features);
        FeatureInput input = stream.input();
        FeatureBlocks blocks = stream.blocks();
        double[][] block = new double[features.size()][FeatureBlocks.SIZE];
        int from = 0;
        for (int i = 0; i < bars.size(); i++) {
            input.bar(
                    bars.openTimeNanos()[i],
                    bars.open()[i],
                    bars.high()[i],
                    bars.low()[i],
                    bars.close()[i],
                    bars.volume()[i]);
            input.peer(peer == null ? Double.NaN : peer[i]);
            input.clearReadings();
            source.read(bars.openTimeNanos()[Math.min(i + 1, bars.size() - 1)], input);
            if (blocks.takeBar() || i + 1 == bars.size()) {
                int count = blocks.run();
                for (int f = 0; f < block.length; f++) {
                    blocks.copy(f, count, block[f], 0);
                }
                taker.take(from, count, block);
                from += count;
            }
        }
    }

    public List<Feature> features() {
        return features;
    }

    /** One number a bar; shared, not copied. */
    public double[] get(int feature) {
        return columns[feature];
    }

    /** One column a feature; shared, not copied. */
    public double[][] all() {
        return columns;
    }
}
