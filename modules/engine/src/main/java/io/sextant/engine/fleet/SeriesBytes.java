package io.sextant.engine.fleet;

import io.sextant.forecasting.Observations;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A series that models learn from, with its features, as bytes. */
public final class SeriesBytes {

    private SeriesBytes() {}

    public static void write(DataOutput out, Observations of) throws IOException {
        out.writeInt(of.size());
        for (int i = 0; i < of.size(); i++) {
            out.writeLong(of.timeNanos(i));
        }
        Columns.write(out, of.values(), of.size());
        out.writeInt(of.featureNames().size());
        for (int column = 0; column < of.featureNames().size(); column++) {
            Columns.write(out, of.featureNames().get(column));
            double[] values = new double[of.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = of.feature(column, i);
            }
            Columns.write(out, values, values.length);
        }
    }

    public static Observations observations(DataInput in) throws IOException {
        long[] times = new long[in.readInt()];
        for (int i = 0; i < times.length; i++) {
            times[i] = in.readLong();
        }
        double[] values = Columns.doubles(in);
        List<String> names = new ArrayList<>();
        double[][] columns = new double[in.readInt()][];
        for (int column = 0; column < columns.length; column++) {
            names.add(Columns.text(in));
            columns[column] = Columns.doubles(in);
        }
        return Observations.of(times, values, names, columns);
    }
}
