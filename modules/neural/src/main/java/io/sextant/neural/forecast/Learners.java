package io.sextant.neural.forecast;

import io.sextant.forecasting.Forecaster;
import java.util.List;

/** The models of this room with their usual settings. */
public final class Learners {

    private Learners() {}

    /** Networks first; making one loads no library. */
    public static List<Forecaster> all() {
        return List.of(
                NetworkForecaster.lstm(),
                NetworkForecaster.gru(),
                NetworkForecaster.convolution(),
                NetworkForecaster.attention(),
                NetworkForecaster.transformer(),
                new BoostedForecaster());
    }
}
