package io.sextant.portfolio.program;

import java.util.Arrays;

/** The equations of a region that do not follow from each other, and variables that can meet them. */
final class IndependentRows {

    private IndependentRows() {}

    /**
     * Gauss's elimination by columns, first those of the variables that are free anyway; one that is needed beside them becomes free.
     *
     * @param chosen the free variables; gains others
     * @return which equations, by number
     */
    static int[] of(LinearRow[] rows, Region region, boolean[] chosen) {
        int n = region.size();
        int[] equations = new int[rows.length];
        int count = 0;
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].isEquation()) {
                equations[count++] = r;
            }
        }
        double[][] left = new double[count][];
        for (int k = 0; k < count; k++) {
            left[k] = rows[equations[k]].coefficients().clone();
        }
        int[] kept = new int[count];
        int rank = 0;
        for (int k = 0; k < count; k++) {
            double[] row = left[k];
            int pivot = -1;
            double best = 0;
            for (int i = 0; i < n; i++) {
                boolean mayMove = region.lower()[i] < region.upper()[i];
                double size = Math.abs(row[i]) * (chosen[i] ? 1e6 : mayMove ? 1 : 0);
                if (size > best && Math.abs(row[i]) > 1e-12) {
                    best = size;
                    pivot = i;
                }
            }
            if (pivot < 0) {
                continue;
            }
            chosen[pivot] = true;
            kept[rank++] = equations[k];
            for (int j = k + 1; j < count; j++) {
                double factor = left[j][pivot] / row[pivot];
                for (int i = 0; i < n; i++) {
                    left[j][i] -= factor * row[i];
                }
                left[j][pivot] = 0;
            }
        }
        return Arrays.copyOf(kept, rank);
    }
}
