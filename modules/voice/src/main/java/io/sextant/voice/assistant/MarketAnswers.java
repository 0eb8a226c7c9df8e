package io.sextant.voice.assistant;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Price;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import java.util.Locale;
import java.util.Optional;

/** What is known of a market: its price, what is forecast and what such forecasts were worth, and its weather. */
final class MarketAnswers {

    private static final int EIGHTY = 1;

    /** The model that says the last price again. */
    private static final String NAIVE = "naive";

    private final Asking engine;
    private final Timeframe timeframe;

    MarketAnswers(Asking engine, Timeframe timeframe) {
        this.engine = engine;
        this.timeframe = timeframe;
    }

    void price(InstrumentId instrument, Speaking speaking) {
        MarketState market = engine.ask(new Query.Market(instrument));
        String source = "market:" + instrument.symbol();
        Optional<Price> last = market.last();
        if (last.isEmpty()) {
            speaking.say("price.none", "instrument", instrument.symbol());
            return;
        }
        speaking.say(
                "price",
                "instrument",
                instrument.symbol(),
                "price",
                speaking.exact("price", last.get().toString(), source),
                "time",
                speaking.time("price.time", market.marketNanos(), source));
        market.dayOpen()
                .filter(Price::isPositive)
                .ifPresent(open -> speaking.say(
                        "price.day",
                        "move",
                        speaking.percent("price.day.move", last.get().toDouble() / open.toDouble() - 1, 2, source)));
    }

    void forecast(InstrumentId instrument, Speaking speaking) {
        ForecastBoard board = engine.ask(new Query.Forecasts(instrument, timeframe));
        Optional<ModelForecast> champion = board.championForecast();
        if (champion.isEmpty() || champion.get().fan().isEmpty()) {
            none(board, speaking);
            return;
        }
        ForecastFan fan = champion.get().fan().get();
        String source = source(board, champion.get());
        int scale = scale(instrument);
        speaking.say(
                "forecast",
                "instrument",
                instrument.symbol(),
                "timeframe",
                timeframe.label(),
                "model",
                champion.get().card().model(),
                "middle",
                speaking.figure("forecast.middle", fan.middle(1), scale, source),
                "move",
                speaking.percent("forecast.move", fan.middle(1) / fan.origin() - 1, 2, source),
                "low",
                speaking.figure("forecast.low80", fan.lower(1, EIGHTY), scale, source),
                "high",
                speaking.figure("forecast.high80", fan.upper(1, EIGHTY), scale, source));
        verdict(champion.get(), source, speaking);
        champion.get().why().stream()
                .max((a, b) -> Double.compare(Math.abs(a.effectBps()), Math.abs(b.effectBps())))
                .ifPresent(why -> reason(why, source, speaking));
    }

    private static void reason(Attribution why, String source, Speaking speaking) {
        speaking.say(
                "forecast.why",
                "what",
                why.what(),
                "effect",
                speaking.figure("forecast.why.effectBps", why.effectBps(), 1, source));
    }

    /** How good they were so far, outside of what the model learned from. */
    void skill(InstrumentId instrument, Speaking speaking) {
        ForecastBoard board = engine.ask(new Query.Forecasts(instrument, timeframe));
        Optional<ModelForecast> champion = board.championForecast();
        if (champion.isEmpty()) {
            none(board, speaking);
            return;
        }
        SkillFigures skill = champion.get().skill();
        String source = source(board, champion.get());
        speaking.say(
                "skill",
                "instrument",
                instrument.symbol(),
                "timeframe",
                timeframe.label(),
                "model",
                champion.get().card().model(),
                "forecasts",
                speaking.count("skill.forecasts", skill.forecasts(), source));
        verdict(champion.get(), source, speaking);
        speaking.say("skill.errors", "ratio", speaking.figure("skill.rmseOverNaive", skill.rmseOverNaive(), 3, source));
        if (Double.isFinite(skill.hitRate())) {
            speaking.say(
                    "skill.hits",
                    "rate",
                    speaking.percent("skill.hitRate", skill.hitRate(), 1, source),
                    "low",
                    speaking.percent("skill.hitLow", skill.hitLow(), 1, source),
                    "high",
                    speaking.percent("skill.hitHigh", skill.hitHigh(), 1, source));
        }
        speaking.say(
                "skill.coverage",
                "told",
                speaking.percent("skill.interval", 0.8, 0, source),
                "held",
                speaking.percent("skill.coverage80", skill.coverage80(), 1, source));
    }

    /** What came of the forecasts of the model that counts since it counts, and whether it drifts. */
    void sinceItStands(InstrumentId instrument, Speaking speaking) {
        ForecastBoard board = engine.ask(new Query.Forecasts(instrument, timeframe));
        if (board.championForecast().isEmpty()) {
            return;
        }
        String source = source(board, board.championForecast().get());
        if (board.drift().isEmpty() || board.drift().get().judged() == 0) {
            speaking.say("stands.none");
            return;
        }
        DriftGauge gauge = board.drift().get();
        speaking.say(
                "stands",
                "judged",
                speaking.count("stands.judged", gauge.judged(), source),
                "held",
                speaking.percent("stands.coverage80", gauge.coverage(), 1, source),
                "level",
                speaking.figure("stands.drift", gauge.errorLevel(), 2, source));
        gauge.alarm()
                .ifPresent(alarm -> speaking.say(
                        "stands.alarm",
                        "why",
                        speaking.words("alarm." + alarm.name().toLowerCase(Locale.ROOT))));
    }

    private void verdict(ModelForecast model, String source, Speaking speaking) {
        if (engine.ask(new Query.Desk()).mode() == TradingMode.SIMULATED) {
            speaking.say("mode.SIMULATED");
        }
        if (model.card().model().equals(NAIVE)) {
            speaking.say("verdict.naive");
            return;
        }
        speaking.say(
                "verdict." + model.skill().verdict().word(),
                "p",
                speaking.figure("skill.pValue", model.skill().pValue(), 3, source));
    }

    private void none(ForecastBoard board, Speaking speaking) {
        String source = "forecast:" + board.instrument().symbol();
        if (board.state() == ForecastBoard.State.TOO_FEW_BARS) {
            speaking.say(
                    "forecast.few",
                    "instrument",
                    board.instrument().symbol(),
                    "there",
                    speaking.count("forecast.bars", board.barsThere(), source),
                    "needed",
                    speaking.count("forecast.barsNeeded", board.barsNeeded(), source));
        } else {
            speaking.early();
            speaking.say("forecast.none", "instrument", board.instrument().symbol());
        }
    }

    void regime(InstrumentId instrument, Speaking speaking) {
        RegimeBoard board = engine.ask(new Query.Regimes(instrument, timeframe));
        String source = "regime:" + instrument.symbol();
        Optional<RegimeBoard.Present> present = board.present();
        if (present.isEmpty()) {
            if (board.state() != RegimeBoard.State.TOO_FEW_BARS) {
                speaking.early();
            }
            speaking.say("regime.none", "instrument", instrument.symbol());
            return;
        }
        RegimeState now = present.get().now();
        speaking.say(
                "regime",
                "instrument",
                instrument.symbol(),
                "regime",
                speaking.words("regime." + now.name().name()),
                "chance",
                speaking.percent("regime.chance", now.chance(), 0, source),
                "since",
                speaking.time("regime.since", present.get().sinceNanos(), source),
                "leave",
                speaking.percent("regime.leaveChance", now.leaveChance(), 1, source));
    }

    int scale(InstrumentId instrument) {
        return engine.ask(new Query.Instruments()).stream()
                .filter(one -> one.id().equals(instrument))
                .mapToInt(one -> one.rules().tick().scale())
                .findFirst()
                .orElse(2);
    }

    private static String source(ForecastBoard board, ModelForecast model) {
        return "forecast:" + board.instrument().symbol() + ":" + model.card().id();
    }
}
