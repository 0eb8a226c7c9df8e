package io.sextant.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeProfile;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldLog;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Weighing;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.strategy.kind.Scene.Outlook;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each change of the weights that count is a setting, which the engine journals. */
class WeighingNotesTest {

    private static final ForecastSubject SUBJECT = new ForecastSubject(InstrumentId.of("BTC-USDT"), Timeframe.M5);
    private static final String SETTING = "forecast.weights.profiles.BTC-USDT.5m";

    private final Map<String, String> settings = new HashMap<>();
    private final List<String> noted = new ArrayList<>();

    private final SeriesDesk desk = new NotedDesk();

    /** Keeps what is remembered, and nothing else. */
    private final class NotedDesk implements SeriesDesk {

        @Override
        public ClosedBars bars(ForecastSubject subject, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double[] valuesBetween(ForecastSubject subject, long fromEndNanos, long toEndNanos) {
            return new double[0];
        }

        @Override
        public ToldBars<Outlook> told(ForecastSubject subject) {
            return ToldOutlooks.with(ToldLog.NONE);
        }

        @Override
        public void cameDue(ForecastSubject of, Collection<StandingModel> models) {
            throw new AssertionError("notes of weights judge nothing");
        }

        @Override
        public Map<String, String> settings() {
            return settings;
        }

        @Override
        public void remember(String setting, String value) {
            settings.put(setting, value);
            noted.add(setting + " = " + value);
        }

        @Override
        public <R> R compute(Supplier<R> work) {
            return work.get();
        }

        @Override
        public void tell(ForecastChange change) {}

        @Override
        public StandingModel.Witness witness(
                ForecastSubject subject, StandingModel model, @Nullable Champion champion) {
            return StandingModel.Witness.NOBODY;
        }
    }

    /** Weighs as it is told to. */
    private static final class Weighed implements FittedForecaster {

        private Optional<Weighing> weighing = Optional.empty();

        @Override
        public Forecast forecast(int horizon) {
            return Forecast.normal(0, new double[horizon], new double[horizon]);
        }

        @Override
        public void observe(Observation next) {}

        @Override
        public Explanation explain() {
            return new Explanation(List.of());
        }

        @Override
        public Optional<Weighing> weighing() {
            return weighing;
        }

        @Override
        public void save(DataOutput out) {}
    }

    private static StandingModel standing(Weighed fitted) {
        ModelRecord record = ModelRecord.of(
                "profiles",
                SUBJECT.key(),
                1,
                new ModelRecord.Learned(0, 1, 2, "0".repeat(64)),
                List.of(),
                Map.of(),
                1,
                Map.of(),
                Optional.empty(),
                new byte[0]);
        return new StandingModel(record, fitted, Scale.LOGARITHM, 1, 1);
    }

    @Test
    void eachChangeIsNotedOnceAndNotAgainAfterARestart() {
        Weighed fitted = new Weighed();
        List<StandingModel> standing = List.of(standing(fitted));
        WeighingNotes notes = new WeighingNotes(SUBJECT, desk);
        notes.look(standing);
        assertThat(noted).as("a model whose weights follow nothing").isEmpty();
        fitted.weighing = Optional.of(new Weighing(RegimeProfile.RANGE, false));
        notes.look(standing);
        notes.look(standing);
        fitted.weighing = Optional.of(new Weighing(RegimeProfile.DEFENSIVE, true));
        notes.look(standing);
        assertThat(noted).containsExactly(SETTING + " = RANGE common", SETTING + " = DEFENSIVE own");
        new WeighingNotes(SUBJECT, desk).look(standing);
        assertThat(noted).hasSize(2);
    }
}
