package io.sextant.neural.forecast;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.neural.network.Network;
import io.sextant.neural.network.NetworkShape;
import io.sextant.neural.network.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A network that has learned, and the window that it looks at. */
final class FittedNetwork implements FittedForecaster {

    private static final int FORMAT = 1;

    /** Points on the way from nothing to the present window. */
    private static final int WAY = 32;

    private final NetworkShape shape;
    private final Network network;
    private final InputScale scale;
    private final Targets targets;
    private final Calibration calibration;
    private final Reading reading;
    private final float[][] window;
    private final double[] changes;
    private final boolean hasParent;
    private double origin;

    FittedNetwork(
            NetworkSettings settings,
            Network network,
            InputScale scale,
            Targets targets,
            Calibration calibration,
            boolean hasParent) {
        shape = NetworkForecaster.shape(settings, scale.columns(), targets.horizon());
        this.hasParent = hasParent;
        this.network = network;
        this.scale = scale;
        this.targets = targets;
        this.calibration = calibration;
        reading = new Reading(network, settings.window());
        window = new float[settings.window()][scale.columns()];
        changes = new double[settings.window()];
    }

    /** What one of such a shape can go on with, if it is fed the same. */
    Optional<float[]> parametersFor(NetworkShape wanted, InputScale fed) {
        return shape.equals(wanted) && Arrays.equals(scale.names(), fed.names())
                ? Optional.of(network.values())
                : Optional.empty();
    }

    @Override
    public boolean hasParent() {
        return hasParent;
    }

    /** Looks at the end of {@code past}. */
    void stand(Observations past) {
        int first = past.size() - window.length;
        origin = past.value(first - 1);
        for (int i = first; i < past.size(); i++) {
            observe(past.get(i));
        }
    }

    @Override
    public void observe(Observation next) {
        System.arraycopy(window, 1, window, 0, window.length - 1);
        System.arraycopy(changes, 1, changes, 0, changes.length - 1);
        double change = next.value() - origin;
        window[window.length - 1] = scale.row(change, next.features());
        changes[changes.length - 1] = change;
        origin = next.value();
    }

    @Override
    public Forecast forecast(int horizon) {
        return calibration.forecast(origin, reading.of(window), targets, horizon);
    }

    /**
     * Integrated gradients (Sundararajan, Taly and Yan 2017) from a window in which nothing moved and every feature stood at its mean; what
     * is left over is what the network says of that window.
     */
    @Override
    public Explanation explain() {
        float[][] nothing = new float[window.length][];
        for (int t = 0; t < nothing.length; t++) {
            nothing[t] = scale.row(0, scale.atMeans());
        }
        double[][] along = reading.integratedGradients(nothing, window, 0, WAY);
        double unit = targets.scale(1) * calibration.believed()[0];
        List<Explanation.Part> parts = new ArrayList<>();
        double explained = 0;
        double[] ofFeature = new double[scale.features().length];
        for (int t = 0; t < window.length; t++) {
            double effect = unit * (along[t][0] + along[t][1]);
            parts.add(new Explanation.Part("lag" + (window.length - t), changes[t], effect));
            explained += effect;
            for (int j = 0; j < ofFeature.length; j++) {
                ofFeature[j] += unit * along[t][2 + j];
            }
        }
        for (int j = 0; j < ofFeature.length; j++) {
            float standing = window[window.length - 1][2 + j];
            double value = scale.means()[j] + scale.deviations()[j] * standing;
            parts.add(new Explanation.Part(scale.names()[j], value, ofFeature[j]));
            explained += ofFeature[j];
        }
        double whole = targets.scale(1) * calibration.mean(reading.of(window), 0);
        parts.add(new Explanation.Part("constant", 1, whole - explained));
        parts.sort(Comparator.comparingDouble((Explanation.Part part) -> -Math.abs(part.effect())));
        return new Explanation(parts);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(window.length);
        scale.save(out);
        out.writeDouble(targets.unit());
        calibration.save(out);
        float[] values = network.values();
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
        out.writeDouble(origin);
        for (int t = 0; t < window.length; t++) {
            out.writeDouble(changes[t]);
            for (float cell : window[t]) {
                out.writeFloat(cell);
            }
        }
    }

    static FittedNetwork load(NetworkSettings settings, DataInput in) throws IOException {
        int format = in.readInt();
        int length = in.readInt();
        if (format != FORMAT || length != settings.window()) {
            throw new IOException("this was saved by another network (format " + format + ", window " + length + ")");
        }
        InputScale scale = InputScale.load(in);
        double unit = in.readDouble();
        Calibration calibration = Calibration.load(in);
        Targets targets = new Targets(unit, calibration.believed().length);
        NetworkShape shape = NetworkForecaster.shape(settings, scale.columns(), targets.horizon());
        int count = in.readInt();
        if (count != Network.size(shape)) {
            throw new IOException("these are " + count + " parameters, and such a network has " + Network.size(shape));
        }
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        FittedNetwork fitted =
                new FittedNetwork(settings, Network.of(shape, values), scale, targets, calibration, false);
        fitted.origin = in.readDouble();
        for (int t = 0; t < length; t++) {
            fitted.changes[t] = in.readDouble();
            for (int c = 0; c < scale.columns(); c++) {
                fitted.window[t][c] = in.readFloat();
            }
        }
        return fitted;
    }
}
