package io.sextant.forecasting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.analytics.estimation.ArimaFilter;
import io.sextant.analytics.estimation.ArimaOrder;
import io.sextant.analytics.linear.LeastSquares;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatisticalModelsTest {

    private static final Path FOLDER = Path.of("..", "..", "..", "shared", "data");

    private static List<String> lines(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(
                Files.exists(file),
                () -> "no reference data at " + file.toAbsolutePath().normalize());
        return Files.readAllLines(file);
    }

    private static double[] bitcoin() throws IOException {
        List<String> lines = lines("crypto/daily_six_coins_close_wide.csv");
        int column =
                Arrays.asList(lines.getFirst().replace("\"", "").split(",")).indexOf("BTC");
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Math.log(Double.parseDouble(line.split(",")[column])))
                .toArray();
    }

    /** Columns: date, actual, naive, arima111, ses. */
    private static double[] reference(int column) throws IOException {
        return lines("computed/forecast_eval_btc_forecasts.csv").stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
                .toArray();
    }

    /** R's search for alpha ends within 1e-4 of the top; a forecast moves by that share of a gap of at most 0.3. */
    @Test
    void simpleSmoothingForecastsAsR() throws IOException {
        double[] values = bitcoin();
        double[] theirs = reference(4);
        int trained = values.length - theirs.length;

        SmoothingFit fit = SmoothingFit.of(SmoothingForm.LEVEL, Arrays.copyOf(values, trained), 1);

        assertThat(fit.weights().alpha()).isCloseTo(0.977840918487876, within(1e-4));
        SmoothingState state = fit.start();
        state.errors(Arrays.copyOf(values, trained));
        for (int i = 0; i < theirs.length; i++) {
            assertThat(state.expected()).isCloseTo(theirs[i], within(2e-5));
            state.observe(values[trained + i]);
        }
    }

    @Test
    void arimaStepsAsR() throws IOException {
        double[] values = bitcoin();
        double[] theirs = reference(3);
        int trained = values.length - theirs.length;
        ArimaFilter filter = ArimaFilter.before(
                ArimaOrder.of(1, 1, 1), new double[] {-0.878103546796708, 0.855983464537796}, 0.0018);
        for (int i = 0; i < trained; i++) {
            filter.observe(values[i]);
        }
        for (int i = 0; i < theirs.length; i++) {
            // R's level begins with a prior of variance 10^6 instead of none.
            assertThat(filter.mean(1)[0]).isCloseTo(theirs[i], within(1e-7));
            filter.observe(values[trained + i]);
        }
    }

    /** A surprise of 1 now moves the value j steps later by c_j: found by giving it to the recursion. */
    @ParameterizedTest
    @EnumSource(SmoothingForm.class)
    void deviationsAreThoseOfTheRecursion(SmoothingForm form) {
        int period = form.isSeasonal() ? 4 : 0;
        SmoothingState.Weights weights = new SmoothingState.Weights(
                0.5, form.hasTrend() ? 0.2 : 0, form.isSeasonal() ? 0.3 : 0, form.isDamped() ? 0.9 : 1);
        int horizon = 10;
        double[] squares = new double[horizon];
        for (int j = 0; j < horizon; j++) {
            SmoothingState calm = new SmoothingState(weights, 2, form.hasTrend() ? 0.1 : 0, new double[period], 0);
            SmoothingState moved = new SmoothingState(weights, 2, form.hasTrend() ? 0.1 : 0, new double[period], 0);
            for (int h = 0; h < horizon; h++) {
                double gap = moved.expected() - calm.expected() + (h == j ? 1 : 0);
                squares[h] += gap * gap;
                moved.observe(moved.expected() + (h == j ? 1 : 0));
                calm.observe(calm.expected());
            }
        }
        SmoothingState state = new SmoothingState(weights, 2, 0, new double[period], 0);
        double[] deviations = state.deviations(horizon, 3);
        for (int h = 0; h < horizon; h++) {
            assertThat(deviations[h]).isCloseTo(3 * Math.sqrt(squares[h]), within(1e-12));
        }
    }

    /** Weights and initial states over a grid around the found ones err no less. */
    @ParameterizedTest
    @EnumSource(SmoothingForm.class)
    void noNeighbourErrsLess(SmoothingForm form) {
        SeededRandom random = new SeededRandom(5);
        double[] values = new double[120];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.05 * i + Math.sin(i * Math.PI / 2) + random.nextGaussian();
        }
        SmoothingFit fit = SmoothingFit.of(form, values, 4);
        double least = squares(fit.start(), values);
        assertThat(least).isCloseTo(fit.squares(), within(1e-8 * least));
        SmoothingState.Weights w = fit.weights();
        for (double alpha : new double[] {w.alpha() - 0.01, w.alpha() + 0.01}) {
            if (alpha > Math.max(w.beta(), 1e-4) && alpha < 1 - Math.max(w.gamma(), 1e-4)) {
                SmoothingState.Weights beside = new SmoothingState.Weights(alpha, w.beta(), w.gamma(), w.phi());
                SmoothingState start = fit.start();
                assertThat(squares(new SmoothingState(beside, start.level, start.trend, start.season, 0), values))
                        .isGreaterThan(least - 1e-9);
            }
        }
        for (double level : new double[] {-0.01, 0.01}) {
            SmoothingState start = fit.start();
            assertThat(squares(new SmoothingState(w, start.level + level, start.trend, start.season, 0), values))
                    .isGreaterThan(least - 1e-9);
        }
    }

    private static double squares(SmoothingState state, double[] values) {
        return Arrays.stream(state.errors(values)).map(e -> e * e).sum();
    }

    /** The line and the smoothing of what is twice as bent, written as the authors do. */
    @Test
    void thetaIsHalfALineAndHalfASmoothing() {
        double[] values = Made.walk(120, 0.2, 6);
        int n = values.length;
        double[] ones = new double[n];
        double[] count = new double[n];
        Arrays.fill(ones, 1);
        Arrays.setAll(count, i -> i);
        double[] line = LeastSquares.fit(values, ones, count).coefficients();
        double alpha = SmoothingFit.of(SmoothingForm.LEVEL, values, 1).weights().alpha();
        double smoothed = 2 * values[0] - line[0];
        for (int i = 1; i < n; i++) {
            double bent = 2 * values[i] - (line[0] + line[1] * i);
            smoothed += alpha * (bent - smoothed);
        }

        double[] mean = new Theta()
                .fit(Observations.ofValues(values), Training.quiet(4, 1))
                .forecast(4)
                .mean();

        for (int h = 1; h <= 4; h++) {
            double expected = 0.5 * (line[0] + line[1] * (n - 1 + h)) + 0.5 * smoothed;
            assertThat(mean[h - 1]).isCloseTo(expected, within(1e-10));
        }
    }

    @Test
    void driftAndSeasonalNaiveAreTheirFormulas() {
        double[] values = {1, 2, 4, 3, 5, 6, 8, 7, 9, 10, 12, 11, 13, 14, 16, 15, 17, 18, 20, 19, 21};
        Observations all = Observations.ofValues(values);

        Forecast drift = new Drift().fit(all, Training.quiet(2, 1)).forecast(2);
        Forecast season = new SeasonalNaive(4).fit(all, Training.quiet(5, 1)).forecast(5);

        assertThat(drift.mean()).containsExactly(22, 23);
        double squares = 0;
        for (int i = 1; i < values.length; i++) {
            squares += Math.pow(values[i] - values[i - 1] - 1, 2);
        }
        double deviation = Math.sqrt(squares / 19 * 2 * (1 + 2.0 / 20));
        assertThat(drift.quantile(2, 0.975) - 23).isCloseTo(1.959963984540054 * deviation, within(1e-9));
        assertThat(season.mean()).containsExactly(18, 20, 19, 21, 18);
        // Each seasonal step is 4: four up to a season ahead, sqrt 2 as far in the second.
        assertThat(season.quantile(4, 0.975) - 21).isCloseTo(1.959963984540054 * 4, within(1e-9));
        assertThat(season.quantile(5, 0.975) - 18).isCloseTo(1.959963984540054 * 4 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void smoothingFindsTheSeasonThatIsThere() {
        SeededRandom random = new SeededRandom(8);
        double[] values = new double[24 * 20];
        for (int i = 0; i < values.length; i++) {
            values[i] = 5 + Math.sin(2 * Math.PI * i / 24) + 0.1 * random.nextGaussian();
        }

        Forecast next = new ExponentialSmoothing()
                .fit(Made.hourly(values), Training.quiet(24, 1))
                .forecast(24);

        for (int h = 1; h <= 24; h++) {
            double truth = 5 + Math.sin(2 * Math.PI * (values.length + h - 1) / 24);
            assertThat(next.mean()[h - 1]).isCloseTo(truth, within(0.15));
        }
    }

    /** Steps remember 0.5: no forecast that knows it errs more than one that does not. */
    @Test
    void arimaBeatsTheLastValueWhereStepsRemember() {
        assertThat(errorOverNaive(new Arima(), Made.walk(1_000, 0.5, 9))).isLessThan(0.93);
    }

    private static double errorOverNaive(Forecaster model, double[] values) {
        Observations all = Observations.ofValues(values);
        int half = values.length / 2;
        FittedForecaster fitted = model.fit(all.between(0, half), Training.quiet(1, 1));
        double ours = 0;
        double naive = 0;
        for (int i = half; i < values.length; i++) {
            ours += Math.pow(values[i] - fitted.forecast(1).mean()[0], 2);
            naive += Math.pow(values[i] - values[i - 1], 2);
            fitted.observe(all.get(i));
        }
        return Math.sqrt(ours / naive);
    }

    /** Calm and wild stretches: whoever follows them tells a wider step after wild ones. */
    @Test
    void volatilityModelsWidenAfterWildSteps() {
        SeededRandom random = new SeededRandom(12);
        double[] values = new double[1_200];
        for (int i = 1; i < values.length; i++) {
            values[i] = values[i - 1] + (i / 100 % 2 == 0 ? 0.01 : 0.04) * random.nextGaussian();
        }
        Observations all = Observations.ofValues(values);
        for (Forecaster model : List.of(new GarchForecaster(), new HeterogeneousVolatility())) {
            FittedForecaster fitted = model.fit(all.between(0, 800), Training.quiet(1, 1));
            double calm = 0;
            double wild = 0;
            for (int i = 800; i < 1_200; i++) {
                Forecast next = fitted.forecast(1);
                double width = next.quantile(1, 0.9) - next.quantile(1, 0.1);
                if (i % 100 >= 30) {
                    calm += i / 100 % 2 == 0 ? width : 0;
                    wild += i / 100 % 2 == 0 ? 0 : width;
                }
                fitted.observe(all.get(i));
            }
            assertThat(wild / calm).as(model.name()).isBetween(2.0, 6.0);
        }
    }

    /** omega + alpha e^2 + beta h, and its sum ahead, from what the fit itself tells. */
    @Test
    void garchSumsItsVariances() {
        Observations all = Observations.ofValues(Made.walk(600, 0, 13));
        FittedForecaster fitted = new GarchForecaster().fit(all, Training.quiet(3, 1));
        double mu = fitted.explain().parts().getFirst().value();
        double before = fitted.explain().parts().get(1).value();

        fitted.observe(new Observation(600, all.last() + mu + 0.2, new double[0]));
        double after = fitted.explain().parts().get(1).value();
        fitted.observe(new Observation(601, all.last() + 2 * mu + 0.2, new double[0]));

        assertThat(after).isGreaterThan(before);
        assertThat(fitted.explain().parts().get(1).value()).isLessThan(after);
    }
}
