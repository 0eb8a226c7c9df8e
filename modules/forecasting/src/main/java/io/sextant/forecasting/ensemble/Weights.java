package io.sextant.forecasting.ensemble;

import java.util.Arrays;

/** The weights that a weighting gives at the end of a ledger. */
final class Weights {

    /** Fewer entries tell nothing apart. */
    private static final int ENTRIES_MIN = 20;
    /** A member this many deviations worse than naive is retired: about one in six would be by chance, and comes back. */
    private static final double RETIRED_BELOW = -1;

    private Weights() {}

    static double[] of(Weighting weighting, Ledger ledger, int labelNow) {
        if (ledger.size() < ENTRIES_MIN) {
            return equal(ledger.members());
        }
        return switch (weighting) {
            case Weighting.Equal() -> equal(ledger.members());
            case Weighting.InverseError(double halfLife) -> inverse(ledger, decay(halfLife));
            case Weighting.Stacked() -> stacked(ledger);
            case Weighting.BayesianAverage(double forgetting) -> bayesian(ledger, forgetting);
            case Weighting.LocalExpert local -> expert(ledger, labelNow);
            case Weighting.Retiring(double halfLife) -> retiring(ledger, decay(halfLife));
        };
    }

    private static double[] equal(int members) {
        double[] weights = new double[members];
        Arrays.fill(weights, 1.0 / members);
        return weights;
    }

    private static double decay(double halfLife) {
        return Math.pow(0.5, 1 / halfLife);
    }

    private static double[] inverse(Ledger ledger, double decay) {
        double[] weights = new double[ledger.members()];
        for (int m = 0; m < weights.length; m++) {
            double sum = 0;
            double factor = 1;
            for (int age = 0; age < ledger.size(); age++) {
                sum += factor * ledger.squaredError(age, m);
                factor *= decay;
            }
            // Without any error there is no finite weight; the smallest number keeps the order.
            weights[m] = 1 / Math.max(sum, Double.MIN_NORMAL);
        }
        return shares(weights);
    }

    private static double[] bayesian(Ledger ledger, double forgetting) {
        double[] weights = new double[ledger.members()];
        for (int m = 0; m < weights.length; m++) {
            double factor = 1;
            for (int age = 0; age < ledger.size(); age++) {
                double score = ledger.logScore(age, m);
                weights[m] += Double.isNaN(score) ? 0 : factor * score;
                factor *= forgetting;
            }
        }
        double highest = Arrays.stream(weights).max().orElseThrow();
        for (int m = 0; m < weights.length; m++) {
            weights[m] = Math.exp(weights[m] - highest);
        }
        return shares(weights);
    }

    /** Among entries of the same regime; among all where there are too few. */
    private static double[] expert(Ledger ledger, int label) {
        double[] of = new double[ledger.members()];
        double[] ofAll = new double[ledger.members()];
        int found = 0;
        for (int age = 0; age < ledger.size(); age++) {
            boolean same = ledger.label(age) == label;
            found += same ? 1 : 0;
            for (int m = 0; m < of.length; m++) {
                of[m] += same ? ledger.squaredError(age, m) : 0;
                ofAll[m] += ledger.squaredError(age, m);
            }
        }
        double[] errors = found < ENTRIES_MIN ? ofAll : of;
        int best = 0;
        for (int m = 1; m < errors.length; m++) {
            best = errors[m] < errors[best] ? m : best;
        }
        double[] weights = new double[errors.length];
        weights[best] = 1;
        return weights;
    }

    private static double[] retiring(Ledger ledger, double decay) {
        double[] weights = inverse(ledger, decay);
        for (int m = 0; m < weights.length; m++) {
            double sum = 0;
            double squares = 0;
            double factor = 1;
            for (int age = 0; age < ledger.size(); age++) {
                double gain = ledger.move(age) * ledger.move(age) - ledger.squaredError(age, m);
                sum += factor * gain;
                squares += factor * factor * gain * gain;
                factor *= decay;
            }
            if (sum < RETIRED_BELOW * Math.sqrt(squares)) {
                weights[m] = 0;
            }
        }
        return Arrays.stream(weights).sum() > 0 ? shares(weights) : weights;
    }

    /** By projected steps down the quadratic; few members make the curvature cheap to bound by its trace. */
    private static double[] stacked(Ledger ledger) {
        int members = ledger.members();
        double[][] product = new double[members][members];
        double[] right = new double[members];
        for (int age = 0; age < ledger.size(); age++) {
            for (int i = 0; i < members; i++) {
                right[i] += ledger.told(age, i) * ledger.move(age);
                for (int j = 0; j < members; j++) {
                    product[i][j] += ledger.told(age, i) * ledger.told(age, j);
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < members; i++) {
            trace += product[i][i];
        }
        double[] weights = new double[members];
        if (!(trace > 0)) {
            return equal(members);
        }
        int steps = 2_000;
        for (int step = 0; step < steps; step++) {
            double[] next = weights.clone();
            for (int i = 0; i < members; i++) {
                double slope = -right[i];
                for (int j = 0; j < members; j++) {
                    slope += product[i][j] * weights[j];
                }
                next[i] -= slope / trace;
            }
            weights = projected(next);
        }
        return weights;
    }

    /** The nearest weights that are not below zero and not more than one in all (Duchi and others 2008). */
    static double[] projected(double[] point) {
        double[] positive = Arrays.stream(point).map(x -> Math.max(0, x)).toArray();
        if (Arrays.stream(positive).sum() <= 1) {
            return positive;
        }
        double[] sorted = point.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double cut = 0;
        for (int k = 1; k <= sorted.length; k++) {
            sum += sorted[sorted.length - k];
            double candidate = (sum - 1) / k;
            if (sorted[sorted.length - k] > candidate) {
                cut = candidate;
            }
        }
        double shift = cut;
        return Arrays.stream(point).map(x -> Math.max(0, x - shift)).toArray();
    }

    private static double[] shares(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }
}
