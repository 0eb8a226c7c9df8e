package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Folds.Gap;
import io.sextant.forecasting.model.Arima;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The word against the truth. The counts that a share of 5 % and of 80 % allow come from the binomial distribution. */
class VerdictTest {

    private static final int WALKS = Integer.getInteger("sextant.walks", 100);
    private static final Forecaster[] MODELS = {
        PlainModel.drift(), PlainModel.smoothing(), PlainModel.autoregression(1), PlainModel.autoregression(5)
    };

    @Test
    @Tag("scaled")
    void aRandomWalkHardlyEverShowsSkill() {
        int[] ofNormal = words(SimulatedWalk.NORMAL, Verdict.SKILL, 300, WALKS, MODELS);
        int[] ofHeavy = words(SimulatedWalk.CHANGING_VOLATILITY, Verdict.SKILL, 300, WALKS, MODELS);

        // 5 % and two deviations of it: 6.4 % of 1,000, 9.4 % of 100.
        int most = (int) (WALKS * 0.05 + 2 * Math.sqrt(WALKS * 0.05 * 0.95));
        assertThat(Arrays.stream(ofNormal).max())
                .satisfies(found -> assertThat(found.orElseThrow()).isLessThanOrEqualTo(most));
        assertThat(Arrays.stream(ofHeavy).max())
                .satisfies(found -> assertThat(found.orElseThrow()).isLessThanOrEqualTo(most));
    }

    @Test
    @Tag("scaled")
    void aPlantedAutoregressionIsFound() {
        int[] found = words(SimulatedWalk.PLANTED, Verdict.SKILL, 1_500, WALKS, PlainModel.autoregression(1));

        assertThat(found[0]).isGreaterThanOrEqualTo(WALKS * 80 / 100);
    }

    /** The one that people will use; it takes a second a series, so it sees fewer: 4 of 5 in each build, 40 of 50 in soak. */
    @Test
    @Tag("scaled")
    void arimaFindsThePlantedAutoregressionToo() {
        int series = WALKS / 20;
        int[] found = words(SimulatedWalk.PLANTED, Verdict.SKILL, 1_500, series, new Arima());

        assertThat(found[0]).isGreaterThanOrEqualTo(series * 80 / 100);
    }

    /** Twenty neighbours of noise are a forecast of noise, and everyone can see it. */
    @Test
    void aForecastOfNoiseIsWorseThanNaive() {
        Observations walk = SimulatedWalk.NORMAL.draw(500, 3);
        Comparison comparison = Comparison.of(
                walk,
                new LastValue(),
                List.of(PlainModel.nearest(2)),
                Plan.quiet(Folds.expanding(500, 2, 250, Gap.NONE), 1, Scale.AS_GIVEN, 1));

        assertThat(comparison.models().get(1).verdict()).isEqualTo(Verdict.WORSE_THAN_NAIVE);
    }

    /** How often each model earned the word, and last how often any did. */
    private static int[] words(SimulatedWalk kind, Verdict word, int points, int series, Forecaster... models) {
        List<Fold> folds = Folds.expanding(points, 5, points / 2, Gap.NONE);
        AtomicIntegerArray of = new AtomicIntegerArray(models.length);
        AtomicInteger any = new AtomicInteger();
        IntStream.range(0, series).parallel().forEach(walk -> {
            Comparison comparison = Comparison.of(
                    kind.draw(points, 1_000_003L * walk + 7),
                    new LastValue(),
                    List.of(models),
                    Plan.quiet(folds, 1, Scale.AS_GIVEN, 1));
            boolean one = false;
            for (int m = 0; m < models.length; m++) {
                if (comparison.models().get(m + 1).verdict() == word) {
                    of.incrementAndGet(m);
                    one = true;
                }
            }
            if (one) {
                any.incrementAndGet();
            }
        });
        int[] counts = new int[models.length + 1];
        for (int m = 0; m < models.length; m++) {
            counts[m] = of.get(m);
        }
        counts[models.length] = any.get();
        return counts;
    }
}
