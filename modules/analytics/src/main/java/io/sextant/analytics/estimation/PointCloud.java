package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * Points on a scale on which their mean is nought and their covariance is one, so that what counts as next to no variance does not depend on
 * the units of the features nor on how they go together.
 */
final class PointCloud {

    private final double[] mean;
    private final double[][] lower;
    private final double[][] points;

    private PointCloud(double[] mean, double[][] lower, double[][] points) {
        this.mean = mean;
        this.lower = lower;
        this.points = points;
    }

    /** @throws IllegalArgumentException with a sentence, when a number is missing, there are too few points, or a feature adds nothing */
    static PointCloud of(double[][] given, int least, String what) {
        if (given.length < least) {
            throw new IllegalArgumentException(what + " takes at least " + least + " points, not " + given.length);
        }
        int d = given[0].length;
        double[] mean = new double[d];
        for (int t = 0; t < given.length; t++) {
            for (int i = 0; i < d; i++) {
                if (!Double.isFinite(given[t][i])) {
                    throw new IllegalArgumentException("point " + (t + 1) + " has a feature that is not a number");
                }
                mean[i] += given[t][i] / given.length;
            }
        }
        Weighed all = new Weighed(d);
        all.take(given, t -> 1);
        double[][] covariance = all.covariance;
        double[] scale = new double[d];
        for (int i = 0; i < d; i++) {
            scale[i] = Math.sqrt(covariance[i][i]);
            if (!(scale[i] > 1e-12 * Math.abs(mean[i])) || scale[i] == 0) {
                throw new IllegalArgumentException("feature " + (i + 1) + " does not move");
            }
        }
        double[][] lower = MultivariateNormal.factor(covariance);
        for (int i = 0; i < d; i++) {
            if (lower.length == 0 || lower[i][i] < 1e-7 * scale[i]) {
                throw new IllegalArgumentException("a feature follows from the others");
            }
        }
        double[][] points = new double[given.length][];
        for (int t = 0; t < given.length; t++) {
            double[] point = given[t].clone();
            for (int i = 0; i < d; i++) {
                point[i] -= all.mean[i];
            }
            MultivariateNormal.solve(lower, point);
            points[t] = point;
        }
        return new PointCloud(all.mean, lower, points);
    }

    double[][] points() {
        return points;
    }

    int features() {
        return mean.length;
    }

    /** A place in the given units. */
    double[] place(double[] here) {
        double[] there = mean.clone();
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                there[i] += lower[i][j] * here[j];
            }
        }
        return there;
    }

    /** A covariance in the given units. */
    double[][] spread(double[][] here) {
        int d = mean.length;
        double[][] there = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int a = 0; a <= i; a++) {
                    for (int b = 0; b <= j; b++) {
                        sum += lower[i][a] * here[a][b] * lower[j][b];
                    }
                }
                there[i][j] = sum;
                there[j][i] = sum;
            }
        }
        return there;
    }

    /** A log-likelihood of all points in the given units. */
    double logLikelihood(double here) {
        double log = 0;
        for (int i = 0; i < mean.length; i++) {
            log += Math.log(lower[i][i]);
        }
        return here - points.length * log;
    }

    /** How much a point counts. */
    @FunctionalInterface
    interface Weight {
        double of(int point);
    }

    /** Mean and covariance of points that count unequally. */
    static final class Weighed {

        final double[] mean;
        final double[][] covariance;
        double weight;

        Weighed(int features) {
            mean = new double[features];
            covariance = new double[features][features];
        }

        void take(double[][] points, Weight weights) {
            int d = mean.length;
            weight = 0;
            Arrays.fill(mean, 0);
            for (int t = 0; t < points.length; t++) {
                double share = weights.of(t);
                weight += share;
                for (int i = 0; i < d; i++) {
                    mean[i] += share * points[t][i];
                }
            }
            for (int i = 0; i < d; i++) {
                mean[i] /= weight;
                Arrays.fill(covariance[i], 0);
            }
            double[] gap = new double[d];
            for (int t = 0; t < points.length; t++) {
                double share = weights.of(t) / weight;
                for (int i = 0; i < d; i++) {
                    gap[i] = points[t][i] - mean[i];
                    for (int j = 0; j <= i; j++) {
                        covariance[i][j] += share * gap[i] * gap[j];
                    }
                }
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < i; j++) {
                    covariance[j][i] = covariance[i][j];
                }
            }
        }
    }
}
