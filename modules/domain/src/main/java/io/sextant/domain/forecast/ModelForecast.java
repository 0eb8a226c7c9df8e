package io.sextant.domain.forecast;

import java.util.List;
import java.util.Optional;

/**
 * What one model says, beside what that was worth.
 *
 * @param card of the registry
 * @param fan empty while it has not spoken yet
 * @param why the largest parts first
 */
public record ModelForecast(
        ModelCard card,
        SkillFigures skill,
        List<Reliability> reliability,
        Optional<ForecastFan> fan,
        List<Attribution> why) {

    public ModelForecast {
        reliability = List.copyOf(reliability);
        why = List.copyOf(why);
    }
}
