package io.sextant.neural.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every learner behind the port must do, on series whose law is known. */
class ForecastersTest {

    private static final int CUT = 700;

    static Stream<Forecaster> all() {
        return Learners.all().stream();
    }

    /** Log prices whose changes follow an AR(1). */
    private static Observations walk(int count, double phi, long seed) {
        RandomGenerator random = new SeededRandom(seed);
        double[] values = new double[count];
        double change = 0;
        for (int i = 1; i < count; i++) {
            change = phi * change + 0.01 * random.nextGaussian();
            values[i] = values[i - 1] + change;
        }
        return Observations.ofValues(values);
    }

    /** A walk whose next change is told, but for noise as large, by the second of three features. */
    private static Observations told(int count) {
        RandomGenerator random = new SeededRandom(5);
        double[][] features = new double[3][count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            for (double[] feature : features) {
                feature[i] = 100 + 7 * random.nextGaussian();
            }
            if (i > 0) {
                values[i] = values[i - 1] + 0.01 * ((features[1][i - 1] - 100) / 7 + random.nextGaussian());
            }
        }
        features[2][3] = Double.NaN;
        long[] times = new long[count];
        Arrays.setAll(times, i -> i);
        return Observations.of(times, values, List.of("noise", "signal", "more noise"), features);
    }

    /** The share of naive's squared error that is saved over what follows the cut. */
    private static double saved(FittedForecaster fitted, Observations series) {
        double missed = 0;
        double naive = 0;
        for (int i = CUT; i < series.size(); i++) {
            double error = series.value(i) - fitted.forecast(1).mean()[0];
            double change = series.value(i) - series.value(i - 1);
            missed += error * error;
            naive += change * change;
            fitted.observe(series.get(i));
        }
        return 1 - missed / naive;
    }

    @ParameterizedTest
    @MethodSource("all")
    void findsWhatIsThereAndStaysNearNaiveWhereNothingIs(Forecaster forecaster) {
        Observations moving = walk(1000, 0.5, 3);
        Observations still = walk(1000, 0, 4);
        double found = saved(forecaster.fit(moving.between(0, CUT), Training.quiet(1, 1)), moving);
        double lost = saved(forecaster.fit(still.between(0, CUT), Training.quiet(1, 1)), still);

        // An AR(1) of 0.5 saves a quarter at best; with 300 steps the share itself varies by some 4%.
        assertThat(found).isBetween(0.08, 0.35);
        // A random walk saves nothing; naive itself loses nothing.
        assertThat(lost).isBetween(-0.02, 0.02);
    }

    @ParameterizedTest
    @MethodSource("all")
    void savesAndLoadsExactlyAndRepeatsItselfBySeed(Forecaster forecaster) throws IOException {
        Observations series = told(500);
        Observations past = series.between(0, 400);
        FittedForecaster fitted = forecaster.fit(past, Training.quiet(3, 7));
        FittedForecaster again = forecaster.fit(past, Training.quiet(3, 7));
        fitted.observe(series.get(400));
        again.observe(series.get(400));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fitted.save(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        FittedForecaster loaded = forecaster.load(in);
        assertThat(in.available()).isZero();
        for (int i = 401; i < 420; i++) {
            Forecast told = fitted.forecast(3);
            assertSame(loaded.forecast(3), told);
            assertSame(again.forecast(3), told);
            assertThat(loaded.explain()).isEqualTo(fitted.explain());
            fitted.observe(series.get(i));
            loaded.observe(series.get(i));
            again.observe(series.get(i));
        }
    }

    @Test
    void aNetworkGoesOnFromAParentOfItsShapeAndOnlyInWhatIsBelievedAlready() {
        Observations series = walk(1_200, 0.6, 8);
        FittedForecaster parent = NetworkForecaster.lstm().fit(series.between(0, 1_000), Training.quiet(1, 3));
        List<Double> anew = new ArrayList<>();
        List<Double> further = new ArrayList<>();
        FittedForecaster cold = NetworkForecaster.lstm().fit(series, finalLosses(anew));
        FittedForecaster warm =
                NetworkForecaster.lstm().fit(series, finalLosses(further).goingOnFrom(parent));

        assertThat(cold.hasParent()).isFalse();
        assertThat(warm.hasParent()).isTrue();
        assertThat(further.getFirst()).as("it begins where the parent ended").isLessThan(0.9 * anew.getFirst());
        assertThat(further).hasSizeLessThan(anew.size());
        assertThat(NetworkForecaster.gru()
                        .fit(series, Training.quiet(1, 3).goingOnFrom(parent))
                        .hasParent())
                .as("another shape")
                .isFalse();
    }

    /** The losses of the last pass, which alone tells no loss of validation. */
    private static Training finalLosses(List<Double> told) {
        return new Training(
                1,
                3,
                (done, loss, validation) -> {
                    if (Double.isNaN(validation) && Double.isFinite(loss)) {
                        told.add(loss);
                    }
                },
                () -> false);
    }

    private static void assertSame(Forecast one, Forecast other) {
        assertThat(one.origin()).isEqualTo(other.origin());
        assertThat(one.mean()).containsExactly(other.mean());
        assertThat(one.quantiles()).isDeepEqualTo(other.quantiles());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theExplanationAddsUpAndNamesTheFeatureThatTells(Forecaster forecaster) {
        Observations series = told(800);
        FittedForecaster fitted = forecaster.fit(series.between(0, CUT), Training.quiet(1, 7));
        for (int i = CUT; i < CUT + 5; i++) {
            fitted.observe(series.get(i));
        }
        Forecast told = fitted.forecast(1);
        Explanation explanation = fitted.explain();

        double sum = explanation.parts().stream()
                .mapToDouble(Explanation.Part::effect)
                .sum();
        double largest = explanation.parts().getFirst().effect();
        // Floats of XGBoost and of the network, of sums of some thousandths.
        assertThat(sum).isCloseTo(told.mean()[0] - told.origin(), within(1e-6));
        assertThat(explanation.parts().getFirst().what()).isEqualTo("signal");
        assertThat(explanation.parts().getFirst().value()).isCloseTo(series.feature(1, CUT + 4), within(1e-4));
        assertThat(Math.signum(largest)).isEqualTo(Math.signum(series.feature(1, CUT + 4) - 100));
        assertThat(Math.abs(largest)).isGreaterThan(2e-4);
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantilesCoverWhatTheySay(Forecaster forecaster) {
        Observations series = walk(1300, 0.2, 8);
        FittedForecaster fitted = forecaster.fit(series.between(0, CUT), Training.quiet(5, 1));
        int within = 0;
        int below = 0;
        int count = 0;
        for (int i = CUT; i + 4 < series.size(); i++) {
            Forecast told = fitted.forecast(5);
            double came = series.value(i + 4);
            count++;
            within += came >= told.quantile(5, 0.1) && came <= told.quantile(5, 0.9) ? 1 : 0;
            below += came < told.quantile(5, 0.5) ? 1 : 0;
            fitted.observe(series.get(i));
        }
        // 600 sums of 5 changes that overlap tell as much as some 120 that do not: twice 3.7% for 80%, 4.6% for the
        // median.
        assertThat((double) within / count).isBetween(0.69, 0.91);
        assertThat((double) below / count).isBetween(0.36, 0.64);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesWithASentenceWhatCannotBeLearned(Forecaster forecaster) {
        Observations few = walk(forecaster.observationsNeeded() - 1, 0, 1);
        assertThatThrownBy(() -> forecaster.fit(few, Training.quiet(1, 1)))
                .isInstanceOf(UnfitWindow.class)
                .hasMessageContaining(forecaster.name() + " needs at least");
        assertThatThrownBy(() -> forecaster.fit(Observations.ofValues(new double[500]), Training.quiet(1, 1)))
                .isInstanceOf(UnfitWindow.class)
                .hasMessageContaining("nothing moves");
        Training stopped = new Training(1, 1, (done, training, validation) -> {}, () -> true);
        assertThatThrownBy(() -> forecaster.fit(walk(400, 0, 1), stopped)).isInstanceOf(CancellationException.class);
        FittedForecaster fitted = forecaster.fit(walk(forecaster.observationsNeeded(), 0, 1), Training.quiet(1, 1));
        assertThatThrownBy(() -> fitted.forecast(2)).hasMessageContaining("1 steps ahead, not 2");
    }

    @Test
    void treesAreGrownForUpToEightStepsSpreadOverTheHorizon() {
        assertThat(BoostedForecaster.stepsWithTrees(3)).containsExactly(1, 2, 3);
        assertThat(BoostedForecaster.stepsWithTrees(100))
                .startsWith(1)
                .endsWith(100)
                .hasSize(8);
        assertThat(FittedTrees.everyStep(new float[] {1, 2, 4}, new int[] {1, 2, 6}, 6))
                .containsExactly(1f, 2f, 2.5f, 3f, 3.5f, 4f);
    }

    @Test
    void aModelThatSaysNothingUsefulIsNotBelieved() {
        RandomGenerator random = new SeededRandom(12);
        float[][] said = new float[400][1];
        float[][] useless = new float[400][1];
        float[][] useful = new float[400][1];
        for (int i = 0; i < 400; i++) {
            said[i][0] = (float) random.nextGaussian();
            useless[i][0] = (float) random.nextGaussian() - 0.1f * said[i][0];
            useful[i][0] = (float) random.nextGaussian() + 0.5f * said[i][0];
        }
        assertThat(Calibration.learn(said, useless, false).believed()[0]).isZero();
        // The slope is 0.5 with a standard error of 0.05.
        assertThat(Calibration.learn(said, useful, false).believed()[0]).isBetween(0.35, 0.65);
        assertThat(Calibration.learn(said, useless, false).believesNothing()).isTrue();
    }
}
