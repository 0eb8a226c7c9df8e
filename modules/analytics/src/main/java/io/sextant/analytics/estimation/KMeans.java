package io.sextant.analytics.estimation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Centres that leave the least squared distance to the points nearest to them (Lloyd 1982), begun far apart (Arthur and Vassilvitskii 2007). */
public final class KMeans {

    private static final int STARTS = 8;
    private static final int STEPS_MAX = 100;

    private KMeans() {}

    /** The best of several beginnings. */
    public static double[][] centres(double[][] points, int count, RandomGenerator random) {
        double least = Double.POSITIVE_INFINITY;
        double[][] best = new double[0][];
        for (int start = 0; start < STARTS; start++) {
            double[][] centres = spread(points, count, random);
            double before = Double.POSITIVE_INFINITY;
            double now = settle(points, centres);
            for (int step = 0; step < STEPS_MAX && now < before; step++) {
                before = now;
                now = settle(points, centres);
            }
            if (now < least) {
                least = now;
                best = centres;
            }
        }
        return best;
    }

    /** Each next centre a point, by chance in proportion to its squared distance from those that there are. */
    private static double[][] spread(double[][] points, int count, RandomGenerator random) {
        double[][] centres = new double[count][];
        centres[0] = points[random.nextInt(points.length)].clone();
        for (int k = 1; k < count; k++) {
            double[] running = new double[points.length];
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int j = 0; j < k; j++) {
                    nearest = Math.min(nearest, distance(points[i], centres[j]));
                }
                sum += nearest;
                running[i] = sum;
            }
            double drawn = random.nextDouble() * sum;
            int at = 0;
            while (at < points.length - 1 && running[at] < drawn) {
                at++;
            }
            centres[k] = points[at].clone();
        }
        return centres;
    }

    /** Moves each centre to the middle of its points; returns the squared distances before. */
    private static double settle(double[][] points, double[][] centres) {
        int width = centres[0].length;
        double[][] sums = new double[centres.length][width];
        int[] sizes = new int[centres.length];
        double all = 0;
        for (double[] point : points) {
            int k = nearest(point, centres);
            all += distance(point, centres[k]);
            sizes[k]++;
            for (int j = 0; j < width; j++) {
                sums[k][j] += point[j];
            }
        }
        for (int k = 0; k < centres.length; k++) {
            for (int j = 0; j < width && sizes[k] > 0; j++) {
                centres[k][j] = sums[k][j] / sizes[k];
            }
        }
        return all;
    }

    /** Which centre each point is nearest to. */
    public static int[] assigned(double[][] points, double[][] centres) {
        int[] assigned = new int[points.length];
        Arrays.setAll(assigned, i -> nearest(points[i], centres));
        return assigned;
    }

    public static int nearest(double[] point, double[][] centres) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < centres.length; k++) {
            double distance = distance(point, centres[k]);
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }
}
