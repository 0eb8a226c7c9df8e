package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
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
 * The naive forecast that all others are held against: the last value comes again. Around it lie the changes of the training part over
 * as many steps, up as often as down; over more than it can tell, the changes of one step grown by the square root of the steps.
 */
public final class LastValue implements Forecaster {

    public static final String NAME = "naive";

    private static final int OBSERVATIONS_MIN = 20;
    /** So many changes that do not overlap tell a distribution. */
    private static final int APART_MIN = 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        if (past.size() < OBSERVATIONS_MIN) {
            throw UnfitWindow.tooFew(
                    OBSERVATIONS_MIN,
                    past.size(),
                    "the naive forecast needs " + OBSERVATIONS_MIN + " observations, not " + past.size());
        }
        double[] values = past.values();
        double[] none = new double[1];
        double[] single = changes(values, 1);
        double[][] offsets = new double[training.horizon()][];
        for (int step = 1; step <= offsets.length; step++) {
            boolean told = values.length / step >= APART_MIN;
            double[] around = told ? changes(values, step) : single;
            double[] quantiles =
                    Forecast.ofErrors(0, none, new double[][] {around}).quantiles()[0];
            double grown = told ? 1 : Math.sqrt(step);
            offsets[step - 1] = Arrays.stream(quantiles).map(q -> q * grown).toArray();
        }
        return new Fitted(offsets, past.last());
    }

    /** And the same changes downwards, so that the middle is the last value. */
    private static double[] changes(double[] values, int step) {
        int n = values.length - step;
        double[] changes = new double[2 * n];
        for (int i = 0; i < n; i++) {
            changes[i] = values[i + step] - values[i];
            changes[n + i] = -changes[i];
        }
        return changes;
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        double last = in.readDouble();
        double[][] offsets = new double[in.readInt()][Forecast.levels()];
        for (double[] step : offsets) {
            for (int i = 0; i < step.length; i++) {
                step[i] = in.readDouble();
            }
        }
        return new Fitted(offsets, last);
    }

    private static final class Fitted implements FittedForecaster {

        private final double[][] offsets;
        private double last;

        Fitted(double[][] offsets, double last) {
            this.offsets = offsets;
            this.last = last;
        }

        @Override
        public Forecast forecast(int horizon) {
            if (horizon < 1 || horizon > offsets.length) {
                throw new IllegalArgumentException("fitted for " + offsets.length + " steps, not " + horizon);
            }
            double[] mean = new double[horizon];
            Arrays.fill(mean, last);
            double[][] quantiles = new double[horizon][];
            for (int h = 0; h < horizon; h++) {
                quantiles[h] = Arrays.stream(offsets[h]).map(q -> last + q).toArray();
            }
            return new Forecast(last, mean, quantiles);
        }

        @Override
        public void observe(Observation next) {
            last = next.value();
        }

        @Override
        public Explanation explain() {
            return new Explanation(List.of());
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeDouble(last);
            out.writeInt(offsets.length);
            for (double[] step : offsets) {
                for (double offset : step) {
                    out.writeDouble(offset);
                }
            }
        }
    }
}
