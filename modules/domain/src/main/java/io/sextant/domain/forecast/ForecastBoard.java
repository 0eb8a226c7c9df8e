package io.sextant.domain.forecast;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * All that is forecast of one series now.
 *
 * @param barsThere how many bars can be learned from
 * @param barsNeeded how many it takes at least
 * @param champion the model whose forecast counts, by its id
 * @param previous the champion before it, to go back to
 * @param models naive first
 * @param trainings those of the run that goes on, or of the last one
 * @param trials how many models were held against this series so far
 * @param trouble what went wrong last, if anything did
 */
public record ForecastBoard(
        InstrumentId instrument,
        Timeframe timeframe,
        State state,
        int barsThere,
        int barsNeeded,
        Optional<String> champion,
        Optional<String> previous,
        List<ModelForecast> models,
        List<ModelCard> registry,
        Optional<DriftGauge> drift,
        List<TrainingCurve> trainings,
        int trials,
        Optional<LearningTrouble> trouble) {

    public enum State {
        /** Nobody asked before; it begins now. */
        OPENING,
        TOO_FEW_BARS,
        LEARNING,
        READY
    }

    public ForecastBoard {
        models = List.copyOf(models);
        registry = List.copyOf(registry);
        trainings = List.copyOf(trainings);
    }

    /** The forecast that counts. */
    public Optional<ModelForecast> championForecast() {
        return champion.flatMap(
                id -> models.stream().filter(one -> one.card().id().equals(id)).findFirst());
    }

    /** The same with the curves of a training as they are now. */
    public ForecastBoard withTrainings(List<TrainingCurve> now) {
        return new ForecastBoard(
                instrument,
                timeframe,
                state,
                barsThere,
                barsNeeded,
                champion,
                previous,
                models,
                registry,
                drift,
                now,
                trials,
                trouble);
    }
}
