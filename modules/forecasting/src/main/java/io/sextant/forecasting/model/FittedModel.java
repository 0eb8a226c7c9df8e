package io.sextant.forecasting.model;

import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observation;
import java.io.DataOutput;
import java.io.IOException;

/** A model that tells a mean and a deviation of each step; around them lie the errors of its training. */
abstract class FittedModel implements FittedForecaster {

    private final ErrorShape shape;
    private double last;

    FittedModel(ErrorShape shape, double last) {
        this.shape = shape;
        this.last = last;
    }

    /** The newest value. */
    final double last() {
        return last;
    }

    /** Of step 1, 2, ... */
    abstract double[] means(int horizon);

    abstract double[] deviations(int horizon);

    /** Moves the state; {@link #last} is still the value before. */
    abstract void move(Observation next);

    /** All but what this class saves. */
    abstract void saveState(DataOutput out) throws IOException;

    @Override
    public final Forecast forecast(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("the horizon is at least 1 step, not " + horizon);
        }
        return shape.around(last, means(horizon), deviations(horizon));
    }

    @Override
    public final void observe(Observation next) {
        move(next);
        last = next.value();
    }

    @Override
    public final void save(DataOutput out) throws IOException {
        shape.save(out);
        out.writeDouble(last);
        saveState(out);
    }
}
