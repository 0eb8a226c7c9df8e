package io.sextant.analytics.survey;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.domain.market.BarSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Many features over one past, to be compared with each other. */
public final class FeatureMatrix {

    /** How alike two features are: Spearman's correlation over the bars in which both are numbers. */
    public record Alike(Feature feature, double correlation, int count) {}

    private final List<Feature> features;
    private final double[][] columns;
    private final BarSeries bars;

    private FeatureMatrix(List<Feature> features, double[][] columns, BarSeries bars) {
        this.features = List.copyOf(features);
        this.columns = columns;
        this.bars = bars;
    }

    /**
     * @param peer closes of the instrument to compare with, one for each bar; null where there is none
     * @param source what else was known at each bar
     */
    public static FeatureMatrix of(
            BarSeries bars, double @Nullable [] peer, FeatureSource source, List<Feature> features, SurveyWatch watch) {
        int[] read = {0};
        FeatureSource watched = (timeNanos, into) -> {
            if (read[0]++ % 64 == 0) {
                watch.check((double) read[0] / bars.size());
            }
            source.read(timeNanos, into);
        };
        FeatureColumns columns = FeatureColumns.of(bars, peer, watched, features);
        return new FeatureMatrix(features, columns.all(), bars);
    }

    /** For what is already computed. */
    static FeatureMatrix of(BarSeries bars, List<Feature> features, double[][] columns) {
        return new FeatureMatrix(features, columns, bars);
    }

    public List<Feature> features() {
        return features;
    }

    public BarSeries bars() {
        return bars;
    }

    /** Its numbers, one a bar; shared, not copied. */
    public Optional<double[]> find(Feature feature) {
        int place = features.indexOf(feature);
        return place < 0 ? Optional.empty() : Optional.of(columns[place]);
    }

    /** The features most alike to one, in either direction, the most alike first. */
    public List<Alike> alike(Feature to, int most, SurveyWatch watch) {
        double[] own = find(to).orElseThrow(() -> new IllegalArgumentException(to + " is not in the matrix"));
        List<Alike> all = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            watch.check((double) i / columns.length);
            if (columns[i] != own) {
                Pairs pairs = Pairs.of(own, columns[i], 0, bars.size());
                double correlation = pairs.count() < 3 ? Double.NaN : pairs.rankCorrelation();
                if (!Double.isNaN(correlation)) {
                    all.add(new Alike(features.get(i), correlation, pairs.count()));
                }
            }
        }
        all.sort(Comparator.comparingDouble(one -> -Math.abs(one.correlation())));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
}
