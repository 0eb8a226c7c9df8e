package io.sextant.engine.forecast;

import io.sextant.forecasting.Weighing;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Notes as a setting, and so in the journal, each time other weights of features count in a model of a series. What was noted before a
 * restart is not noted again.
 */
final class WeighingNotes {

    private final ForecastSubject subject;
    private final SeriesDesk desk;
    private final Map<String, String> noted = new HashMap<>();

    WeighingNotes(ForecastSubject subject, SeriesDesk desk) {
        this.subject = subject;
        this.desk = desk;
    }

    void look(Collection<StandingModel> standing) {
        for (StandingModel model : standing) {
            model.weighing()
                    .map(Weighing::text)
                    .ifPresent(now -> note(model.record().model(), now));
        }
    }

    private void note(String model, String now) {
        String setting = subject.weightsSetting(model);
        String before =
                noted.computeIfAbsent(setting, unknown -> desk.settings().getOrDefault(unknown, ""));
        if (!before.equals(now)) {
            noted.put(setting, now);
            desk.remember(setting, now);
        }
    }
}
