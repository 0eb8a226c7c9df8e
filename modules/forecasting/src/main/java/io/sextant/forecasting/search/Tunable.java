package io.sextant.forecasting.search;

import io.sextant.forecasting.Forecaster;
import java.util.Map;

/** A model whose settings can be searched over. */
public interface Tunable {

    String name();

    SearchSpace space();

    /** @throws IllegalArgumentException where no such model can be */
    Forecaster with(Map<String, String> values);
}
