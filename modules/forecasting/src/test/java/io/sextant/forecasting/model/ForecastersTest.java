package io.sextant.forecasting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.estimation.ArimaOrder;
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
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model. */
class ForecastersTest {

    private static final int SIZE = 600;
    private static final int TRAINED = 500;
    private static final int HORIZON = 5;

    static Stream<Forecaster> models() {
        return Stream.of(
                new Drift(),
                new SeasonalNaive(24),
                new ExponentialSmoothing(1),
                new Theta(),
                new Arima(),
                new Arima(ArimaOrder.of(1, 1, 1)),
                new GarchForecaster(),
                new HeterogeneousVolatility(),
                new Structural(),
                new Analogues(),
                new KMeansSegments(),
                new ProfileWeights());
    }

    private static Training training() {
        return Training.quiet(HORIZON, 7);
    }

    private static void same(Forecast one, Forecast other) {
        assertThat(one.origin()).isEqualTo(other.origin());
        assertThat(one.mean()).isEqualTo(other.mean());
        assertThat(one.quantiles()).isDeepEqualTo(other.quantiles());
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingThatCameLaterMovesAForecast(Forecaster model) {
        double[] values = Made.walk(SIZE, 0.3, 1);
        double[] other = values.clone();
        for (int i = TRAINED; i < SIZE; i++) {
            other[i] = -5 * values[i];
        }

        Forecast one =
                model.fit(Made.hourly(values).between(0, TRAINED), training()).forecast(HORIZON);
        Forecast same =
                model.fit(Made.hourly(other).between(0, TRAINED), training()).forecast(HORIZON);
        Forecast alone = model.fit(Made.hourly(Arrays.copyOf(values, TRAINED)), training())
                .forecast(HORIZON);

        same(one, same);
        same(one, alone);
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsLoadedGoesOnAsWhatWasSaved(Forecaster model) throws IOException {
        Observations all = Made.hourly(Made.walk(SIZE, 0.3, 2));
        FittedForecaster fitted = model.fit(all.between(0, TRAINED), training());
        for (int i = TRAINED; i < TRAINED + 30; i++) {
            fitted.observe(all.get(i));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fitted.save(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

        FittedForecaster loaded = model.load(in);

        assertThat(in.available()).isZero();
        for (int i = TRAINED + 30; i < SIZE; i++) {
            same(loaded.forecast(HORIZON), fitted.forecast(HORIZON));
            loaded.observe(all.get(i));
            fitted.observe(all.get(i));
        }
        same(loaded.forecast(HORIZON), fitted.forecast(HORIZON));
        assertThat(loaded.explain()).isEqualTo(fitted.explain());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theReasonsAddUpToTheForecastChange(Forecaster model) {
        Observations all = Made.hourly(Made.walk(SIZE, 0.4, 3));
        FittedForecaster fitted = model.fit(all.between(0, TRAINED), training());
        for (int i = TRAINED; i < TRAINED + 40; i++) {
            Forecast next = fitted.forecast(1);
            double sum = fitted.explain().parts().stream()
                    .mapToDouble(Explanation.Part::effect)
                    .sum();
            assertThat(sum).isCloseTo(next.mean()[0] - next.origin(), within(1e-9));
            assertThat(next.origin()).isEqualTo(all.value(i - 1));
            fitted.observe(all.get(i));
        }
    }

    /** Of a walk whose steps are alike: 80 % within the tenth and the ninetieth quantile, and wider further ahead. */
    @ParameterizedTest
    @MethodSource("models")
    void intervalsCoverWhatTheySay(Forecaster model) {
        int inside = 0;
        int asked = 0;
        double near = 0;
        double far = 0;
        for (int round = 0; round < 4; round++) {
            Observations all = Made.hourly(Made.walk(800, 0, 10 + round));
            FittedForecaster fitted = model.fit(all.between(0, 400), training());
            for (int i = 400; i < 800; i++) {
                Forecast next = fitted.forecast(2);
                inside += all.value(i) >= next.quantile(1, 0.1) && all.value(i) <= next.quantile(1, 0.9) ? 1 : 0;
                asked++;
                near += next.quantile(1, 0.9) - next.quantile(1, 0.1);
                far += next.quantile(2, 0.9) - next.quantile(2, 0.1);
                fitted.observe(all.get(i));
            }
        }
        // A season ago is 24 steps away and its errors hang together; of the others 1,600 are 1 % of deviation.
        double loose = model instanceof SeasonalNaive ? 0.15 : 0.05;
        assertThat((double) inside / asked).isCloseTo(0.8, within(loose));
        assertThat(far).isGreaterThan(0.97 * near);
    }

    @ParameterizedTest
    @MethodSource("models")
    void refusesWhatIsTooShortOrDoesNotMove(Forecaster model) {
        assertThatThrownBy(() -> model.fit(Made.hourly(Made.walk(5, 0, 1)), training()))
                .isInstanceOf(UnfitWindow.class)
                .hasMessageContaining("observations");
        double[] flat = new double[SIZE];
        Arrays.fill(flat, 3);
        assertThatThrownBy(() -> model.fit(Made.hourly(flat), training())).isInstanceOf(UnfitWindow.class);
        assertThat(model.observationsNeeded()).isBetween(2, SIZE);
        assertThat(model.name()).matches("[a-z-]+");
    }
}
