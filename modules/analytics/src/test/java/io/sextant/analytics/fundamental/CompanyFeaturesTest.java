package io.sextant.analytics.fundamental;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.analytics.feature.FeatureFamily;
import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyTopic;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CompanyFeaturesTest {

    private static final List<Feature> FEATURES = FeatureCatalog.all().stream()
            .filter(feature -> feature.family() == FeatureFamily.FUNDAMENTALS)
            .toList();

    private static BarSeries days(LocalDate first, int size) {
        long[] times = new long[size];
        double[] price = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = Reports.nanos(first.plusDays(i));
            price[i] = 50;
        }
        return new BarSeries(times, price, price, price, price, price, size);
    }

    private static FeatureColumns columns(BarSeries bars, List<CompanyFact> facts) {
        return FeatureColumns.of(bars, null, new CompanyFeatures(facts), FEATURES);
    }

    private static double[] column(FeatureColumns columns, String name) {
        return columns.get(columns.features().indexOf(FeatureCatalog.find(name).orElseThrow()));
    }

    @Test
    void aFigureIsKnownFromTheBarAtWhoseCloseItWasOut() {
        List<CompanyFact> facts = new Reports()
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2025-12-31", 2.5)
                .facts();
        double[] yield = column(columns(days(LocalDate.of(2026, 1, 31), 20), facts), "earnings_yield");
        // Published on 9 February at 0:00, which is when the bar of the 8th closes.
        assertThat(yield[7]).isNaN();
        assertThat(yield[8]).isEqualTo(0.05);
    }

    @Test
    void aRevisionChangesNothingBeforeItWasPublished() {
        List<CompanyFact> facts = new Reports()
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2025-12-31", 2.5)
                .add(
                        new CompanyTopic.OfFigure(CompanyFigure.EARNINGS_PER_SHARE, 12),
                        "2025-12-31",
                        LocalDate.of(2026, 2, 15),
                        1)
                .facts();
        double[] yield = column(columns(days(LocalDate.of(2026, 1, 31), 20), facts), "earnings_yield");
        assertThat(yield[13]).isEqualTo(0.05);
        assertThat(yield[14]).isEqualTo(0.02);
    }

    /** Facts of after a random day are taken away: no bar before that day tells anything else, to the last bit. */
    @Test
    void nothingPublishedLaterIsEverSeen() {
        RandomGenerator random = new SeededRandom(9);
        BarSeries bars = days(LocalDate.of(2024, 1, 1), 700);
        for (int round = 0; round < 30; round++) {
            List<CompanyFact> facts = random(random);
            long cut = Reports.nanos(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700)));
            List<CompanyFact> before = new ArrayList<>(
                    facts.stream().filter(fact -> fact.knownNanos() <= cut).toList());
            FeatureColumns all = columns(bars, facts);
            FeatureColumns early = columns(bars, before);
            for (int f = 0; f < FEATURES.size(); f++) {
                for (int i = 0; i + 1 < bars.size() && bars.openTimeNanos()[i + 1] <= cut; i++) {
                    assertThat(Double.doubleToLongBits(early.get(f)[i]))
                            .as("%s on day %s", FEATURES.get(f), i)
                            .isEqualTo(Double.doubleToLongBits(all.get(f)[i]));
                }
            }
        }
    }

    private static List<CompanyFact> random(RandomGenerator random) {
        Reports reports = new Reports();
        for (int year = 2022; year <= 2025; year++) {
            for (CompanyFigure figure : CompanyFigure.values()) {
                String end = year + "-12-31";
                LocalDate out = LocalDate.parse(end).plusDays(20 + random.nextInt(200));
                CompanyTopic topic = new CompanyTopic.OfFigure(figure, figure.isFlow() ? 12 : 0);
                reports.add(topic, end, out, 1 + random.nextDouble());
                if (random.nextInt(4) == 0) {
                    reports.add(topic, end, out.plusDays(1 + random.nextInt(90)), 1 + random.nextDouble());
                }
            }
        }
        return reports.facts();
    }
}
