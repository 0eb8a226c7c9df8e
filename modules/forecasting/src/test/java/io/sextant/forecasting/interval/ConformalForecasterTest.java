package io.sextant.forecasting.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.evaluation.LastValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConformalForecasterTest {

    private static final int LEARNED = 600;
    private static final int TOLD = 2_000;

    /** Volatility doubles where the calibration ends: what was learned is wrong from then on, and a fixed calibration too. */
    private final Observations stormy = walk(i -> i < LEARNED ? 1 : 2);

    @Test
    void aFixedCalibrationKeepsItsPromiseWhereNothingChanges() {
        Observations calm = walk(i -> 1);
        ConformalForecaster split = new ConformalForecaster(new LastValue(), 0.5, 300, 0);

        // A share of 0.8 among 2,000 and the luck of 300 scores: a deviation of 0.009 and 0.023 together 0.025; three
        // of them.
        assertThat(coverage(split, calm, 0.1, 1)).isBetween(0.725, 0.875);
        assertThat(coverage(split, calm, 0.025, 1)).isBetween(0.91, 0.985);
    }

    /** The bound of Gibbs and Candes 2021, proposition 4.1: no further off than (max(a, 1 - a) + g)/(g T), whatever comes. */
    @Test
    void anAdaptiveOneKeepsItWhateverComes() {
        double adaptation = 0.02;
        ConformalForecaster adaptive = new ConformalForecaster(new LastValue(), 0.5, 300, adaptation);
        double bound = (1 + adaptation) / (adaptation * TOLD);

        assertThat(coverage(new LastValue(), stormy, 0.1, 1)).isLessThan(0.6);
        assertThat(coverage(adaptive, stormy, 0.1, 1)).isBetween(0.8 - bound, 0.8 + bound);
        assertThat(coverage(adaptive, stormy, 0.025, 1)).isBetween(0.95 - bound, 0.95 + bound);
        assertThat(coverage(adaptive, stormy, 0.1, 3)).isBetween(0.8 - bound, 0.8 + bound);
    }

    @Test
    void theMiddleStaysTheModels() {
        Observations past = stormy.between(0, LEARNED);
        Forecast told = ConformalForecaster.of(new LastValue())
                .fit(past, Training.quiet(2, 1))
                .forecast(2);

        assertThat(told.median(1)).isEqualTo(past.last());
        assertThat(told.mean()).containsExactly(past.last(), past.last());
        assertThat(told.quantile(1, 0.9)).isGreaterThan(told.quantile(1, 0.6));
    }

    @Test
    void goesOnAfterItWasSavedAsIfNothingHadHappened() throws IOException {
        ConformalForecaster model = ConformalForecaster.of(new LastValue());
        FittedForecaster fitted = model.fit(stormy.between(0, LEARNED), Training.quiet(1, 1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fitted.save(new DataOutputStream(bytes));

        FittedForecaster loaded = model.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        for (int i = LEARNED; i < LEARNED + 50; i++) {
            assertThat(loaded.forecast(1).quantiles())
                    .isDeepEqualTo(fitted.forecast(1).quantiles());
            fitted.observe(stormy.get(i));
            loaded.observe(stormy.get(i));
        }
    }

    @Test
    void refusesAWindowThatLeavesNothingToMeasure() {
        assertThatThrownBy(
                        () -> ConformalForecaster.of(new LastValue()).fit(stormy.between(0, 60), Training.quiet(1, 1)))
                .isInstanceOf(UnfitWindow.class)
                .hasMessageContaining("15 are left for it");
    }

    private static double coverage(Forecaster model, Observations all, double level, int step) {
        FittedForecaster fitted = model.fit(all.between(0, LEARNED), Training.quiet(3, 1));
        int inside = 0;
        for (int i = LEARNED; i < LEARNED + TOLD; i++) {
            Forecast told = fitted.forecast(step);
            double value = all.value(i + step - 1);
            inside += told.quantile(step, level) <= value && value <= told.quantile(step, 1 - level) ? 1 : 0;
            fitted.observe(all.get(i));
        }
        return (double) inside / TOLD;
    }

    private interface Volatility {
        double at(int i);
    }

    private static Observations walk(Volatility volatility) {
        SplittableRandom random = new SplittableRandom(12);
        double[] values = new double[LEARNED + TOLD + 3];
        for (int i = 1; i < values.length; i++) {
            values[i] = values[i - 1] + volatility.at(i) * random.nextGaussian();
        }
        return Observations.ofValues(values);
    }
}
