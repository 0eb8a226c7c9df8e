package io.sextant.engine.forecast;

import io.sextant.domain.forecast.ForecastChange;
import io.sextant.engine.told.ToldBars;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the models of a series need of the desk around them. */
interface SeriesDesk {

    /** The newest bars that are over, at most {@code limit}. */
    ClosedBars bars(ForecastSubject subject, int limit);

    /** The values, on the scale that models work on, of the bars that end from one time to another. */
    double[] valuesBetween(ForecastSubject subject, long fromEndNanos, long toEndNanos);

    /** What this series told so far, also by a desk before this one. */
    ToldBars<Outlook> told(ForecastSubject subject);

    /** Takes what came due of the models that stand, once all of them were brought to now. */
    void cameDue(ForecastSubject subject, Collection<StandingModel> models);

    Map<String, String> settings();

    /** Writes a setting of the desk; its change comes back as an event. */
    void remember(String setting, String value);

    /**
     * Computes on a thread that gives way to all others, and waits. The work must not ask the engine: what answers it would be begun by that
     * thread, and give way too.
     */
    <R> R compute(Supplier<R> work);

    void tell(ForecastChange change);

    /** Who hears what a model's forecasts missed by: the desk, and the champion's watch where it is the champion. */
    StandingModel.Witness witness(ForecastSubject subject, StandingModel model, @Nullable Champion champion);
}
