package io.sextant.risk.path;

import io.sextant.analytics.estimation.ErrorLaw;
import io.sextant.analytics.estimation.GarchEstimation;
import io.sextant.analytics.estimation.GarchFit;
import io.sextant.analytics.estimation.GaussianHmm;
import io.sextant.analytics.estimation.HmmEstimation;
import io.sextant.analytics.estimation.HmmFilter;
import io.sextant.analytics.estimation.VolatilityModel;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;

/** The models, fitted to the returns of a portfolio. */
public final class PathModels {

    private static final double BLOCK_PERIODS = 20;
    private static final int STATES = 2;
    private static final int STARTS = 20;
    private static final double PERCENT = 100;

    private PathModels() {}

    /** @throws IllegalArgumentException with words for a sentence, when the model cannot be fitted */
    public static PathModel fit(PathKind kind, double[] past, long seed) {
        if (past.length < kind.fewestReturns()) {
            throw new IllegalArgumentException("there are " + past.length + " returns, and " + kind.label()
                    + " needs at least " + kind.fewestReturns());
        }
        return switch (kind) {
            case BOOTSTRAP -> bootstrap(past);
            case GARCH -> garch(past);
            case REGIMES -> regimes(past, seed);
            case JUMPS -> JumpDiffusion.of(past);
        };
    }

    private static PathModel bootstrap(double[] past) {
        double[] kept = past.clone();
        return (random, returns) -> {
            int at = 0;
            for (int i = 0; i < returns.length; i++) {
                boolean begins = i == 0 || random.nextDouble() * BLOCK_PERIODS < 1;
                at = begins ? random.nextInt(kept.length) : at + 1 == kept.length ? 0 : at + 1;
                returns[i] = kept[at];
            }
        };
    }

    private static PathModel garch(double[] past) {
        GarchFit fit = GarchEstimation.fit(past, VolatilityModel.GARCH, ErrorLaw.NORMAL);
        double mean = fit.get("mu");
        double omega = fit.get("omega");
        double alpha = fit.get("alpha");
        double beta = fit.get("beta");
        double first = fit.nextVariance();
        double[] surprises = new double[past.length];
        Arrays.setAll(surprises, t -> (past[t] - mean) / fit.sigmas()[t]);
        return (random, returns) -> {
            double variance = first;
            for (int i = 0; i < returns.length; i++) {
                double surprise = Math.sqrt(variance) * surprises[random.nextInt(surprises.length)];
                returns[i] = mean + surprise;
                variance = omega + alpha * surprise * surprise + beta * variance;
            }
        };
    }

    private static PathModel regimes(double[] past, long seed) {
        double[] percent = Arrays.stream(past).map(r -> PERCENT * r).toArray();
        GaussianHmm model = HmmEstimation.fit(percent, STATES, STARTS, SeededRandom.stream(seed, -1));
        HmmFilter filter = new HmmFilter(model);
        for (double each : percent) {
            filter.update(each);
        }
        int states = model.states();
        double[] ahead = new double[states];
        Arrays.setAll(ahead, filter::nextProbability);
        double[] deviations = Arrays.stream(model.variances())
                .map(v -> Math.sqrt(v) / PERCENT)
                .toArray();
        double[] means = Arrays.stream(model.means()).map(m -> m / PERCENT).toArray();
        return (random, returns) -> {
            int state = drawn(ahead, random.nextDouble());
            for (int i = 0; i < returns.length; i++) {
                if (i > 0) {
                    state = drawn(model.transition()[state], random.nextDouble());
                }
                returns[i] = means[state] + deviations[state] * random.nextGaussian();
            }
        };
    }

    private static int drawn(double[] chances, double uniform) {
        double sum = 0;
        for (int i = 0; i < chances.length - 1; i++) {
            sum += chances[i];
            if (uniform < sum) {
                return i;
            }
        }
        return chances.length - 1;
    }
}
