package io.sextant.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.fleet.LocalFleet;
import io.sextant.engine.tuning.Tuning;
import io.sextant.engine.tuning.TuningWork;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.search.Tunable;
import io.sextant.neural.forecast.TunableLearners;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningElsewhereTest {

    /** The series travels with its feature, and the learner is found there by its name. */
    @Test
    void settingsAreWorthTheSameToTheLastBitWhereverTheyAreTried() {
        SeededRandom random = new SeededRandom(4);
        double[] values = new double[640];
        double[] feature = new double[values.length];
        long[] times = new long[values.length];
        for (int i = 1; i < values.length; i++) {
            times[i] = i;
            feature[i] = random.nextGaussian();
            values[i] = 0.8 * values[i - 1] + 0.4 * feature[i - 1] + random.nextGaussian();
        }
        Tunable trees = TunableLearners.all().getLast();
        Observations all = Observations.of(times, values, List.of("f"), new double[][] {feature});
        Tuning tuning = new Tuning(trees, all.between(20, 520), 2, Scale.AS_GIVEN, 3);
        List<Map<String, String>> settings = List.of(
                trees.space().valuesAt(new double[] {0.1, 0.9, 0.5, 0.5, 0.2, 0.3}),
                trees.space().valuesAt(new double[] {0.8, 0.2, 0.9, 0.9, 0.7, 0.6}));
        double[] here = settings.stream()
                .mapToDouble(each -> tuning.loss(each, () -> false))
                .toArray();
        try (Fleet fleet = new LocalFleet(2)) {
            assertThat(TuningWork.losses(fleet, TuningWork.of(tuning), settings, () -> false))
                    .containsExactly(here);
        }
        assertThat(here[0]).isFinite().isNotEqualTo(here[1]);
    }
}
