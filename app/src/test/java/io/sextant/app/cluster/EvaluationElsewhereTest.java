package io.sextant.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.forecast.Stretch;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.evaluation.FleetWalks;
import io.sextant.engine.fleet.LocalFleet;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.annotation.StretchesWeighed;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.evaluation.Walks;
import io.sextant.neural.forecast.ForecasterCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class EvaluationElsewhereTest {

    private static final int SIZE = 420;

    private static Observations observations() {
        SeededRandom random = new SeededRandom(6);
        double[] values = new double[SIZE];
        double[] feature = new double[SIZE];
        long[] times = new long[SIZE];
        for (int i = 1; i < SIZE; i++) {
            times[i] = i;
            feature[i] = random.nextGaussian();
            values[i] = 0.7 * values[i - 1] + 0.4 * feature[i - 1] + random.nextGaussian();
        }
        return Observations.of(times, values, List.of("f"), new double[][] {feature});
    }

    private static Plan plan() {
        return new Plan(
                Folds.rolling(SIZE, 3, 240, new Folds.Gap(2, 1), 200),
                2,
                5,
                Scale.AS_GIVEN,
                10,
                1,
                new boolean[0],
                new String[0],
                2,
                (model, done, of) -> {},
                () -> false);
    }

    private static List<Forecaster> models(String... names) {
        List<Forecaster> models = new ArrayList<>();
        for (String name : names) {
            models.add(ForecasterCatalogue.find(name).orElseThrow());
        }
        return models;
    }

    private static Comparison compared(List<Forecaster> models, Plan plan, Walks walks) {
        return Comparison.of(observations(), ForecasterCatalogue.naive(), models, plan, walks);
    }

    private static boolean sameBits(double one, double other) {
        return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
    }

    /** Learners by their names, seeds by the fold, marked stretches, and who cannot learn with the reason in the same words. */
    @Test
    void aComparisonComesToTheSameBitsOnAnyFleetInAnyOrder() {
        List<Forecaster> models = models("theta", "xgb", "seasonal-naive", "drift-conformal");
        models.add(new StretchesWeighed(
                ForecasterCatalogue.find("arima").orElseThrow(),
                List.of(
                        Stretch.leftOut(Stretch.Kind.CRISIS, "é", 60, 75),
                        new Stretch(Stretch.Kind.OTHER, "", 80, 120, 0.3))));
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Plan plan = plan().watchedBy((model, done, of) -> told.add(model + " " + done + " of " + of), () -> false);
        Comparison alone = compared(models, plan, Walks.HERE);
        List<String> toldAlone = List.copyOf(told);
        assertThat(alone.models()).hasSize(5);
        assertThat(alone.unfit()).hasSize(1);
        try (Fleet threads = new LocalFleet(2);
                Fleet backwards = new Backwards()) {
            for (Fleet fleet : List.of(threads, backwards)) {
                told.clear();
                assertThat(compared(models, plan, new FleetWalks(fleet)))
                        .usingRecursiveComparison()
                        .withEqualsForType(EvaluationElsewhereTest::sameBits, Double.class)
                        .isEqualTo(alone);
                assertThat(told).containsExactlyInAnyOrderElementsOf(toldAlone);
            }
        }
    }

    @Test
    void whoAsksToStopIsHeard() {
        Plan plan = plan().watchedBy((model, done, of) -> {}, () -> true);
        try (Fleet fleet = new LocalFleet(1)) {
            assertThatThrownBy(() -> compared(models("drift"), plan, new FleetWalks(fleet)))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
