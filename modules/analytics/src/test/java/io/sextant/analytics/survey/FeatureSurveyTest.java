package io.sextant.analytics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FeatureSurveyTest {

    private static final int SIZE = 1_500;

    private final BarSeries bars = bars(3);
    private final List<Feature> features = List.of(feature("ret_1"), feature("ret_5"), feature("rsi_14"));

    private static Feature feature(String name) {
        return FeatureCatalog.find(name).orElseThrow();
    }

    private static BarSeries bars(long seed) {
        RandomGenerator random = SeededRandom.stream(seed, 1);
        BarSeries bars = new BarSeries(
                new long[SIZE],
                new double[SIZE],
                new double[SIZE],
                new double[SIZE],
                new double[SIZE],
                new double[SIZE],
                SIZE);
        double price = 100;
        for (int i = 0; i < SIZE; i++) {
            double next = price * Math.exp(0.002 * random.nextGaussian());
            bars.openTimeNanos()[i] = i * 60_000_000_000L;
            bars.open()[i] = price;
            bars.high()[i] = Math.max(price, next) * 1.001;
            bars.low()[i] = Math.min(price, next) * 0.999;
            bars.close()[i] = next;
            bars.volume()[i] = 1 + random.nextInt(1_000);
            price = next;
        }
        return bars;
    }

    @Test
    void looksAtAFeatureOverPeriodsAndHorizons() {
        double[] column = FeatureColumns.of(bars, List.of(feature("rsi_14"))).get(0);
        FeatureSurvey survey = FeatureSurvey.of(feature("rsi_14"), bars, column, 5, 4, SurveyWatch.NOBODY);
        assertThat(survey.periods()).hasSize(4);
        assertThat(survey.periods().getFirst().fromRow()).isEqualTo(14);
        assertThat(survey.periods().getLast().toRow()).isEqualTo(SIZE);
        assertThat(survey.periods().stream().mapToInt(Period::count).sum())
                .isEqualTo(survey.distribution().count());
        assertThat(survey.periods().getFirst().stability()).isNaN();
        assertThat(survey.periods().get(1).stability()).isGreaterThan(0);
        assertThat(survey.coefficients().stream()
                        .map(InformationCoefficient::horizonBars)
                        .toList())
                .isEqualTo(FeatureSurvey.HORIZONS);
        assertThat(survey.coefficients().get(2)).isEqualTo(survey.coefficient());
        assertThat(survey.buckets().stream().mapToInt(Bucket::count).sum())
                .isEqualTo(survey.coefficient().count());
    }

    @Test
    void aFeatureWithoutNumbersIsLookedAtAllTheSame() {
        Feature peer = FeatureCatalog.all().stream()
                .filter(one -> !one.isWithin(Feature.ofBarsAlone()))
                .findFirst()
                .orElseThrow();
        double[] column = FeatureColumns.of(bars, List.of(peer)).get(0);
        FeatureSurvey survey = FeatureSurvey.of(peer, bars, column, 5, 4, SurveyWatch.NOBODY);
        assertThat(survey.distribution().count()).isZero();
        assertThat(survey.periods()).isEmpty();
        assertThat(survey.buckets()).isEmpty();
        assertThat(survey.coefficient().value()).isNaN();
    }

    @Test
    void theMostAlikeFeatureIsItsOwnTwinUpsideDown() {
        double[][] columns = FeatureColumns.of(bars, features).all();
        columns[2] = columns[0].clone();
        for (int i = 0; i < SIZE; i++) {
            columns[2][i] = -3 * columns[2][i];
        }
        FeatureMatrix matrix = FeatureMatrix.of(bars, features, columns);
        List<FeatureMatrix.Alike> alike = matrix.alike(features.get(0), 5, SurveyWatch.NOBODY);
        assertThat(alike).hasSize(2);
        assertThat(alike.getFirst().feature()).isEqualTo(features.get(2));
        assertThat(alike.getFirst().correlation()).isCloseTo(-1, within(1e-12));
        assertThat(alike.getFirst().count()).isEqualTo(SIZE - 1);
    }

    @Test
    void theMatrixIsThatOfTheColumnsAndCanBeEnded() {
        FeatureMatrix matrix = FeatureMatrix.of(bars, null, (timeNanos, into) -> {}, features, SurveyWatch.NOBODY);
        assertThat(matrix.find(features.get(1)).orElseThrow())
                .isEqualTo(FeatureColumns.of(bars, features).get(1));
        assertThat(matrix.find(feature("weekday"))).isEmpty();
        assertThatThrownBy(() -> FeatureMatrix.of(bars, null, (timeNanos, into) -> {}, features, share -> share < 0.5))
                .isInstanceOf(CancellationException.class);
    }

    /** The first says what comes, the second the same upside down, the third nothing. */
    @Test
    void aSetThatKnewWhatCameIsWorthMoreThanOneThatDidNot() {
        double[] returns = ForwardReturns.of(bars.close(), SIZE, 5);
        RandomGenerator random = SeededRandom.stream(8, 1);
        double[][] columns = new double[3][SIZE];
        for (int i = 0; i < SIZE; i++) {
            double known = Double.isNaN(returns[i]) ? 0 : returns[i];
            columns[0][i] = known + 0.01 * random.nextGaussian();
            columns[1][i] = -known + 0.01 * random.nextGaussian();
            columns[2][i] = random.nextGaussian();
        }
        FeatureMatrix matrix = FeatureMatrix.of(bars, features, columns);
        SetFigures good = SetFigures.of(matrix, features.subList(0, 2), 5, SurveyWatch.NOBODY);
        SetFigures idle = SetFigures.of(matrix, features.subList(2, 3), 5, SurveyWatch.NOBODY);
        assertThat(good.known()).isEqualTo(2);
        assertThat(good.together().low()).isGreaterThan(0.2);
        assertThat(good.together().value()).isGreaterThan(good.meanCoefficient());
        assertThat(good.redundancy()).isBetween(0.0, 0.5);
        assertThat(idle.together().isApartFromZero()).isFalse();
        assertThat(idle.redundancy()).isNaN();
        assertThat(idle.strongest()).contains(features.get(2));

        SetFigures nothing = SetFigures.of(matrix, List.of(feature("weekday")), 5, SurveyWatch.NOBODY);
        assertThat(nothing.known()).isZero();
        assertThat(nothing.strongest()).isEmpty();
        assertThat(nothing.together().value()).isNaN();
    }

    /** What came after the first part has no say in the signs that it gives. */
    @Test
    void signsAreLearnedFromTheFirstPartAlone() {
        double[] returns = ForwardReturns.of(bars.close(), SIZE, 5);
        double[][] columns = new double[1][SIZE];
        for (int i = 0; i < SIZE; i++) {
            double known = Double.isNaN(returns[i]) ? 0 : returns[i];
            columns[0][i] = i < 0.6 * SIZE ? known : -known;
        }
        FeatureMatrix matrix = FeatureMatrix.of(bars, features.subList(0, 1), columns);
        assertThat(SetFigures.of(matrix, features.subList(0, 1), 5, SurveyWatch.NOBODY)
                        .together()
                        .value())
                .isCloseTo(-1, within(1e-9));
    }
}
