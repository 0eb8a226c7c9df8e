package io.sextant.neural.forecast;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observation;
import io.sextant.neural.boosting.BoostedTrees;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Trees that were grown, and the row that they look at. XGBoost frees their memory when the garbage collector finds them. */
final class FittedTrees implements FittedForecaster {

    private static final int FORMAT = 1;
    private static final int BYTES_MAX = 1 << 28;

    private final BoostedTrees[] models;
    private final int[] steps;
    private final Targets targets;
    private final Calibration calibration;
    private final LaggedRow rows;

    FittedTrees(BoostedTrees[] models, int[] steps, Targets targets, Calibration calibration, LaggedRow rows) {
        this.models = models;
        this.steps = steps;
        this.targets = targets;
        this.calibration = calibration;
        this.rows = rows;
    }

    /** Straight lines between the steps that have trees; changes are in units that grow with the root of the steps. */
    static float[] everyStep(float[] atSteps, int[] steps, int horizon) {
        float[] all = new float[horizon];
        int right = 0;
        for (int h = 1; h <= horizon; h++) {
            while (right < steps.length - 1 && steps[right] < h) {
                right++;
            }
            if (right == 0 || steps[right] <= h) {
                all[h - 1] = atSteps[right];
            } else {
                float share = (float) (h - steps[right - 1]) / (steps[right] - steps[right - 1]);
                all[h - 1] = atSteps[right - 1] + share * (atSteps[right] - atSteps[right - 1]);
            }
        }
        return all;
    }

    private double[][] row() {
        double[] row = rows.row();
        double[][] columns = new double[row.length][1];
        for (int j = 0; j < row.length; j++) {
            columns[j][0] = row[j];
        }
        return columns;
    }

    @Override
    public Forecast forecast(int horizon) {
        double[][] row = row();
        float[] atSteps = new float[steps.length];
        for (int s = 0; s < steps.length; s++) {
            atSteps[s] = (float) models[s].predict(row, 0, 1)[0];
        }
        return calibration.forecast(rows.value(), everyStep(atSteps, steps, targets.horizon()), targets, horizon);
    }

    @Override
    public void observe(Observation next) {
        rows.observe(next);
    }

    /** Exact Shapley values of the trees of the next step. */
    @Override
    public Explanation explain() {
        double[][] row = row();
        float[] shares = models[0].contributions(row, 0, 1)[0];
        double unit = targets.scale(1) * calibration.believed()[0];
        List<String> names = rows.names();
        List<Explanation.Part> parts = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            parts.add(new Explanation.Part(names.get(j), row[j][0], unit * shares[j]));
        }
        parts.add(new Explanation.Part("constant", 1, unit * shares[names.size()]));
        parts.sort(Comparator.comparingDouble((Explanation.Part part) -> -Math.abs(part.effect())));
        return new Explanation(parts);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeDouble(targets.unit());
        calibration.save(out);
        rows.save(out);
        out.writeInt(models.length);
        for (int s = 0; s < models.length; s++) {
            byte[] saved = models[s].save();
            out.writeInt(steps[s]);
            out.writeInt(saved.length);
            out.write(saved);
        }
    }

    static FittedTrees load(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("these trees were saved in another format (" + format + ")");
        }
        double unit = in.readDouble();
        Calibration calibration = Calibration.load(in);
        LaggedRow rows = LaggedRow.load(in);
        BoostedTrees[] models = new BoostedTrees[in.readInt()];
        int[] steps = new int[models.length];
        for (int s = 0; s < models.length; s++) {
            steps[s] = in.readInt();
            int length = in.readInt();
            if (length < 0 || length > BYTES_MAX) {
                throw new IOException("trees of " + length + " bytes");
            }
            byte[] saved = new byte[length];
            in.readFully(saved);
            models[s] = BoostedTrees.load(saved);
        }
        return new FittedTrees(models, steps, new Targets(unit, calibration.believed().length), calibration, rows);
    }
}
