package io.sextant.neural.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.neural.onnx.HandmadeModel;
import io.sextant.neural.onnx.OnnxModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OnnxForecasterTest {

    /** What an AR(1) of 0.5 says of one and two steps ahead, from the last of three changes. */
    private static final byte[] RIGHT = HandmadeModel.product(new float[][] {{0, 0}, {0, 0}, {0.5f, 0.75f}});

    private static final byte[] WRONG = HandmadeModel.product(new float[][] {{0, 0}, {0, 0}, {-0.5f, -0.75f}});

    private static Observations walk() {
        RandomGenerator random = new SeededRandom(6);
        double[] values = new double[1000];
        double change = 0;
        for (int i = 1; i < values.length; i++) {
            change = 0.5 * change + 0.01 * random.nextGaussian();
            values[i] = values[i - 1] + change;
        }
        return Observations.ofValues(values);
    }

    @Test
    void runsAModelOfAFile() {
        OnnxModel model = OnnxModel.read(HandmadeModel.product(new float[][] {{1, 2}, {10, 20}, {100, 200}}));
        assertThat(model.steps()).isEqualTo(3);
        assertThat(model.numbers()).isEqualTo(2);
        assertThat(model.run(new float[][] {{1, 2, 3}, {0, 0, 1}})).isDeepEqualTo(new float[][] {{321, 642}, {100, 200}
        });
    }

    @Test
    void believesAModelThatIsRightAndNotOneThatIsWrong() {
        Observations series = walk();
        Observations past = series.between(0, 700);
        FittedForecaster right = new OnnxForecaster("mine", RIGHT).fit(past, Training.quiet(2, 1));
        FittedForecaster wrong = new OnnxForecaster("mine", WRONG).fit(past, Training.quiet(2, 1));
        double last = past.last();
        double change = last - past.value(past.size() - 2);
        Forecast told = right.forecast(2);
        // 210 samples tell a slope of 1 to some 0.12, and it is at most 1.
        assertThat((told.mean()[0] - last) / (0.5 * change)).isBetween(0.6, 1.0);
        assertThat((told.mean()[1] - last) / (0.75 * change)).isBetween(0.3, 1.0);
        assertThat(wrong.forecast(2).mean()).containsExactly(last, last);
        // Of the errors of one step, 0.01 times a normal one, the middle 80% are 0.0256 wide; 210 of them tell it to
        // some 8%.
        assertThat(told.quantile(1, 0.9) - told.quantile(1, 0.1)).isCloseTo(0.0256, within(0.005));
        Explanation explanation = right.explain();
        assertThat(explanation.parts().getFirst().what()).isEqualTo("lag1");
        assertThat(explanation.parts().stream()
                        .mapToDouble(Explanation.Part::effect)
                        .sum())
                .isCloseTo(told.mean()[0] - last, within(1e-7));
    }

    @Test
    void aSavedOneIsTheSameWithoutTheFile() throws IOException {
        Observations series = walk();
        OnnxForecaster forecaster = new OnnxForecaster("mine", RIGHT);
        FittedForecaster fitted = forecaster.fit(series.between(0, 700), Training.quiet(2, 1));
        fitted.observe(series.get(700));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fitted.save(new DataOutputStream(bytes));
        FittedForecaster loaded = new OnnxForecaster("another", WRONG)
                .load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int i = 701; i < 710; i++) {
            assertThat(loaded.forecast(2).mean())
                    .containsExactly(fitted.forecast(2).mean());
            assertThat(loaded.forecast(2).quantiles())
                    .isDeepEqualTo(fitted.forecast(2).quantiles());
            fitted.observe(series.get(i));
            loaded.observe(series.get(i));
        }
    }

    @Test
    void refusesWhatIsNoSuchModel() {
        assertThatThrownBy(() -> OnnxModel.read(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a model that ONNX Runtime can run");
        assertThatThrownBy(() -> new OnnxForecaster("mine", RIGHT).fit(walk(), Training.quiet(3, 1)))
                .isInstanceOf(UnfitWindow.class)
                .hasMessageContaining("tells 2 steps ahead, and 3 are asked for");
        assertThatThrownBy(() -> new OnnxForecaster("mine", RIGHT).fit(walk().between(0, 50), Training.quiet(1, 1)))
                .isInstanceOf(UnfitWindow.class)
                .hasMessageContaining("needs at least");
    }
}
