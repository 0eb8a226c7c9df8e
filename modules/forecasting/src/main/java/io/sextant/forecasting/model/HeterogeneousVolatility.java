package io.sextant.forecasting.model;

import io.sextant.analytics.linear.LeastSquares;
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
 * The last value comes again, and how far off it may be follows from the size of changes over the last one, five and twenty-two steps: the
 * HAR of Corsi (2009) on absolute changes, which outliers bend less than squared ones. Sizes ahead follow by iteration.
 */
public final class HeterogeneousVolatility implements Forecaster {

    private static final int[] SPANS = {1, 5, 22};
    private static final int LONGEST = 22;
    private static final int OBSERVATIONS_MIN = 100;
    /** Of the mean size: a regression may tell less, even below zero, and nothing moves by less. */
    private static final double FLOOR = 0.1;

    @Override
    public String name() {
        return "har";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.values(past, OBSERVATIONS_MIN, "HAR");
        double[] changes = Windows.changes(values);
        double[] sizes = Arrays.stream(changes).map(Math::abs).toArray();
        int n = sizes.length - LONGEST;
        double[] wanted = Arrays.copyOfRange(sizes, LONGEST, sizes.length);
        double[][] columns = new double[SPANS.length + 1][n];
        Arrays.fill(columns[0], 1);
        for (int k = 0; k < SPANS.length; k++) {
            for (int t = 0; t < n; t++) {
                columns[k + 1][t] = mean(sizes, t + LONGEST, SPANS[k]);
            }
        }
        double[] weights;
        try {
            weights = LeastSquares.fit(wanted, columns).coefficients();
        } catch (IllegalArgumentException undetermined) {
            throw new UnfitWindow(Code.STANDS_STILL, "HAR: changes of this series have too few sizes");
        }
        double floor = FLOOR * Arrays.stream(sizes).average().orElse(0);
        double[] surprises = new double[n];
        for (int t = 0; t < n; t++) {
            surprises[t] = changes[t + LONGEST] / expected(weights, sizes, t + LONGEST, floor);
        }
        double scale = Windows.rootMeanSquare(surprises);
        double[] newest = Arrays.copyOfRange(sizes, sizes.length - LONGEST, sizes.length);
        return new Fitted(ErrorShape.of(surprises), past.last(), weights, floor, scale, newest);
    }

    /** Of the sizes before a place. */
    private static double mean(double[] sizes, int before, int span) {
        double sum = 0;
        for (int i = before - span; i < before; i++) {
            sum += sizes[i];
        }
        return sum / span;
    }

    private static double expected(double[] weights, double[] sizes, int place, double floor) {
        double sum = weights[0];
        for (int k = 0; k < SPANS.length; k++) {
            sum += weights[k + 1] * mean(sizes, place, SPANS[k]);
        }
        return Math.max(floor, sum);
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return new Fitted(
                ErrorShape.load(in),
                in.readDouble(),
                SavedNumbers.read(in),
                in.readDouble(),
                in.readDouble(),
                SavedNumbers.read(in));
    }

    private static final class Fitted extends FittedModel {

        private final double[] weights;
        private final double floor;
        private final double scale;
        /** The newest sizes, oldest first. */
        private final double[] newest;

        Fitted(ErrorShape shape, double last, double[] weights, double floor, double scale, double[] newest) {
            super(shape, last);
            this.weights = weights;
            this.floor = floor;
            this.scale = scale;
            this.newest = newest;
        }

        @Override
        double[] means(int horizon) {
            double[] means = new double[horizon];
            Arrays.fill(means, last());
            return means;
        }

        @Override
        double[] deviations(int horizon) {
            double[] path = Arrays.copyOf(newest, LONGEST + horizon);
            double[] deviations = new double[horizon];
            double sum = 0;
            for (int h = 0; h < horizon; h++) {
                double size = expected(weights, path, LONGEST + h, floor);
                path[LONGEST + h] = size;
                sum += size * size;
                deviations[h] = scale * Math.sqrt(sum);
            }
            return deviations;
        }

        @Override
        void move(Observation next) {
            System.arraycopy(newest, 1, newest, 0, LONGEST - 1);
            newest[LONGEST - 1] = Math.abs(next.value() - last());
        }

        @Override
        public Explanation explain() {
            return new Explanation(List.of(new Explanation.Part("sigma", deviations(1)[0], 0)));
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            SavedNumbers.write(out, weights);
            out.writeDouble(floor);
            out.writeDouble(scale);
            SavedNumbers.write(out, newest);
        }
    }
}
