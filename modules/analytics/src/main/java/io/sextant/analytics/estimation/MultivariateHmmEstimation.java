package io.sextant.analytics.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * {@link HmmEstimation} for several features: expectation and maximisation from many starts, the better ones longer. Starts are groups of
 * near points ({@link KMeans}) and spreads from calm to wild. Thrown away is what fits single points: where some direction has less than 1e-4
 * of the variance of all points, or fewer points are expected in a state than 4 and one a feature.
 */
public final class MultivariateHmmEstimation {

    public static final int STARTS = 16;

    private static final int TRIAL_CYCLES = 15;
    private static final int FINISHED = 3;
    private static final int CYCLES_MAX = 1_500;
    private static final double GAIN_MIN = 1e-7;
    private static final double SAME = 1e-4;
    private static final double VARIANCE_SHARE_MIN = 1e-4;

    private final PointCloud cloud;
    private final int states;
    private final HmmPass pass;

    private MultivariateHmmEstimation(PointCloud cloud, int states) {
        this.cloud = cloud;
        this.states = states;
        pass = new HmmPass(cloud.points().length, states);
    }

    /**
     * @param points by time and feature
     * @throws IllegalArgumentException with a sentence, when there are too few points, they do not move, or no start ends soundly
     */
    public static MultivariateHmm fit(double[][] points, int states, int starts, RandomGenerator random) {
        if (states < 1 || states > GaussianHmm.STATES_MAX) {
            throw new IllegalArgumentException("there are 1 to " + GaussianHmm.STATES_MAX + " states, not " + states);
        }
        int features = points.length == 0 ? 1 : points[0].length;
        PointCloud cloud = PointCloud.of(points, 4 * (4 + features) * states, "a model of " + states + " states");
        return new MultivariateHmmEstimation(cloud, states).best(starts, random);
    }

    /** One on its way uphill. */
    private final class Climb {
        double[] initial = new double[states];
        double[][] transition = new double[states][states];
        double[][] means = new double[states][];
        double[][][] covariances = new double[states][][];
        double logLikelihood = Double.NEGATIVE_INFINITY;
        boolean standing;

        double logLikelihood() {
            return logLikelihood;
        }

        /** False where a state shrinks onto single points. */
        boolean climb(int cycles) {
            for (int cycle = 0; cycle < cycles && !standing; cycle++) {
                double here = expect();
                if (Double.isNaN(here)) {
                    return false;
                }
                standing = here - logLikelihood < GAIN_MIN;
                logLikelihood = here;
                if (!standing && !maximise()) {
                    return false;
                }
            }
            return true;
        }

        private double expect() {
            double[][] points = cloud.points();
            double[][] logs = new double[points.length][states];
            for (int i = 0; i < states; i++) {
                MultivariateNormal law = MultivariateNormal.of(means[i], covariances[i]);
                for (int t = 0; t < points.length; t++) {
                    logs[t][i] = law.logDensity(points[t]);
                }
            }
            double[] flat = new double[states * states];
            for (int i = 0; i < states; i++) {
                System.arraycopy(transition[i], 0, flat, i * states, states);
            }
            return pass.run(initial, flat, logs);
        }

        private boolean maximise() {
            for (int i = 0; i < states; i++) {
                int state = i;
                PointCloud.Weighed moments = new PointCloud.Weighed(cloud.features());
                moments.take(cloud.points(), t -> pass.share(t, state));
                if (moments.weight < 4 + cloud.features() || isFlat(moments.covariance)) {
                    return false;
                }
                means[i] = moments.mean;
                covariances[i] = moments.covariance;
                initial[i] = pass.share(0, i);
                double left = 0;
                for (int j = 0; j < states; j++) {
                    left += pass.moves(i, j);
                }
                for (int j = 0; j < states; j++) {
                    transition[i][j] = left > 0 ? pass.moves(i, j) / left : 1.0 / states;
                }
            }
            double first = Arrays.stream(initial).sum();
            Arrays.setAll(initial, i -> initial[i] / first);
            return true;
        }

        MultivariateHmm model() {
            double[][] places = new double[states][];
            double[][][] spreads = new double[states][][];
            Arrays.setAll(places, i -> cloud.place(means[i]));
            Arrays.setAll(spreads, i -> cloud.spread(covariances[i]));
            int[] order = IntStream.range(0, states)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> spreads[i][0][0]))
                    .mapToInt(i -> i)
                    .toArray();
            return new MultivariateHmm(
                            initial,
                            transition,
                            places,
                            spreads,
                            cloud.logLikelihood(logLikelihood),
                            cloud.points().length)
                    .inOrder(order);
        }
    }

    static boolean isFlat(double[][] covariance) {
        double[][] lower = MultivariateNormal.factor(covariance);
        return lower.length == 0
                || IntStream.range(0, lower.length).anyMatch(i -> lower[i][i] * lower[i][i] < VARIANCE_SHARE_MIN);
    }

    private MultivariateHmm best(int starts, RandomGenerator random) {
        List<Climb> trials = new ArrayList<>();
        for (int i = 0; i < (states == 1 ? 1 : Math.max(1, starts)); i++) {
            Climb climb = i % 2 == 0 ? bySpread(i / 2, random) : byGroups(random);
            if (climb.climb(TRIAL_CYCLES)) {
                trials.add(climb);
            }
        }
        trials.sort(Comparator.comparingDouble(Climb::logLikelihood).reversed());
        List<Climb> finished = new ArrayList<>();
        double last = Double.NaN;
        for (Climb each : trials) {
            boolean same = last - each.logLikelihood < SAME;
            last = each.logLikelihood;
            if (finished.size() < FINISHED && !same && each.climb(CYCLES_MAX)) {
                finished.add(each);
            }
        }
        if (finished.isEmpty()) {
            throw new IllegalArgumentException("no start ended soundly, which may mean that there are fewer than "
                    + states + " states in these points");
        }
        return Collections.max(finished, Comparator.comparingDouble(Climb::logLikelihood))
                .model();
    }

    /** Spreads from calm to wild about means near the middle. */
    private Climb bySpread(int width, RandomGenerator random) {
        Climb climb = new Climb();
        int d = cloud.features();
        for (int i = 0; i < states; i++) {
            double place = states == 1 ? 0 : 2.0 * i / (states - 1) - 1;
            climb.means[i] = new double[d];
            climb.covariances[i] = new double[d][d];
            for (int f = 0; f < d; f++) {
                climb.means[i][f] = states == 1 ? 0 : 0.3 * random.nextGaussian();
                climb.covariances[i][f][f] = states == 1 ? 1 : Math.exp(place * (0.6 + 0.3 * (width % 4)));
            }
        }
        return stays(climb, random);
    }

    private Climb byGroups(RandomGenerator random) {
        Climb climb = new Climb();
        double[][] points = cloud.points();
        double[][] centres = KMeans.centres(points, states, random);
        int[] groups = KMeans.assigned(points, centres);
        for (int i = 0; i < states; i++) {
            int state = i;
            PointCloud.Weighed moments = new PointCloud.Weighed(cloud.features());
            // A little of every point keeps a small group from being flat.
            moments.take(points, t -> groups[t] == state ? 1 : 0.02);
            climb.means[i] = moments.mean;
            climb.covariances[i] = moments.covariance;
        }
        return stays(climb, random);
    }

    private Climb stays(Climb climb, RandomGenerator random) {
        double stay = states == 1 ? 1 : 0.6 + 0.39 * random.nextDouble();
        for (int i = 0; i < states; i++) {
            climb.initial[i] = 1.0 / states;
            for (int j = 0; j < states; j++) {
                climb.transition[i][j] = i == j ? stay : (1 - stay) / (states - 1);
            }
        }
        return climb;
    }
}
