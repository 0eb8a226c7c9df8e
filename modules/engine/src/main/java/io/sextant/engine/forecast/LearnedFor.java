package io.sextant.engine.forecast;

import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.DataInput;
import java.io.IOException;

/**
 * A model that learns for all steps that it will be shown for, also where it is measured by the first of them: what is measured must be
 * what is shown, and networks and trees come out otherwise for another horizon.
 */
record LearnedFor(Forecaster model, int horizon) implements Forecaster {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int observationsNeeded() {
        return model.observationsNeeded();
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        return model.fit(past, new Training(horizon, training.seed(), training.watcher(), training.cancelled()));
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return model.load(in);
    }
}
