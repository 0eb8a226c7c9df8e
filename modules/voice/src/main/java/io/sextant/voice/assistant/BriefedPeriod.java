package io.sextant.voice.assistant;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.habit.HabitFact;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.Query;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.voice.assistant.Briefer.Period;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happened in a time, by the journal and the desk's settings. */
final class BriefedPeriod {

    private static final int MOST_TOLD = 8;
    /** A passport is a paragraph of some length. */
    private static final int PASSPORTS = 5;

    private static final int POINTS = 1_000;
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Asking engine;
    private final Period period;

    BriefedPeriod(Asking engine, Period period) {
        this.engine = engine;
        this.period = period;
    }

    /** The passports of the newest orders that traded: why each was sent, and what it was to cost and did. */
    Chapter trades(TradeAnswers answers, Chapter chapter) {
        List<OrderId> traded = period.of(OrderFilled.class).stream()
                .map(each -> each.fill().order())
                .distinct()
                .toList();
        if (traded.isEmpty()) {
            chapter.next().say("briefing.nofills");
        }
        traded.stream().limit(PASSPORTS).forEach(order -> answers.explain(order, chapter.next()));
        if (traded.size() > PASSPORTS) {
            Speaking more = chapter.next();
            more.say("briefing.more", "count", more.count("trades.more", traded.size() - PASSPORTS, "journal"));
        }
        return chapter;
    }

    Chapter happened(Chapter chapter) {
        EquityCurve curve = engine.ask(new Query.Equity(period.sinceNanos(), POINTS));
        worth(curve, chapter.next());
        if (curve.size() > 1) {
            chapter.draw("equity", curve.timeNanos(), curve.equity());
        }
        fills(period, chapter.next());
        Speaking rest = chapter.next();
        counted(rest);
        List<OrderChanged> rejected = period.of(OrderChanged.class).stream()
                .filter(each -> each.order().state() == OrderState.REJECTED && each.from() != OrderState.REJECTED)
                .toList();
        rest.say("briefing.refused", "count", count("orders.refused", period.of(OrderRefused.class), rest));
        rest.say("briefing.rejected", "count", count("orders.rejected", rejected, rest));
        some("changed.regimes", period.of(RegimeChanged.class), rest);
        some("changed.feed", period.of(FeedChanged.class), rest);
        some("changed.kill", period.of(KillSwitchChanged.class), rest);
        some("briefing.gate", period.of(GateStateChanged.class), rest);
        some(
                "briefing.breakers",
                period.of(BreakerChanged.class).stream()
                        .filter(BreakerChanged::tripped)
                        .toList(),
                rest);
        return chapter;
    }

    private void counted(Speaking speaking) {
        period.countedSince()
                .ifPresent(since -> speaking.say(
                        "changed.counted", "since", speaking.time("changed.countedSince", since, "journal")));
    }

    private void worth(EquityCurve curve, Speaking speaking) {
        if (curve.size() == 0) {
            speaking.say("briefing.noworth");
        } else {
            Money now = period.desk().account().equity();
            speaking.say(
                    "changed.worth",
                    "since",
                    speaking.time("changed.since", curve.timeNanos()[0], "equity"),
                    "change",
                    speaking.amount(
                            "changed.equity",
                            now.toDouble() - curve.equity()[0],
                            now.currency().code(),
                            "equity"));
        }
        speaking.say(
                "profit",
                "today",
                speaking.money("account.profitToday", period.desk().account().profitToday(), "account"),
                "start",
                speaking.money(
                        "account.profitSinceStart", period.desk().account().profitSinceStart(), "account"));
    }

    /** How much traded and what was paid for it, in the currency in which it was. */
    static void fills(Period period, Speaking speaking) {
        List<OrderFilled> fills = period.of(OrderFilled.class);
        if (fills.isEmpty()) {
            speaking.say("briefing.nofills");
            return;
        }
        speaking.say("changed.fills", "count", count("changed.fills", fills, speaking));
        Map<String, Money> traded = new LinkedHashMap<>();
        Map<String, Money> fees = new LinkedHashMap<>();
        for (OrderFilled each : fills) {
            traded.merge(each.fill().notional().currency().code(), each.fill().notional(), Money::plus);
            fees.merge(each.fill().fee().currency().code(), each.fill().fee(), Money::plus);
        }
        traded.values()
                .forEach(
                        sum -> speaking.say("briefing.traded", "value", speaking.money("fills.value", sum, "journal")));
        fees.values()
                .forEach(sum -> speaking.say("briefing.fees", "fee", speaking.money("fills.fees", sum, "journal")));
    }

    Chapter models(Chapter chapter) {
        List<ForecastChanged> news = period.of(ForecastChanged.class);
        if (news.isEmpty()) {
            chapter.next().say("models.none");
            return chapter;
        }
        news.stream().limit(MOST_TOLD).forEach(each -> model(each, chapter.next()));
        if (news.size() > MOST_TOLD) {
            Speaking more = chapter.next();
            more.say("briefing.more", "count", more.count("more", news.size() - MOST_TOLD, "journal"));
        }
        return chapter;
    }

    private static void model(ForecastChanged event, Speaking speaking) {
        ForecastChange change = event.change();
        String source = "journal:" + event.position();
        Object detail = change.kind() == ForecastChange.Kind.DRIFTED
                ? speaking.findWords("alarm." + change.detail().toLowerCase(Locale.ROOT))
                        .orElse("–")
                : speaking.localised("model.detail", change.detail(), source);
        speaking.say(
                "models." + change.kind(),
                "time",
                speaking.time("model.time", event.timeNanos(), source),
                "instrument",
                change.instrument().symbol(),
                "timeframe",
                change.timeframe().label(),
                "model",
                speaking.text("model", change.model(), source),
                "detail",
                detail);
    }

    Chapter habits(Chapter chapter) {
        List<HabitFact> seen = period.settings().entrySet().stream()
                .flatMap(one -> HabitFact.findIn(one).stream())
                .filter(fact -> fact.marketNanos() >= period.sinceNanos())
                .sorted(Comparator.comparingLong(HabitFact::marketNanos).reversed())
                .toList();
        if (seen.isEmpty()) {
            chapter.next().say("habits.none");
        }
        for (HabitFact fact : seen) {
            Speaking speaking = chapter.next();
            String source = "journal:" + fact.position();
            speaking.say(
                    "habit." + fact.kind(),
                    "time",
                    speaking.time("habit.time", fact.marketNanos(), source),
                    "instrument",
                    fact.instrument().symbol(),
                    "measured",
                    speaking.figure("habit.measured", fact.measured(), 1, source),
                    "usual",
                    speaking.figure("habit.usual", fact.usual(), 1, source));
        }
        return chapter;
    }

    Chapter alerts(Chapter chapter) {
        List<AlertFiring> fired = AlertBook.of(period.settings()).told().stream()
                .map(AlertBook.Told::firing)
                .filter(each -> each.marketNanos() >= period.sinceNanos())
                .toList();
        if (fired.isEmpty()) {
            chapter.next().say("alerts.none");
            return chapter;
        }
        Speaking all = chapter.next();
        all.say("alerts", "count", all.count("alerts", fired.size(), "alerts"));
        for (AlertFiring each : fired.subList(0, Math.min(MOST_TOLD, fired.size()))) {
            Speaking speaking = chapter.next();
            String source = "alerts:" + each.alert();
            speaking.say(
                    "alerts.one",
                    "time",
                    speaking.time("alert.time", each.marketNanos(), source),
                    "alert",
                    speaking.text("alert.name", each.alert(), source),
                    "condition",
                    speaking.text("alert.condition", each.condition(), source),
                    "value",
                    speaking.localised("alert.value", each.value(), source));
        }
        return chapter;
    }

    Chapter schedules(Chapter chapter, Instant now) {
        List<ScheduleBook.Entry> entries = ScheduleBook.of(period.settings()).entries();
        if (entries.isEmpty()) {
            chapter.next().say("schedules.none");
        }
        for (ScheduleBook.Entry each : entries) {
            Speaking speaking = chapter.next();
            String source = "schedule:" + each.schedule().name();
            Fact name = speaking.text("schedule.name", each.schedule().name(), source);
            each.next()
                    .ifPresentOrElse(
                            next -> speaking.say(
                                    next.isAfter(now) ? "schedules.next" : "schedules.due",
                                    "name",
                                    name,
                                    "time",
                                    speaking.time("schedule.next", nanos(next), source)),
                            () -> speaking.say("schedules.paused", "name", name));
            each.last()
                    .filter(last -> last.outcome() == LastRun.Outcome.FAILED)
                    .ifPresent(last -> speaking.say(
                            "schedules.failed", "why", speaking.text("schedule.failed", last.text(), source)));
        }
        return chapter;
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS_A_SECOND + time.getNano();
    }

    private static void some(String key, List<? extends Event> events, Speaking speaking) {
        if (!events.isEmpty()) {
            speaking.say(key, "count", count(key, events, speaking));
        }
    }

    private static Fact count(String name, List<? extends Event> events, Speaking speaking) {
        return speaking.count(
                name,
                events.size(),
                events.isEmpty() ? "journal" : "journal:" + events.getFirst().position());
    }
}
