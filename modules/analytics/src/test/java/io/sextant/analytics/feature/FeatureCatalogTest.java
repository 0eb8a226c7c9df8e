package io.sextant.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureCatalogTest {

    @Test
    void holds360FeaturesEachWithItsOwnNameAndFormula() {
        List<Feature> all = FeatureCatalog.all();
        Set<String> names = new HashSet<>();
        Set<String> formulas = new HashSet<>();
        for (Feature feature : all) {
            assertThat(names.add(feature.name())).as(feature.name()).isTrue();
            assertThat(formulas.add(feature.formula())).as(feature.formula()).isTrue();
            assertThat(feature.unit()).isNotBlank();
            assertThat(feature.name()).matches("[a-z][a-z0-9_]*");
        }
        assertThat(all).hasSize(360);
    }

    @Test
    void everyFamilyHasFeatures() {
        assertThat(FeatureCatalog.all())
                .extracting(Feature::family)
                .containsOnly(FeatureFamily.values())
                .contains(FeatureFamily.values());
    }

    /** On days without a rest, an early number would be a wrong one and a late one a number withheld. */
    @Test
    void warmUpIsWhenTheFirstNumberComes() {
        BarSeries bars = MadeBars.of(new SeededRandom(3), 700);
        double[] peer = MadeBars.of(new SeededRandom(4), 700).close();
        FeatureColumns columns =
                FeatureColumns.of(bars, peer, MadeBars.knowing(new SeededRandom(5)), FeatureCatalog.all());
        for (int f = 0; f < columns.features().size(); f++) {
            Feature feature = columns.features().get(f);
            int first = 0;
            while (first < bars.size() && Double.isNaN(columns.get(f)[first])) {
                first++;
            }
            if (feature.needs().stream().anyMatch(EnumSet.of(DataNeed.BARS, DataNeed.VOLUME, DataNeed.PEER)::contains)
                    && !feature.name().equals("volume_over_its_time")) {
                assertThat(first + 1).as("bars until %s", feature.name()).isEqualTo(feature.warmUpBars());
            } else {
                assertThat(first + 1).as("bars until %s", feature.name()).isGreaterThanOrEqualTo(feature.warmUpBars());
                assertThat(first).as("bars until %s", feature.name()).isLessThan(bars.size());
            }
        }
    }

    @Test
    void whatIsNotKnownOfAnInstrumentIsNoNumber() {
        BarSeries bars = MadeBars.of(new SeededRandom(6), 400);
        FeatureColumns columns = FeatureColumns.of(bars, FeatureCatalog.all());
        for (int f = 0; f < columns.features().size(); f++) {
            Feature feature = columns.features().get(f);
            if (!feature.isWithin(Feature.ofBarsAlone())) {
                assertThat(columns.get(f)).as(feature.name()).containsOnly(Double.NaN);
            }
        }
        assertThat(FeatureCatalog.within(Feature.ofBarsAlone())).hasSizeBetween(200, 359);
    }

    @Test
    void aStreamOfSomeTellsWhatAllTell() {
        BarSeries bars = MadeBars.of(new SeededRandom(8), 500);
        FeatureColumns all = FeatureColumns.of(bars, FeatureCatalog.all());
        for (String name : List.of("vol_yang_zhang_20", "macd_histogram", "new_york_open", "adx_14")) {
            Feature one = FeatureCatalog.find(name).orElseThrow();
            FeatureColumns alone = FeatureColumns.of(bars, List.of(one));
            assertThat(alone.get(0))
                    .as(name)
                    .containsExactly(all.get(FeatureCatalog.all().indexOf(one)));
        }
    }
}
