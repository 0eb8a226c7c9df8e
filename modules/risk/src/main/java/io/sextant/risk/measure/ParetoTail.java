package io.sextant.risk.measure;

import io.sextant.analytics.estimation.SimplexSearch;
import io.sextant.domain.risk.TailRisk;
import java.util.Arrays;

/**
 * The generalised Pareto law of losses beyond a threshold (Balkema and de Haan 1974, Pickands 1975), by maximum likelihood. Value at risk
 * and expected shortfall as in McNeil, Frey and Embrechts (2015), 5.2.3.
 */
public record ParetoTail(double threshold, double shape, double scale, int beyond, int total) {

    static final double SHARE_BEYOND = 0.1;

    private static final int SEARCH_STEPS = 2_000;

    /** Beyond the tenth of the outcomes that lost most. */
    static ParetoTail of(double[] outcomes) {
        double[] losses = Arrays.stream(outcomes).map(r -> -r).sorted().toArray();
        int n = losses.length;
        int beyond = (int) Math.ceil(SHARE_BEYOND * n);
        double threshold = losses[n - beyond - 1];
        double[] excess = Arrays.stream(losses, n - beyond, n)
                .map(loss -> loss - threshold)
                .toArray();
        double mean = Moments.mean(excess);
        if (!(mean > 0)) {
            throw new CannotMeasure("The worst tenth of the returns is all the same, so it has no tail to extend.");
        }
        double[] scaled = Arrays.stream(excess).map(e -> e / mean).toArray();
        double[] found = new SimplexSearch(p -> minusLogLikelihood(scaled, p[0], Math.exp(p[1])), SEARCH_STEPS)
                .lowest(new double[] {0.1, 0}, new double[] {0.1, 0.2});
        return new ParetoTail(threshold, found[0], Math.exp(found[1]) * mean, beyond, n);
    }

    private static double minusLogLikelihood(double[] excess, double shape, double scale) {
        double sum = 0;
        for (double e : excess) {
            double inside = 1 + shape * e / scale;
            if (!(inside > 0) || shape <= -0.5) {
                return Double.POSITIVE_INFINITY;
            }
            sum += Math.log(scale) + (Math.abs(shape) < 1e-8 ? e / scale : (1 + 1 / shape) * Math.log(inside));
        }
        return sum;
    }

    /** @throws CannotMeasure when the confidence lies before the threshold, or the mean beyond it has no end */
    TailRisk at(double tailProbability) {
        double share = (double) beyond / total;
        if (tailProbability > share) {
            throw new CannotMeasure("The tail begins at " + (1 - share)
                    + " of the days; a confidence below that is a matter of the historical method.");
        }
        if (shape >= 1) {
            throw new CannotMeasure("The tail is so heavy (shape " + shape + ") that its mean has no end.");
        }
        double ratio = tailProbability / share;
        double var = threshold
                + (Math.abs(shape) < 1e-8 ? -scale * Math.log(ratio) : scale / shape * (Math.pow(ratio, -shape) - 1));
        return new TailRisk(var, (var + scale - shape * threshold) / (1 - shape));
    }
}
