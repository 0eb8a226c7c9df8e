package io.sextant.forecasting.model;

import io.sextant.analytics.linear.LeastSquares;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Half the straight line through the values, half the smoothing of what is twice as bent (Assimakopoulos and Nikolopoulos 2000): simple
 * exponential smoothing with a drift of half the line's slope (Hyndman and Billah 2003).
 */
public final class Theta implements Forecaster {

    private static final int OBSERVATIONS_MIN = 20;

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.values(past, OBSERVATIONS_MIN, "the theta method");
        int n = values.length;
        double[] ones = new double[n];
        double[] count = new double[n];
        Arrays.fill(ones, 1);
        Arrays.setAll(count, i -> i);
        double slope = LeastSquares.fit(values, ones, count).coefficients()[1];
        double alpha = SmoothingFit.of(SmoothingForm.LEVEL, values, 1).weights().alpha();
        double level = values[0];
        double[] errors = new double[n - 1];
        for (int t = 1; t < n; t++) {
            errors[t - 1] = values[t] - level - Fitted.lag(slope, alpha, t);
            level += alpha * (values[t] - level);
        }
        double sigma = Windows.rootMeanSquare(errors);
        return new Fitted(ErrorShape.of(errors), past.last(), level, slope, alpha, sigma, n);
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
                in.readInt());
    }

    private static final class Fitted extends FittedModel {

        private final double slope;
        private final double alpha;
        private final double sigma;
        private double level;
        private int seen;

        Fitted(ErrorShape shape, double last, double level, double slope, double alpha, double sigma, int seen) {
            super(shape, last);
            this.level = level;
            this.slope = slope;
            this.alpha = alpha;
            this.sigma = sigma;
            this.seen = seen;
        }

        /** What half the line adds at the next step after so many values: b/2 (1/alpha - (1 - alpha)^n / alpha). */
        static double lag(double slope, double alpha, int seen) {
            return 0.5 * slope * (1 - Math.pow(1 - alpha, seen)) / alpha;
        }

        @Override
        double[] means(int horizon) {
            double[] means = new double[horizon];
            double next = level + lag(slope, alpha, seen);
            Arrays.setAll(means, h -> next + 0.5 * slope * h);
            return means;
        }

        @Override
        double[] deviations(int horizon) {
            double[] deviations = new double[horizon];
            Arrays.setAll(deviations, h -> sigma * Math.sqrt(1 + h * alpha * alpha));
            return deviations;
        }

        @Override
        void move(Observation next) {
            level += alpha * (next.value() - level);
            seen++;
        }

        @Override
        public Explanation explain() {
            return new Explanation(List.of(
                    new Explanation.Part("level", level, level - last()),
                    new Explanation.Part("line", slope, lag(slope, alpha, seen))));
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            out.writeDouble(level);
            out.writeDouble(slope);
            out.writeDouble(alpha);
            out.writeDouble(sigma);
            out.writeInt(seen);
        }
    }
}
