package io.sextant.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** A feature of a bar is the same whatever comes after, as a column and as a stream, to the last bit. */
class FutureCutProperties {

    private static final int BARS = 420;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void noFeatureKnowsWhatComes(@ForAll long seed, @ForAll @IntRange(min = 1, max = BARS - 1) int cut) {
        List<Feature> features = FeatureCatalog.all();
        BarSeries bars = MadeBars.of(new SeededRandom(seed), BARS);
        BarSeries otherwise = changedAfter(bars, cut, new SeededRandom(seed + 1));
        double[] peer = MadeBars.of(new SeededRandom(seed + 2), BARS).close();
        FeatureSource source = MadeBars.knowing(new SeededRandom(seed + 3));
        FeatureColumns whole = FeatureColumns.of(bars, peer, source, features);
        FeatureColumns changed = FeatureColumns.of(otherwise, peer, source, features);
        double[] row = new double[features.size()];
        FeatureStream stream = new FeatureStream(features);
        for (int i = 0; i < cut; i++) {
            stream.input()
                    .bar(
                            bars.openTimeNanos()[i],
                            bars.open()[i],
                            bars.high()[i],
                            bars.low()[i],
                            bars.close()[i],
                            bars.volume()[i]);
            stream.input().peer(peer[i]);
            stream.input().clearReadings();
            source.read(bars.openTimeNanos()[i + 1], stream.input());
            stream.next(row);
            for (int f = 0; f < row.length; f++) {
                long told = Double.doubleToRawLongBits(row[f]);
                assertThat(Double.doubleToRawLongBits(whole.get(f)[i]))
                        .as("%s at %d", features.get(f), i)
                        .isEqualTo(told);
                assertThat(Double.doubleToRawLongBits(changed.get(f)[i]))
                        .as("%s at %d", features.get(f), i)
                        .isEqualTo(told);
            }
        }
    }

    private static BarSeries changedAfter(BarSeries bars, int cut, SeededRandom random) {
        BarSeries made = bars.copyOfRange(0, bars.size());
        for (int i = cut; i < made.size(); i++) {
            double factor = Math.exp(random.nextGaussian());
            made.open()[i] *= factor;
            made.high()[i] *= factor;
            made.low()[i] *= factor;
            made.close()[i] *= factor;
            made.volume()[i] *= 1 + random.nextDouble();
        }
        return made;
    }
}
