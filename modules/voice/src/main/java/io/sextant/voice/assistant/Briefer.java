package io.sextant.voice.assistant;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.voice.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes briefings from the engine's own facts, in sentences without a figure of their own. What is not known is said to be so. */
public final class Briefer {

    /** As many entries of the journal as are looked through. */
    private static final int EVENTS = 50_000;
    /** Instruments whose forecasts and regimes are told. */
    private static final int MOST = 6;

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Asking engine;
    private final Language language;
    private final Templates templates;
    private final ZoneId zone;
    private final MarketAnswers market;
    private final DueAnswers due;

    /** @param timeframe of the forecasts and regimes that are told */
    public Briefer(EngineClient client, Language language, Timeframe timeframe, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        engine = new Asking(client);
        templates = new Templates(language);
        market = new MarketAnswers(engine, timeframe);
        due = new DueAnswers(engine, timeframe);
    }

    /** What the sections are written from. {@code countedSince} is later than {@code sinceNanos} where the journal holds more than is read. */
    record Period(
            DeskState desk,
            long sinceNanos,
            Optional<Long> countedSince,
            List<Event> events,
            Map<String, String> settings,
            List<InstrumentId> subjects) {

        <E extends Event> List<E> of(Class<E> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** @param now by the clock, which schedules follow */
    public Briefing write(Briefing.Kind kind, Instant now) {
        return write(kind, now, Optional.empty());
    }

    /** The same after its time, which it says. */
    public Briefing writeLate(Briefing.Kind kind, Instant now, Instant due) {
        return write(kind, now, Optional.of(due));
    }

    private Briefing write(Briefing.Kind kind, Instant now, Optional<Instant> late) {
        Period period = period(kind);
        List<Chapter> chapters = new ArrayList<>();
        BriefedPeriod told = new BriefedPeriod(engine, period);
        BriefedDesk desk = new BriefedDesk(engine, market, due, period);
        if (kind == Briefing.Kind.WEEKLY) {
            BriefedWeek week = new BriefedWeek(engine, period);
            chapters.add(week.performance(chapter("performance")));
            chapters.add(week.costs(chapter("costs")));
        } else {
            chapters.add(told.happened(chapter("happened")));
        }
        chapters.add(told.trades(new TradeAnswers(engine, market), chapter("trades")));
        chapters.add(desk.risks(chapter("risks")));
        chapters.add(
                kind == Briefing.Kind.WEEKLY ? desk.skill(chapter("skill")) : desk.forecasts(chapter("forecasts")));
        chapters.add(desk.regimes(chapter("regimes")));
        chapters.add(told.models(chapter("models")));
        if (kind == Briefing.Kind.WEEKLY) {
            chapters.add(desk.strategies(chapter("strategies")));
        }
        chapters.add(told.habits(chapter("habits")));
        chapters.add(told.alerts(chapter("alerts")));
        chapters.add(told.schedules(chapter("schedules"), now));
        chapters.add(desk.data(chapter("data")));
        return new Briefing(
                kind,
                templates.sentence("briefing." + kind)
                        + late.map(due -> " (" + templates.sentence("briefing.late.word") + ")")
                                .orElse(""),
                written(period, late),
                chapters.stream().map(Chapter::section).toList(),
                new Briefing.Sources(
                        templates.sentence("section.sources"),
                        Stream.of("source.name", "source.value", "source.from")
                                .map(templates::sentence)
                                .toList()),
                chapters.stream().anyMatch(Chapter::early));
    }

    private Said written(Period period, Optional<Instant> late) {
        Speaking speaking = new Speaking(templates, language, zone);
        speaking.say(
                "briefing.written",
                "time",
                speaking.time("briefing.time", period.desk().marketNanos(), "desk"));
        late.ifPresent(due -> speaking.say(
                "briefing.late", "due", speaking.time("briefing.due", due.getEpochSecond() * NANOS_A_SECOND, "desk")));
        speaking.say("mode." + period.desk().mode().name());
        return speaking.said();
    }

    private Chapter chapter(String key) {
        return new Chapter(key, templates, language, zone);
    }

    private Period period(Briefing.Kind kind) {
        DeskState desk = engine.ask(new Query.Desk());
        long since = desk.marketNanos() - kind.nanos();
        List<Event> newest = engine.ask(new Query.NewestEvents(EVENTS));
        long oldest = newest.stream().mapToLong(Event::timeNanos).min().orElse(since);
        Optional<Long> counted = newest.size() == EVENTS && oldest > since ? Optional.of(oldest) : Optional.empty();
        List<Event> events =
                newest.stream().filter(event -> event.timeNanos() >= since).toList();
        return new Period(desk, since, counted, events, engine.ask(new Query.Settings()), subjects(desk, newest));
    }

    /** What is held, then what traded or was told of; nothing begins to be learned because a briefing asks. */
    static List<InstrumentId> subjects(DeskState desk, List<Event> newest) {
        Set<InstrumentId> subjects = new LinkedHashSet<>();
        AccountAnswers.held(desk, Optional.empty()).forEach(position -> subjects.add(position.instrument()));
        for (Event event : newest) {
            switch (event) {
                case OrderFilled filled -> subjects.add(filled.fill().instrument());
                case ForecastChanged changed -> subjects.add(changed.change().instrument());
                case RegimeChanged changed -> subjects.add(changed.change().instrument());
                default -> {}
            }
        }
        return subjects.stream().limit(MOST).toList();
    }
}
