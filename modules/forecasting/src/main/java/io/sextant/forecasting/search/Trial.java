package io.sextant.forecasting.search;

import java.util.Map;

/**
 * One point that was tried.
 *
 * @param number from 0
 * @param loss lower is better; NaN where the model could not learn with these settings
 */
public record Trial(int number, double[] point, Map<String, String> values, double loss) {

    public Trial {
        values = Map.copyOf(values);
    }

    public boolean isValid() {
        return !Double.isNaN(loss);
    }
}
