package io.sextant.forecasting.model;

import io.sextant.analytics.estimation.ErrorLaw;
import io.sextant.analytics.estimation.GarchEstimation;
import io.sextant.analytics.estimation.GarchFit;
import io.sextant.analytics.estimation.VolatilityModel;
import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The mean change goes on, and how far off it may be moves with the newest surprises: GARCH(1,1) with Student errors on changes of the
 * values. Variances of the steps add up.
 */
public final class GarchForecaster implements Forecaster {

    private static final int OBSERVATIONS_MIN = 100;
    private static final int NEWEST = 5_000;

    @Override
    public String name() {
        return "garch";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.newest(Windows.values(past, OBSERVATIONS_MIN, "GARCH"), NEWEST);
        double[] changes = Windows.changes(values);
        GarchFit fit;
        try {
            fit = GarchEstimation.fit(changes, VolatilityModel.GARCH, ErrorLaw.STUDENT);
        } catch (IllegalArgumentException cannotBe) {
            throw new UnfitWindow(Code.NO_PARAMETERS, "GARCH: " + cannotBe.getMessage());
        }
        double mu = fit.get("mu");
        double[] surprises = new double[changes.length];
        Arrays.setAll(surprises, t -> (changes[t] - mu) / fit.sigmas()[t]);
        return new Fitted(
                ErrorShape.of(surprises),
                past.last(),
                mu,
                fit.get("omega"),
                fit.get("alpha"),
                fit.get("beta"),
                fit.nextVariance());
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return new Fitted(
                ErrorShape.load(in),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    private static final class Fitted extends FittedModel {

        private final double mu;
        private final double omega;
        private final double alpha;
        private final double beta;
        private double variance;

        Fitted(ErrorShape shape, double last, double mu, double omega, double alpha, double beta, double variance) {
            super(shape, last);
            this.mu = mu;
            this.omega = omega;
            this.alpha = alpha;
            this.beta = beta;
            this.variance = variance;
        }

        @Override
        double[] means(int horizon) {
            double[] means = new double[horizon];
            Arrays.setAll(means, h -> last() + (h + 1) * mu);
            return means;
        }

        @Override
        double[] deviations(int horizon) {
            double[] deviations = new double[horizon];
            double expected = variance;
            double sum = 0;
            for (int h = 0; h < horizon; h++) {
                sum += expected;
                deviations[h] = Math.sqrt(sum);
                expected = omega + (alpha + beta) * expected;
            }
            return deviations;
        }

        @Override
        void move(Observation next) {
            double surprise = next.value() - last() - mu;
            variance = omega + alpha * surprise * surprise + beta * variance;
        }

        @Override
        public Explanation explain() {
            return new Explanation(
                    List.of(new Explanation.Part("mu", mu, mu), new Explanation.Part("sigma", Math.sqrt(variance), 0)));
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            out.writeDouble(mu);
            out.writeDouble(omega);
            out.writeDouble(alpha);
            out.writeDouble(beta);
            out.writeDouble(variance);
        }
    }
}
