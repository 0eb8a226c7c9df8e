package io.sextant.forecasting.model;

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
 * The mean step of the training part goes on: a random walk with drift. Its variance over h of n steps is s^2 h (1 + h/n), the second part
 * because the drift itself is only estimated.
 */
public final class Drift implements Forecaster {

    private static final int OBSERVATIONS_MIN = 20;

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.values(past, OBSERVATIONS_MIN, "drift");
        double[] steps = Windows.changes(values);
        double drift = (values[values.length - 1] - values[0]) / steps.length;
        double[] errors = Arrays.stream(steps).map(step -> step - drift).toArray();
        double deviation = Windows.rootMeanSquare(errors) * Math.sqrt(steps.length / (steps.length - 1.0));
        return new Fitted(ErrorShape.of(errors), past.last(), drift, deviation, steps.length);
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return new Fitted(ErrorShape.load(in), in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
    }

    private static final class Fitted extends FittedModel {

        private final double drift;
        private final double deviation;
        private final int steps;

        Fitted(ErrorShape shape, double last, double drift, double deviation, int steps) {
            super(shape, last);
            this.drift = drift;
            this.deviation = deviation;
            this.steps = steps;
        }

        @Override
        double[] means(int horizon) {
            double[] means = new double[horizon];
            Arrays.setAll(means, h -> last() + (h + 1) * drift);
            return means;
        }

        @Override
        double[] deviations(int horizon) {
            double[] deviations = new double[horizon];
            Arrays.setAll(deviations, h -> deviation * Math.sqrt((h + 1) * (1 + (h + 1.0) / steps)));
            return deviations;
        }

        @Override
        void move(Observation next) {}

        @Override
        public Explanation explain() {
            return new Explanation(List.of(new Explanation.Part("drift", drift, drift)));
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            out.writeDouble(drift);
            out.writeDouble(deviation);
            out.writeInt(steps);
        }
    }
}
