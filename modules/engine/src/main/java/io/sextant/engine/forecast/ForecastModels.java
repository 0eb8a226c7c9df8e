package io.sextant.engine.forecast;

import io.sextant.forecasting.Forecaster;
import java.util.List;
import java.util.Optional;

/** Which models there are; wired in app, since some of them stand on native learners. */
public interface ForecastModels {

    /** What every model is held against. */
    Forecaster naive();

    Optional<Forecaster> find(String name);

    /** Those that a desk trains by itself, without naive: cheap enough for a minute. */
    List<String> usual();

    /** All, without naive, in the order in which people are shown them. */
    List<String> all();
}
