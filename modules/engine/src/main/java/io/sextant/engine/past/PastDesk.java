package io.sextant.engine.past;

import io.sextant.engine.forecast.ForecastModels;
import io.sextant.strategy.kind.Needs;
import java.util.List;

/**
 * What a desk of the past has beside its engine.
 *
 * @param forecasts names of the models that it trains; with none it forecasts nothing
 * @param regimes whether it tells regimes
 * @param refitBars after so many bars it learns anew
 */
public record PastDesk(ForecastModels models, List<String> forecasts, boolean regimes, int refitBars) {

    /** As a live desk does by itself. */
    public static final int REFIT_BARS_USUAL = 500;

    /** What cannot be learned is not tried more often either. */
    public static final int REFIT_BARS_MIN = 50;

    /** From so many of the newest bars models learn: whoever waits longer leaves some out. */
    public static final int REFIT_BARS_MAX = 1_500;

    /** By what a strategy that hears it is told from others among trials; empty where it hears nothing of it. */
    public String heardBy(Needs needs) {
        boolean hearsForecasts = needs.forecast() && !forecasts.isEmpty();
        boolean hearsRegimes = needs.regime() && regimes;
        return hearsForecasts || hearsRegimes
                ? " hearing " + (hearsForecasts ? String.join(",", forecasts) : "") + (hearsRegimes ? " regimes" : "")
                        + " " + refitBars
                : "";
    }

    /** Refuses with a sentence for a person. */
    public PastDesk {
        forecasts = List.copyOf(forecasts);
        if (refitBars < REFIT_BARS_MIN || refitBars > REFIT_BARS_MAX) {
            throw new IllegalArgumentException("models learn anew after " + REFIT_BARS_MIN + " to " + REFIT_BARS_MAX
                    + " bars, not after " + refitBars);
        }
        for (String name : forecasts) {
            if (models.find(name).isEmpty()) {
                throw new IllegalArgumentException(
                        "there is no model called '" + name + "'; there are " + String.join(", ", models.all()));
            }
        }
    }
}
