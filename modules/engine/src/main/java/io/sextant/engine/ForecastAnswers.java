package io.sextant.engine;

import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import java.util.List;

/** Who answers an engine's questions for forecasts, and trains. */
public interface ForecastAnswers {

    /** What is forecast of a series now; the first question begins it. Never waits. */
    ForecastBoard board(InstrumentId instrument, Timeframe timeframe);

    /** The boards of an instrument that somebody asked for before; begins none. */
    List<ForecastBoard> standing(InstrumentId instrument);

    /** What those were worth that came due after one time and up to another; begins nothing. */
    DueBoard due(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos);

    /** Trains models and waits for them. */
    ForecastBoard train(Job.TrainForecasts job, JobWorks.Progress progress);

    /** Waits for a training that began by itself, and ends it where whoever waits cancels. */
    ForecastBoard follow(Job.FollowTraining job, JobWorks.Progress progress);
}
