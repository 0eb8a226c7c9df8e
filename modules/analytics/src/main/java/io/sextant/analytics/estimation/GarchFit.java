package io.sextant.analytics.estimation;

import java.util.Arrays;
import java.util.List;

/**
 * A volatility model as fitted to returns, in their unit. {@code parameters} and {@code standardErrors} stand in the order of
 * {@link VolatilityModel#parameters}; a standard error is NaN where the parameter rests on a bound. {@code sigmas} are those of each
 * return, given those before it.
 */
public record GarchFit(
        VolatilityModel model,
        ErrorLaw law,
        double[] parameters,
        double[] standardErrors,
        double logLikelihood,
        double[] sigmas,
        double nextVariance) {

    /** By its name. */
    public double get(String parameter) {
        return parameters[place(parameter)];
    }

    /** By the name of its parameter. */
    public double standardError(String parameter) {
        return standardErrors[place(parameter)];
    }

    private int place(String parameter) {
        List<String> names = model.parameters(law);
        int place = names.indexOf(parameter);
        if (place < 0) {
            throw new IllegalArgumentException("there is no parameter " + parameter + " among " + names);
        }
        return place;
    }

    /** What share of a surprise in variance (EGARCH: in its logarithm) is left a step later; 1 and more never fades. */
    public double persistence() {
        return switch (model) {
            case GARCH -> get("alpha") + get("beta");
            case GJR -> get("alpha") + 0.5 * get("gamma") + get("beta");
            case EGARCH -> get("beta");
        };
    }

    /**
     * The standard deviations expected 1, 2, ... steps after the last return: of GARCH and GJR the root of the expected variance; of EGARCH
     * the path on which ln h moves as expected, because under Student's law its expected variance is infinite.
     */
    public double[] forecastSigma(int steps) {
        double[] sigmas = new double[steps];
        double omega = get("omega");
        double kept = persistence();
        double variance = nextVariance;
        for (int i = 0; i < steps; i++) {
            sigmas[i] = Math.sqrt(variance);
            variance = switch (model) {
                case GARCH, GJR -> omega + kept * variance;
                case EGARCH -> Math.exp(omega + kept * Math.log(variance));
            };
        }
        return sigmas;
    }

    public double aic() {
        return 2 * parameters.length - 2 * logLikelihood;
    }

    public double bic() {
        return parameters.length * Math.log(sigmas.length) - 2 * logLikelihood;
    }

    /**
     * The same for returns that are {@code times} as large.
     *
     * @param covariance of the parameters as they are here, NaN for those without a standard error
     */
    GarchFit scaled(double times, double[][] covariance) {
        double[] scaled = parameters.clone();
        double[] errors = standardErrors.clone();
        double squared = times * times;
        scaled[0] *= times;
        errors[0] *= times;
        switch (model) {
            case GARCH, GJR -> {
                scaled[1] *= squared;
                errors[1] *= squared;
            }
            case EGARCH -> {
                // omega becomes omega + (1 - beta) ln s^2, and beta is not known for sure unless it rests on its bound.
                double shift = Math.log(squared);
                int beta = place("beta");
                scaled[1] += (1 - parameters[beta]) * shift;
                if (!Double.isNaN(covariance[beta][beta])) {
                    errors[1] = Math.sqrt(covariance[1][1]
                            + shift * shift * covariance[beta][beta]
                            - 2 * shift * covariance[1][beta]);
                }
            }
        }
        return new GarchFit(
                model,
                law,
                scaled,
                errors,
                logLikelihood - sigmas.length * Math.log(times),
                Arrays.stream(sigmas).map(sigma -> times * sigma).toArray(),
                squared * nextVariance);
    }
}
