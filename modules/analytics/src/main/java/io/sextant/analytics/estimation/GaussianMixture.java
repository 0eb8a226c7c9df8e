package io.sextant.analytics.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Points that each come from one of several normal laws, drawn anew each time: states without memory (Dempster, Laird and Rubin 1977). Laws
 * stand in decreasing weight.
 */
public record GaussianMixture(
        double[] weights, double[][] means, double[][][] covariances, double logLikelihood, int observations) {

    private static final int CYCLES_MAX = 2_000;
    private static final double GAIN_MIN = 1e-8;

    public int freeParameters() {
        int d = means[0].length;
        return weights.length - 1 + weights.length * (d + d * (d + 1) / 2);
    }

    public double bic() {
        return freeParameters() * Math.log(observations) - 2 * logLikelihood;
    }

    /** The chance that a point came from each law. */
    public double[] shares(double[] point) {
        double[] logs = new double[weights.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(weights[i])
                    + MultivariateNormal.of(means[i], covariances[i]).logDensity(point);
        }
        addUpToOne(logs);
        return logs;
    }

    /**
     * The likeliest mixture by expectation and maximisation from groups of near points; thrown away is what fits single points, as in
     * {@link MultivariateHmmEstimation}.
     *
     * @throws IllegalArgumentException with a sentence, when there are too few points, they do not move, or no start ends soundly
     */
    public static GaussianMixture fit(double[][] points, int laws, int starts, RandomGenerator random) {
        if (laws < 1) {
            throw new IllegalArgumentException("there is at least one law, not " + laws);
        }
        int features = points.length == 0 ? 1 : points[0].length;
        PointCloud cloud = PointCloud.of(points, 4 * (4 + features) * laws, "a mixture of " + laws + " laws");
        List<GaussianMixture> found = new ArrayList<>();
        for (int start = 0; start < (laws == 1 ? 1 : Math.max(1, starts)); start++) {
            climb(cloud, laws, random, found);
        }
        GaussianMixture best = found.stream()
                .max((a, b) -> Double.compare(a.logLikelihood, b.logLikelihood))
                .orElseThrow(() ->
                        new IllegalArgumentException("no start ended soundly, which may mean that there are fewer than "
                                + laws + " laws in these points"));
        return best.inUnitsOf(cloud);
    }

    private static void climb(PointCloud cloud, int laws, RandomGenerator random, List<GaussianMixture> found) {
        double[][] points = cloud.points();
        int[] groups = KMeans.assigned(points, KMeans.centres(points, laws, random));
        double[][] shares = new double[points.length][laws];
        for (int t = 0; t < points.length; t++) {
            Arrays.fill(shares[t], 0.1 / laws);
            shares[t][groups[t]] += 0.9;
        }
        double before = Double.NEGATIVE_INFINITY;
        for (int cycle = 0; cycle < CYCLES_MAX; cycle++) {
            double[] weights = new double[laws];
            double[][] means = new double[laws][];
            double[][][] covariances = new double[laws][][];
            MultivariateNormal[] normals = new MultivariateNormal[laws];
            for (int i = 0; i < laws; i++) {
                int law = i;
                PointCloud.Weighed moments = new PointCloud.Weighed(cloud.features());
                moments.take(points, t -> shares[t][law]);
                if (moments.weight < 4 + cloud.features() || MultivariateHmmEstimation.isFlat(moments.covariance)) {
                    return;
                }
                weights[i] = moments.weight / points.length;
                means[i] = moments.mean;
                covariances[i] = moments.covariance;
                normals[i] = MultivariateNormal.of(moments.mean, moments.covariance);
            }
            double log = 0;
            for (int t = 0; t < points.length; t++) {
                for (int i = 0; i < laws; i++) {
                    shares[t][i] = Math.log(weights[i]) + normals[i].logDensity(points[t]);
                }
                log += addUpToOne(shares[t]);
            }
            if (log - before < GAIN_MIN) {
                found.add(new GaussianMixture(weights, means, covariances, log, points.length));
                return;
            }
            before = log;
        }
    }

    /** Makes chances of logarithms and returns the logarithm of what they added up to. */
    private static double addUpToOne(double[] logs) {
        double highest = Arrays.stream(logs).max().orElseThrow();
        double total = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.exp(logs[i] - highest);
            total += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= total;
        }
        return highest + Math.log(total);
    }

    private GaussianMixture inUnitsOf(PointCloud cloud) {
        Integer[] order = new Integer[weights.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(weights[b], weights[a]));
        double[] sizes = new double[order.length];
        double[][] places = new double[order.length][];
        double[][][] spreads = new double[order.length][][];
        for (int i = 0; i < order.length; i++) {
            sizes[i] = weights[order[i]];
            places[i] = cloud.place(means[order[i]]);
            spreads[i] = cloud.spread(covariances[order[i]]);
        }
        return new GaussianMixture(sizes, places, spreads, cloud.logLikelihood(logLikelihood), observations);
    }
}
