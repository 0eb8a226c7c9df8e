package io.sextant.analytics.estimation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The lowest point of a function of few numbers without its derivatives: Nelder and Mead 1965, with the usual reflection 1, expansion 2,
 * contraction and shrinking 1/2. It ends when the simplex has no height any more, or after so many evaluations.
 */
public final class SimplexSearch {

    private static final double FLAT = 1e-15;

    private final ToDoubleFunction<double[]> function;
    private final int evaluationsMax;
    private int evaluations;

    public SimplexSearch(ToDoubleFunction<double[]> function, int evaluationsMax) {
        this.function = function;
        this.evaluationsMax = evaluationsMax;
    }

    /** Begins at a corner whose neighbours are {@code steps} away, and once more from where that ended. */
    public double[] lowest(double[] start, double[] steps) {
        return once(
                once(start, steps), Arrays.stream(steps).map(step -> step / 4).toArray());
    }

    private double[] once(double[] start, double[] steps) {
        int n = start.length;
        evaluations = 0;
        double[][] corners = new double[n + 1][];
        double[] heights = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            corners[i] = start.clone();
            if (i > 0) {
                corners[i][i - 1] += steps[i - 1];
            }
            heights[i] = at(corners[i]);
        }
        while (evaluations < evaluationsMax) {
            sort(corners, heights);
            if (heights[n] - heights[0] <= FLAT * (Math.abs(heights[0]) + FLAT)) {
                break;
            }
            move(corners, heights);
        }
        sort(corners, heights);
        return corners[0];
    }

    private void move(double[][] corners, double[] heights) {
        int n = corners.length - 1;
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centre[j] += corners[i][j] / n;
            }
        }
        double[] mirrored = along(centre, corners[n], -1);
        double height = at(mirrored);
        if (height < heights[0]) {
            double[] further = along(centre, corners[n], -2);
            double low = at(further);
            replaceWorst(corners, heights, low < height ? further : mirrored, Math.min(low, height));
        } else if (height < heights[n - 1]) {
            replaceWorst(corners, heights, mirrored, height);
        } else {
            double[] inside = along(centre, corners[n], height < heights[n] ? -0.5 : 0.5);
            double inner = at(inside);
            if (inner < Math.min(height, heights[n])) {
                replaceWorst(corners, heights, inside, inner);
            } else {
                shrink(corners, heights);
            }
        }
    }

    private void shrink(double[][] corners, double[] heights) {
        for (int i = 1; i < corners.length; i++) {
            corners[i] = along(corners[0], corners[i], 0.5);
            heights[i] = at(corners[i]);
        }
    }

    private static double[] along(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        Arrays.setAll(point, i -> from[i] + share * (to[i] - from[i]));
        return point;
    }

    private static void replaceWorst(double[][] corners, double[] heights, double[] corner, double height) {
        corners[corners.length - 1] = corner;
        heights[heights.length - 1] = height;
    }

    private static void sort(double[][] corners, double[] heights) {
        for (int i = 1; i < heights.length; i++) {
            double height = heights[i];
            double[] corner = corners[i];
            int j = i - 1;
            while (j >= 0 && heights[j] > height) {
                heights[j + 1] = heights[j];
                corners[j + 1] = corners[j];
                j--;
            }
            heights[j + 1] = height;
            corners[j + 1] = corner;
        }
    }

    private double at(double[] point) {
        evaluations++;
        double height = function.applyAsDouble(point);
        return Double.isNaN(height) ? Double.POSITIVE_INFINITY : height;
    }
}
