package io.sextant.neural.forecast;

import io.sextant.forecasting.Observations;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns a change and the features beside it into what a network is fed: the change and its size in units of its deviation, and the
 * features standardised. All units are those of the training part.
 *
 * @param unit deviation of a change
 * @param features which of the series' features
 */
record InputScale(double unit, int[] features, String[] names, double[] means, double[] deviations) {

    private static final double LARGEST = 6;

    /** Of a change that is normal. */
    private static final double MEAN_SIZE = Math.sqrt(2 / Math.PI);

    private static final double SIZE_DEVIATION = Math.sqrt(1 - 2 / Math.PI);

    /**
     * Learns the units from values before {@code end}, and takes up to {@code most} features, those that went along most with the next change
     * there.
     */
    static InputScale learn(Observations past, int end, double unit, int most) {
        int count = past.featureNames().size();
        double[] means = new double[count];
        double[] deviations = new double[count];
        double[] along = new double[count];
        for (int j = 0; j < count; j++) {
            Moments moments = Moments.of(past, j, end);
            means[j] = moments.mean();
            deviations[j] = moments.deviation();
            along[j] = moments.deviation() > 0 ? Math.abs(moments.correlationWithNext()) : -1;
        }
        List<Integer> chosen = new ArrayList<>(IntStream.range(0, count)
                .filter(j -> along[j] >= 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -along[j]).thenComparing(j -> j))
                .limit(most)
                .sorted()
                .toList());
        int[] features = chosen.stream().mapToInt(Integer::intValue).toArray();
        return new InputScale(
                unit,
                features,
                chosen.stream().map(j -> past.featureNames().get(j)).toArray(String[]::new),
                chosen.stream().mapToDouble(j -> means[j]).toArray(),
                chosen.stream().mapToDouble(j -> deviations[j]).toArray());
    }

    private record Moments(double mean, double deviation, double correlationWithNext) {

        static Moments of(Observations past, int column, int end) {
            double n = 0;
            double sum = 0;
            for (int i = 0; i < end - 1; i++) {
                double value = past.feature(column, i);
                if (Double.isFinite(value)) {
                    n++;
                    sum += value;
                }
            }
            double mean = n == 0 ? 0 : sum / n;
            double squares = 0;
            double changes = 0;
            double products = 0;
            for (int i = 0; i < end - 1; i++) {
                double value = past.feature(column, i);
                if (Double.isFinite(value)) {
                    double change = past.value(i + 1) - past.value(i);
                    squares += (value - mean) * (value - mean);
                    changes += change * change;
                    products += (value - mean) * change;
                }
            }
            double deviation = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
            return new Moments(
                    mean,
                    deviation > 1e-12 * Math.abs(mean) && Double.isFinite(deviation) ? deviation : 0,
                    squares > 0 && changes > 0 ? products / Math.sqrt(squares * changes) : 0);
        }
    }

    int columns() {
        return 2 + features.length;
    }

    float[] row(double change, double[] known) {
        float[] row = new float[columns()];
        double moved = Math.clamp(change / unit, -LARGEST, LARGEST);
        row[0] = (float) moved;
        row[1] = (float) ((Math.abs(moved) - MEAN_SIZE) / SIZE_DEVIATION);
        for (int j = 0; j < features.length; j++) {
            double value = (known[features[j]] - means[j]) / deviations[j];
            row[2 + j] = Double.isNaN(value) ? 0f : (float) Math.clamp(value, -LARGEST, LARGEST);
        }
        return row;
    }

    /** As long as a row of the series' features, for those that are used the mean. */
    double[] atMeans() {
        double[] row = new double[features.length == 0 ? 0 : features[features.length - 1] + 1];
        for (int j = 0; j < features.length; j++) {
            row[features[j]] = means[j];
        }
        return row;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(unit);
        out.writeInt(features.length);
        for (int j = 0; j < features.length; j++) {
            out.writeInt(features[j]);
            out.writeUTF(names[j]);
            out.writeDouble(means[j]);
            out.writeDouble(deviations[j]);
        }
    }

    static InputScale load(DataInput in) throws IOException {
        double unit = in.readDouble();
        int count = in.readInt();
        InputScale scale =
                new InputScale(unit, new int[count], new String[count], new double[count], new double[count]);
        for (int j = 0; j < count; j++) {
            scale.features[j] = in.readInt();
            scale.names[j] = in.readUTF();
            scale.means[j] = in.readDouble();
            scale.deviations[j] = in.readDouble();
        }
        return scale;
    }
}
