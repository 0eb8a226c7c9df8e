package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.Reliability;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.TrainingCurve;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Boards of bitcoin's minutes with three models, of which a linear one counts. */
final class SampleBoard {

    static final long MINUTE_NANOS = 60_000_000_000L;
    static final String NAIVE = "naive-1";
    static final String LINEAR = "linear-2";
    static final String BOOSTED = "boosted-3";

    private static final int STEPS = 12;
    private static final double[] WIDTHS = {-1.96, -1.28, -0.67, 0, 0.67, 1.28, 1.96};

    private SampleBoard() {}

    /** Ready, on the last bar that is over. */
    static ForecastBoard ready(double close, String champion, Optional<String> previous) {
        return ready(FakeEngine.START_NANOS - FakeEngine.START_NANOS % MINUTE_NANOS, close, champion, previous);
    }

    /** The same while models learn. */
    static ForecastBoard learning(double close) {
        ForecastBoard ready = ready(close, LINEAR, Optional.empty());
        return new ForecastBoard(
                ready.instrument(),
                ready.timeframe(),
                ForecastBoard.State.LEARNING,
                ready.barsThere(),
                ready.barsNeeded(),
                ready.champion(),
                ready.previous(),
                ready.models(),
                ready.registry(),
                ready.drift(),
                ready.trainings(),
                ready.trials(),
                ready.trouble());
    }

    static ForecastBoard ready(long originNanos, double close, String champion, Optional<String> previous) {
        List<ModelForecast> models = List.of(
                forecast(NAIVE, "naive", originNanos, close, 0, Verdict.NO_EVIDENCE, 1, List.of()),
                forecast(
                        LINEAR,
                        "linear",
                        originNanos,
                        close,
                        0.4,
                        Verdict.NO_EVIDENCE,
                        0.998,
                        List.of(
                                new Attribution("ret_1", -0.0004, -1.25),
                                new Attribution("rsi_14", 43.2, 0.75),
                                new Attribution("vol_20", 0.012, 0.25))),
                forecast(BOOSTED, "boosted", originNanos, close, -0.7, Verdict.WORSE_THAN_NAIVE, 1.041, List.of()));
        return new ForecastBoard(
                FakeInstruments.BTC,
                Timeframe.M1,
                ForecastBoard.State.READY,
                1_440,
                300,
                Optional.of(champion),
                previous,
                models,
                models.stream().map(ModelForecast::card).toList(),
                Optional.of(new DriftGauge(0.31, 0.4, 0.77, 240, Optional.of(DriftGauge.Alarm.INPUTS))),
                List.of(
                        new TrainingCurve("linear", TrainingCurve.State.DONE, 1, new double[0], new double[0]),
                        new TrainingCurve(
                                "boosted",
                                TrainingCurve.State.RUNNING,
                                0.4,
                                new double[] {1.2, 0.9, 0.75, 0.7, 0.68},
                                new double[] {1.25, 1.0, 0.92, 0.9, 0.91})),
                5,
                Optional.empty());
    }

    /** Nothing to be seen yet. */
    static ForecastBoard without(ForecastBoard.State state, int barsThere) {
        return new ForecastBoard(
                FakeInstruments.BTC,
                Timeframe.M1,
                state,
                barsThere,
                300,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty());
    }

    private static ModelForecast forecast(
            String id,
            String name,
            long originNanos,
            double close,
            double slope,
            Verdict verdict,
            double ratio,
            List<Attribution> why) {
        boolean naive = name.equals("naive");
        SkillFigures skill = new SkillFigures(
                verdict,
                480,
                41.5 * ratio,
                30.25 * ratio,
                0.9871,
                ratio,
                1.012 * ratio,
                21.4 * ratio,
                -5.1,
                naive ? Double.NaN : 0.41,
                naive ? Double.NaN : 0.521,
                naive ? Double.NaN : 0.476,
                naive ? Double.NaN : 0.565,
                0.512,
                0.794,
                0.946,
                naive ? 0 : -0.0123);
        ModelCard card = new ModelCard(
                id,
                name,
                originNanos - (naive ? 90 : 60) * MINUTE_NANOS,
                originNanos - 1_440 * MINUTE_NANOS,
                originNanos - 60 * MINUTE_NANOS,
                1_380,
                "9f86d081884c7d659a2feaa0c55ad015",
                Map.of("rmseOverNaive", ratio, "rmse", 41.5 * ratio, "pValue", naive ? Double.NaN : 0.41),
                id.equals(BOOSTED) ? Optional.of(LINEAR) : Optional.empty());
        List<Reliability> reliability = List.of(
                new Reliability(0.025, 0.031),
                new Reliability(0.1, 0.112),
                new Reliability(0.25, 0.246),
                new Reliability(0.5, 0.507),
                new Reliability(0.75, 0.741),
                new Reliability(0.9, 0.884),
                new Reliability(0.975, 0.969));
        return new ModelForecast(card, skill, reliability, Optional.of(fan(originNanos, close, slope)), why);
    }

    private static ForecastFan fan(long originNanos, double close, double slope) {
        long[] times = new long[STEPS];
        double[][] bands = new double[STEPS][WIDTHS.length];
        for (int h = 0; h < STEPS; h++) {
            times[h] = originNanos + (h + 1) * MINUTE_NANOS;
            for (int i = 0; i < WIDTHS.length; i++) {
                bands[h][i] = close + close * 1e-4 * (slope * (h + 1) + 6 * WIDTHS[i] * Math.sqrt(h + 1));
            }
        }
        return new ForecastFan(originNanos, close, times, bands);
    }
}
