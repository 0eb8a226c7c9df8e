package io.sextant.risk.volatility;

import io.sextant.analytics.estimation.GaussianHmm;
import io.sextant.analytics.estimation.HmmEstimation;
import io.sextant.analytics.estimation.HmmFilter;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Tomorrow's variance as a mixture of hidden states, each weighed by its chance tomorrow given all returns until today: the states'
 * variances and the spread of their means.
 */
public final class RegimeMixture {

    private static final double PERCENT = 100;

    private final GaussianHmm model;
    private final HmmFilter filter;

    private RegimeMixture(GaussianHmm model) {
        this.model = model;
        filter = new HmmFilter(model);
    }

    /** @throws IllegalArgumentException with words for a sentence, when no states are found */
    public static RegimeMixture fit(double[] returns, int states, int starts, RandomGenerator random) {
        double[] percent = Arrays.stream(returns).map(r -> PERCENT * r).toArray();
        RegimeMixture mixture = new RegimeMixture(HmmEstimation.fit(percent, states, starts, random));
        for (double each : returns) {
            mixture.update(each);
        }
        return mixture;
    }

    /** Takes in the return of a period that is over. */
    public void update(double value) {
        filter.update(PERCENT * value);
    }

    /** Of the period to come. */
    public double nextVariance() {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < model.states(); i++) {
            double chance = filter.nextProbability(i);
            mean += chance * model.means()[i];
            square += chance * (model.variances()[i] + model.means()[i] * model.means()[i]);
        }
        return (square - mean * mean) / (PERCENT * PERCENT);
    }
}
