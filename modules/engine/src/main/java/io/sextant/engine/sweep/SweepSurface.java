package io.sextant.engine.sweep;

import io.sextant.engine.verdict.Grid.Axis;
import java.util.Arrays;

/**
 * The measure over two parameters; where the grid has more of them, its mean over the others.
 *
 * @param values {@code values[up][across]}, NaN where nothing was run
 */
public record SweepSurface(
        String across, String up, double[] acrossValues, double[] upValues, SweepMeasure measure, double[][] values) {

    static SweepSurface of(SweepResult result, int across, int up) {
        Axis columns = result.grid().axes().get(across);
        Axis rows = result.grid().axes().get(up);
        double[][] sums = new double[rows.count()][columns.count()];
        int[][] counts = new int[rows.count()][columns.count()];
        for (SweepPoint each : result.points()) {
            sums[each.at().get(up)][each.at().get(across)] += result.value(each);
            counts[each.at().get(up)][each.at().get(across)]++;
        }
        for (int row = 0; row < sums.length; row++) {
            for (int column = 0; column < sums[row].length; column++) {
                sums[row][column] = counts[row][column] == 0 ? Double.NaN : sums[row][column] / counts[row][column];
            }
        }
        return new SweepSurface(columns.name(), rows.name(), values(columns), values(rows), result.measure(), sums);
    }

    private static double[] values(Axis axis) {
        double[] values = new double[axis.count()];
        Arrays.setAll(values, axis::value);
        return values;
    }
}
