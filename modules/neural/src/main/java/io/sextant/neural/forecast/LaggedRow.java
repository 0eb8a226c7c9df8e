package io.sextant.neural.forecast;

import io.sextant.forecasting.Observation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What trees are fed: the last changes, their sum and size over two stretches, and the features as they are. */
final class LaggedRow {

    /** Changes that are looked back on. */
    static final int LONGEST = 20;

    private static final int LAGS = 5;
    private static final int SHORT = 5;

    private final double unit;
    private final List<String> featureNames;

    /** The newest last. */
    private final double[] changes = new double[LONGEST];

    private double[] features;
    private double value = Double.NaN;

    LaggedRow(double unit, List<String> featureNames) {
        this.unit = unit;
        this.featureNames = featureNames;
        features = new double[featureNames.size()];
    }

    double value() {
        return value;
    }

    void observe(Observation next) {
        System.arraycopy(changes, 1, changes, 0, LONGEST - 1);
        changes[LONGEST - 1] = Double.isNaN(value) ? 0 : next.value() - value;
        value = next.value();
        features = next.features();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int lag = 1; lag <= LAGS; lag++) {
            names.add("lag" + lag);
        }
        names.addAll(List.of("change" + SHORT, "change" + LONGEST, "size" + SHORT, "size" + LONGEST));
        names.addAll(featureNames);
        return names;
    }

    double[] row() {
        double[] row = new double[LAGS + 4 + features.length];
        for (int lag = 0; lag < LAGS; lag++) {
            row[lag] = changes[LONGEST - 1 - lag] / unit;
        }
        row[LAGS] = sum(SHORT) / (unit * Math.sqrt(SHORT));
        row[LAGS + 1] = sum(LONGEST) / (unit * Math.sqrt(LONGEST));
        row[LAGS + 2] = size(SHORT) / unit;
        row[LAGS + 3] = size(LONGEST) / unit;
        System.arraycopy(features, 0, row, LAGS + 4, features.length);
        return row;
    }

    private double sum(int count) {
        return Arrays.stream(changes, LONGEST - count, LONGEST).sum();
    }

    private double size(int count) {
        double squares = Arrays.stream(changes, LONGEST - count, LONGEST)
                .map(change -> change * change)
                .sum();
        return Math.sqrt(squares / count);
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(unit);
        out.writeInt(featureNames.size());
        for (String name : featureNames) {
            out.writeUTF(name);
        }
        for (double change : changes) {
            out.writeDouble(change);
        }
        for (double feature : features) {
            out.writeDouble(feature);
        }
        out.writeDouble(value);
    }

    static LaggedRow load(DataInput in) throws IOException {
        double unit = in.readDouble();
        String[] names = new String[in.readInt()];
        for (int j = 0; j < names.length; j++) {
            names[j] = in.readUTF();
        }
        LaggedRow row = new LaggedRow(unit, List.of(names));
        for (int i = 0; i < LONGEST; i++) {
            row.changes[i] = in.readDouble();
        }
        for (int j = 0; j < names.length; j++) {
            row.features[j] = in.readDouble();
        }
        row.value = in.readDouble();
        return row;
    }
}
