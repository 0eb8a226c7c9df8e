package io.sextant.neural.forecast;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observation;
import io.sextant.neural.onnx.OnnxModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A user's model with what was learned of it; saved with its bytes, so that it does not depend on a file that may change. */
final class FittedOnnx implements FittedForecaster {

    private static final int FORMAT = 1;
    private static final int BYTES_MAX = 1 << 30;

    private final byte[] file;
    private final OnnxModel model;
    private final Targets targets;
    private final Calibration calibration;
    private float[] changes = {};
    private double origin;

    FittedOnnx(byte[] file, OnnxModel model, Targets targets, Calibration calibration) {
        this.file = file;
        this.model = model;
        this.targets = targets;
        this.calibration = calibration;
    }

    static float[] inUnits(float[] said, Targets targets) {
        float[] units = new float[targets.horizon()];
        for (int h = 0; h < units.length; h++) {
            units[h] = (float) (said[h] / targets.scale(h + 1));
        }
        return units;
    }

    void stand(float[] lastChanges, double last) {
        changes = lastChanges;
        origin = last;
    }

    @Override
    public Forecast forecast(int horizon) {
        float[] said = inUnits(model.run(new float[][] {changes})[0], targets);
        return calibration.forecast(origin, said, targets, horizon);
    }

    @Override
    public void observe(Observation next) {
        System.arraycopy(changes, 1, changes, 0, changes.length - 1);
        changes[changes.length - 1] = (float) (next.value() - origin);
        origin = next.value();
    }

    /**
     * What the model cannot tell by itself: the effect of each change, as the difference that it makes to leave it out (zero in its place).
     * What they do together is the constant.
     */
    @Override
    public Explanation explain() {
        float[][] windows = new float[changes.length + 1][];
        for (int t = 0; t < changes.length; t++) {
            windows[t] = changes.clone();
            windows[t][t] = 0;
        }
        windows[changes.length] = changes;
        float[][] said = model.run(windows);
        double belief = calibration.believed()[0];
        double left = belief * said[changes.length][0];
        List<Explanation.Part> parts = new ArrayList<>();
        for (int t = 0; t < changes.length; t++) {
            double effect = belief * ((double) said[changes.length][0] - said[t][0]);
            parts.add(new Explanation.Part("lag" + (changes.length - t), changes[t], effect));
            left -= effect;
        }
        parts.add(new Explanation.Part("constant", 1, left));
        parts.sort(Comparator.comparingDouble((Explanation.Part part) -> -Math.abs(part.effect())));
        return new Explanation(parts);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(file.length);
        out.write(file);
        out.writeDouble(targets.unit());
        calibration.save(out);
        for (float change : changes) {
            out.writeFloat(change);
        }
        out.writeDouble(origin);
    }

    static FittedOnnx load(DataInput in) throws IOException {
        int format = in.readInt();
        int length = in.readInt();
        if (format != FORMAT || length < 0 || length > BYTES_MAX) {
            throw new IOException("this is no saved ONNX model (format " + format + ", " + length + " bytes)");
        }
        byte[] file = new byte[length];
        in.readFully(file);
        OnnxModel model = OnnxModel.read(file);
        double unit = in.readDouble();
        Calibration calibration = Calibration.load(in);
        Targets targets = new Targets(unit, calibration.believed().length);
        FittedOnnx fitted = new FittedOnnx(file, model, targets, calibration);
        float[] changes = new float[model.steps()];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = in.readFloat();
        }
        fitted.stand(changes, in.readDouble());
        return fitted;
    }
}
