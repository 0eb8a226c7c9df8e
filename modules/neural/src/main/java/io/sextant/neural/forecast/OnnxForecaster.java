package io.sextant.neural.forecast;

import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.neural.onnx.OnnxModel;
import java.io.DataInput;
import java.io.IOException;

/**
 * A model that a user trained elsewhere. It is fed the last changes of the series, the oldest first, and says the change from the last value to
 * each of the next steps. A fit trains nothing: it learns how far to believe the model, and its errors, on the last 30% of the window. Whether
 * the model had seen those when it was trained, only its maker knows.
 */
public final class OnnxForecaster implements Forecaster {

    private static final int FEWEST_SAMPLES = 80;

    private final String name;
    private final byte[] file;

    /** @param file the bytes of the model */
    public OnnxForecaster(String name, byte[] file) {
        this.name = name;
        this.file = file.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int observationsNeeded() {
        return OnnxModel.read(file).steps() + FEWEST_SAMPLES;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        OnnxModel model = OnnxModel.read(file);
        int horizon = training.horizon();
        if (horizon > model.numbers()) {
            throw UnfitWindow.tooFarAhead(
                    horizon,
                    model.numbers(),
                    "the model " + name + " tells " + model.numbers() + " steps ahead, and " + horizon
                            + " are asked for");
        }
        int samples = past.size() - horizon - model.steps();
        Parts parts = Parts.of(Math.max(0, samples), horizon);
        if (past.size() < model.steps() + FEWEST_SAMPLES || !parts.isEnough()) {
            throw UnfitWindow.tooFew(
                    model.steps() + FEWEST_SAMPLES + 2L * horizon,
                    past.size(),
                    name + " needs at least " + (model.steps() + FEWEST_SAMPLES + 2 * horizon) + " values for "
                            + horizon + " steps ahead, and there are " + past.size());
        }
        double unit = Targets.deviation(past, model.steps() + parts.trainingEnd());
        if (!(unit > 0)) {
            throw new UnfitWindow(Code.STANDS_STILL, "nothing moves in the window that " + name + " would be tried on");
        }
        training.checkCancelled();
        Targets targets = new Targets(unit, horizon);
        int first = parts.validationFrom();
        float[][] windows = new float[parts.end() - first][];
        float[][] came = new float[windows.length][];
        for (int i = 0; i < windows.length; i++) {
            int origin = first + i + model.steps();
            windows[i] = changes(past, origin, model.steps());
            came[i] = targets.of(past, origin);
        }
        float[][] said = model.run(windows);
        for (int i = 0; i < said.length; i++) {
            said[i] = FittedOnnx.inUnits(said[i], targets);
        }
        FittedOnnx fitted = new FittedOnnx(file, model, targets, Calibration.learn(said, came, false));
        fitted.stand(changes(past, past.size() - 1, model.steps()), past.last());
        return fitted;
    }

    private static float[] changes(Observations past, int origin, int steps) {
        float[] changes = new float[steps];
        for (int t = 0; t < steps; t++) {
            int at = origin - steps + 1 + t;
            changes[t] = (float) (past.value(at) - past.value(at - 1));
        }
        return changes;
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return FittedOnnx.load(in);
    }
}
