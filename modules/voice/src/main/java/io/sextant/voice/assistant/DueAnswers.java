package io.sextant.voice.assistant;

import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.DueSkill;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What forecasts were worth that came due within a time, and nothing of any other time. */
final class DueAnswers {

    private final Asking engine;
    private final Timeframe timeframe;

    DueAnswers(Asking engine, Timeframe timeframe) {
        this.engine = engine;
        this.timeframe = timeframe;
    }

    /** Of the model whose forecasts count all that is known, of the others the next bar. */
    void ofChampion(InstrumentId instrument, AskedTime.Span span, Speaking speaking) {
        DueBoard board = board(instrument, span);
        begin(board, speaking);
        Optional<String> champion = champion(instrument);
        Stream.concat(
                        board.skills().stream().filter(each -> champion.equals(Optional.of(each.model()))),
                        board.skills().stream()
                                .filter(each -> !champion.equals(Optional.of(each.model())) && each.step() == 1))
                .forEach(each -> one(each, instrument, speaking));
    }

    /** Of all models and steps, a paragraph each model. */
    void ofAll(InstrumentId instrument, AskedTime.Span span, Supplier<Speaking> paragraphs) {
        DueBoard board = board(instrument, span);
        begin(board, paragraphs.get());
        Map<String, List<DueSkill>> byModel = new LinkedHashMap<>();
        board.skills()
                .forEach(each -> byModel.merge(
                        each.model(),
                        List.of(each),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        byModel.values().forEach(skills -> {
            Speaking speaking = paragraphs.get();
            skills.forEach(each -> one(each, instrument, speaking));
        });
    }

    private DueBoard board(InstrumentId instrument, AskedTime.Span span) {
        return engine.ask(new Query.DueForecasts(instrument, timeframe, span.fromNanos(), span.toNanos()));
    }

    private Optional<String> champion(InstrumentId instrument) {
        ForecastBoard board = engine.ask(new Query.Forecasts(instrument, timeframe));
        return board.championForecast().map(each -> each.card().model());
    }

    private void begin(DueBoard board, Speaking speaking) {
        String instrument = board.instrument().symbol();
        String source = source(board.instrument());
        speaking.say(
                board.skills().isEmpty() ? "due.none" : "due",
                "instrument",
                instrument,
                "timeframe",
                timeframe.label(),
                "from",
                speaking.time("due.from", board.fromNanos(), source),
                "until",
                speaking.time("due.until", board.toNanos(), source));
        board.countedSinceNanos()
                .ifPresent(since ->
                        speaking.say("due.counted", "since", speaking.time("due.countedSince", since, source)));
    }

    private static void one(DueSkill skill, InstrumentId instrument, Speaking speaking) {
        String source = source(instrument) + ":" + skill.model();
        String ahead = ".ahead" + skill.step();
        speaking.say(
                "due.one",
                "model",
                skill.model(),
                "step",
                speaking.count("due.step" + ahead, skill.step(), source),
                "forecasts",
                speaking.count("due.forecasts" + ahead, skill.forecasts(), source),
                "rmse",
                speaking.figure("due.rmseOverNaive" + ahead, skill.rmseOverNaive(), 3, source),
                "mae",
                speaking.figure("due.maeOverNaive" + ahead, skill.maeOverNaive(), 3, source),
                "held",
                speaking.percent("due.coverage80" + ahead, skill.coverage80(), 1, source));
        speaking.say(
                "due." + skill.word(),
                "p",
                speaking.figure("due.pValue" + ahead, skill.pValue(), 3, source),
                "needed",
                speaking.count("due.needed" + ahead, skill.needed(), source));
    }

    private static String source(InstrumentId instrument) {
        return "forecast:" + instrument.symbol();
    }
}
