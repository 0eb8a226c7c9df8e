package io.sextant.strategy.group;

import io.sextant.strategy.kind.Scene;
import java.util.Arrays;

/**
 * The last log closes of several instruments at the moments at which all had a new bar: a close that is older than the others would look as if
 * it had to catch up with them.
 */
final class ClosePanel {

    private final double[][] rings;
    private final int length;
    private int rows;

    ClosePanel(int instruments, int length) {
        rings = new double[instruments][length];
        this.length = length;
    }

    /** Takes the newest closes; false where not all are new. */
    boolean add(Scene scene) {
        for (int k = 0; k < rings.length; k++) {
            if (!scene.isNew(k)) {
                return false;
            }
        }
        int at = rows % length;
        for (int k = 0; k < rings.length; k++) {
            rings[k][at] = Math.log(scene.close(k));
        }
        rows++;
        return true;
    }

    boolean isFull() {
        return rows >= length;
    }

    double newest(int instrument) {
        return rings[instrument][(rows - 1) % length];
    }

    /** Of a full panel, oldest first. */
    double[] logs(int instrument) {
        double[] ordered = new double[length];
        int oldest = rows % length;
        System.arraycopy(rings[instrument], oldest, ordered, 0, length - oldest);
        System.arraycopy(rings[instrument], 0, ordered, length - oldest, oldest);
        return ordered;
    }

    double[][] returns() {
        double[][] returns = new double[rings.length][];
        Arrays.setAll(returns, k -> {
            double[] logs = logs(k);
            double[] steps = new double[length - 1];
            Arrays.setAll(steps, i -> Math.expm1(logs[i + 1] - logs[i]));
            return steps;
        });
        return returns;
    }
}
