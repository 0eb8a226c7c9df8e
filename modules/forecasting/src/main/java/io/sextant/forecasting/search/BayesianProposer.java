package io.sextant.forecasting.search;

import io.sextant.analytics.distribution.Normal;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where a Gaussian process over the trials so far expects the largest improvement on the best of them (Mockus 1978; Snoek, Larochelle and
 * Adams 2012). The kernel is Matern's with 5/2; its length and noise are those of a grid that make the trials most likely. The first
 * points are random.
 */
public final class BayesianProposer implements Proposer {

    private static final int CANDIDATES = 600;
    private static final int NEAR_BEST = 150;
    private static final double NEAR = 0.08;
    private static final double[] LENGTHS = {0.1, 0.2, 0.4, 0.8, 1.6};
    private static final double[] NOISES = {1e-4, 1e-2, 0.1};

    /** A space of few settings still takes some looks before anything can be learned from them. */
    private static final int FIRST_MIN = 5;

    /** The mean of those so far (Ginsbourger, Le Riche and Carraro 2010): the process then looks elsewhere. */
    @Override
    public double underWay(List<Trial> known) {
        return known.stream()
                .filter(Trial::isValid)
                .mapToDouble(Trial::loss)
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public double[] next(List<Trial> past, int dimensions, RandomGenerator random) {
        List<Trial> valid = past.stream().filter(Trial::isValid).toList();
        if (valid.size() < Math.max(FIRST_MIN, 2 * dimensions)) {
            return random.doubles(dimensions).toArray();
        }
        double[][] points = valid.stream().map(Trial::point).toArray(double[][]::new);
        double[] losses = standardised(valid);
        GaussianProcess process = likeliest(points, losses);
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        double[] chosen = points[best];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CANDIDATES; c++) {
            double[] candidate = c < NEAR_BEST
                    ? near(points[best], random)
                    : random.doubles(dimensions).toArray();
            double improvement = improvement(process, candidate, losses[best]);
            if (improvement > most) {
                most = improvement;
                chosen = candidate;
            }
        }
        return chosen;
    }

    private static double[] near(double[] point, RandomGenerator random) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = GeneticProposer.reflected(moved[i] + NEAR * random.nextGaussian());
        }
        return moved;
    }

    /** Zero mean and unit deviation; a constant stays zero. */
    private static double[] standardised(List<Trial> trials) {
        double[] losses = trials.stream().mapToDouble(Trial::loss).toArray();
        double mean = 0;
        for (double loss : losses) {
            mean += loss / losses.length;
        }
        double square = 0;
        for (double loss : losses) {
            square += (loss - mean) * (loss - mean) / losses.length;
        }
        double deviation = square > 0 ? Math.sqrt(square) : 1;
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (losses[i] - mean) / deviation;
        }
        return losses;
    }

    private static GaussianProcess likeliest(double[][] points, double[] losses) {
        GaussianProcess best = new GaussianProcess(points, losses, LENGTHS[0], NOISES[NOISES.length - 1]);
        for (double length : LENGTHS) {
            for (double noise : NOISES) {
                GaussianProcess process = new GaussianProcess(points, losses, length, noise);
                best = process.logLikelihood() > best.logLikelihood() ? process : best;
            }
        }
        return best;
    }

    /** E max(0, best - f) for f normal: (best - m) Phi(z) + s phi(z). */
    static double improvement(GaussianProcess process, double[] at, double best) {
        GaussianProcess.Belief belief = process.at(at);
        double deviation = Math.sqrt(belief.variance());
        if (deviation < 1e-12) {
            return Math.max(0, best - belief.mean());
        }
        double z = (best - belief.mean()) / deviation;
        return (best - belief.mean()) * Normal.cumulative(z) + deviation * Normal.density(z);
    }
}
