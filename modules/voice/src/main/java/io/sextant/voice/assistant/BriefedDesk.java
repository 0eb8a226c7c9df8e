package io.sextant.voice.assistant;

import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.ParityMeter;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Query;
import io.sextant.voice.assistant.Briefer.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** How the desk stands: what it holds and risks, what is forecast of that, what runs, and whether its data can be trusted. */
final class BriefedDesk {

    private final Asking engine;
    private final MarketAnswers market;
    private final DueAnswers due;
    private final Period period;

    BriefedDesk(Asking engine, MarketAnswers market, DueAnswers due, Period period) {
        this.engine = engine;
        this.due = due;
        this.market = market;
        this.period = period;
    }

    Chapter risks(Chapter chapter) {
        RiskAnswers risk = new RiskAnswers(engine);
        if (AccountAnswers.held(period.desk(), Optional.empty()).isEmpty()) {
            risk.risk(chapter.next());
            return chapter;
        }
        new AccountAnswers(engine).position(Optional.empty(), chapter.next());
        risk.risk(chapter.next());
        risk.biggest(chapter.next());
        risk.limits(chapter.next());
        return chapter;
    }

    Chapter forecasts(Chapter chapter) {
        return each(chapter, "briefing.noforecast", (instrument, speaking) -> {
            market.forecast(instrument, speaking);
            market.sinceItStands(instrument, speaking);
            due.ofChampion(instrument, span(), speaking);
        });
    }

    /** First of the week alone, of every model; then what the one that counts has to show in all. */
    Chapter skill(Chapter chapter) {
        return each(chapter, "briefing.noforecast", (instrument, speaking) -> {
            due.ofAll(instrument, span(), new InTurn(speaking, chapter));
            Speaking inAll = chapter.next();
            inAll.say("due.all");
            market.skill(instrument, inAll);
            market.sinceItStands(instrument, inAll);
        });
    }

    /** The paragraph that is open, then new ones. */
    private static final class InTurn implements Supplier<Speaking> {

        private final Chapter chapter;
        private Optional<Speaking> open;

        InTurn(Speaking open, Chapter chapter) {
            this.open = Optional.of(open);
            this.chapter = chapter;
        }

        @Override
        public Speaking get() {
            Speaking next = open.orElseGet(chapter::next);
            open = Optional.empty();
            return next;
        }
    }

    private AskedTime.Span span() {
        return new AskedTime.Span(period.sinceNanos(), period.desk().marketNanos());
    }

    Chapter regimes(Chapter chapter) {
        return each(chapter, "briefing.noregime", market::regime);
    }

    private Chapter each(Chapter chapter, String none, BiConsumer<InstrumentId, Speaking> tell) {
        if (period.subjects().isEmpty()) {
            chapter.next().say(none);
        }
        period.subjects().forEach(instrument -> tell.accept(instrument, chapter.next()));
        return chapter;
    }

    Chapter strategies(Chapter chapter) {
        List<HostedStrategy> hosted = engine.ask(new Query.HostedStrategies()).strategies();
        if (hosted.isEmpty()) {
            chapter.next().say("strategies.none");
        }
        for (HostedStrategy each : hosted) {
            Speaking speaking = chapter.next();
            String source = "strategy:" + each.terms().name();
            speaking.say(
                    "strategies.one",
                    "name",
                    speaking.text("strategy.name", each.terms().name(), source),
                    "stage",
                    speaking.words("stage." + each.stage().name()),
                    "since",
                    speaking.time("strategy.since", each.sinceNanos(), source));
            speaking.say(
                    "strategies.book",
                    "equity",
                    speaking.money("strategy.equity", each.figures().equity(), source),
                    "capital",
                    speaking.money("strategy.capital", each.terms().capital(), source),
                    "fills",
                    speaking.count("strategy.fills", each.figures().fills(), source),
                    "fees",
                    speaking.money("strategy.fees", each.figures().fees(), source),
                    "trades",
                    speaking.count("strategy.trades", each.figures().trades(), source),
                    "won",
                    speaking.count("strategy.won", each.figures().tradesWon(), source));
            parity(each.parity(), source, speaking);
        }
        return chapter;
    }

    private static void parity(ParityMeter parity, String source, Speaking speaking) {
        if (parity.signals() == 0) {
            speaking.say("parity.none");
            return;
        }
        speaking.say(
                "parity",
                "signals",
                speaking.count("parity.signals", parity.signals(), source),
                "alike",
                speaking.count("parity.alike", parity.alike(), source),
                "since",
                speaking.time("parity.since", parity.sinceNanos(), source),
                "here",
                speaking.figure("parity.equity", parity.strategyEquity(), 2, source),
                "shadow",
                speaking.figure("parity.shadowEquity", parity.shadowEquity(), 2, source));
    }

    Chapter data(Chapter chapter) {
        new DeskAnswers(engine).health(chapter.next());
        Speaking marks = chapter.next();
        boolean clean = true;
        for (Instrument each : engine.ask(new Query.Instruments())) {
            long count = engine.ask(new Query.Marks(each.id(), Timeframe.M1)).stream()
                    .filter(one -> one.toNanos() > period.sinceNanos())
                    .count();
            if (count > 0) {
                clean = false;
                marks.say(
                        "data.marks",
                        "instrument",
                        each.id().symbol(),
                        "count",
                        marks.count("data.marks", count, "data:" + each.id().symbol()));
            }
        }
        if (clean) {
            marks.say("data.clean");
        }
        return chapter;
    }
}
