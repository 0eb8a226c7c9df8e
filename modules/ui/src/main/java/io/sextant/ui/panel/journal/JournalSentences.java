package io.sextant.ui.panel.journal;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.habit.HabitFact;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.source.SourceResult;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.AlertWords;
import io.sextant.ui.parts.AnomalyWords;
import io.sextant.ui.parts.GateWords;
import io.sextant.ui.parts.HabitWords;
import io.sextant.ui.parts.HeadlineWords;
import io.sextant.ui.parts.OrderReasons;
import io.sextant.ui.parts.OrderWords;
import io.sextant.ui.parts.ScheduleWords;
import io.sextant.ui.parts.TroubleWords;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells every event in a sentence of the reader's language. */
final class JournalSentences {

    private static final Pattern SOURCE = Pattern.compile("source\\.(?:news|macro)\\.(.+)");

    private final Texts texts;
    private final OrderReasons reasons;
    private final HeadlineWords headlines;
    private final ScheduleWords schedules;
    private final OrderWords orders;
    private final GateWords gateWords;
    private final AnomalyWords anomalies;
    private final AlertWords alerts;

    JournalSentences(InstrumentCatalog catalog, Texts texts) {
        this.texts = texts;
        reasons = new OrderReasons(texts);
        orders = new OrderWords(catalog, texts);
        gateWords = new GateWords(texts);
        anomalies = new AnomalyWords(catalog, texts);
        alerts = new AlertWords(texts);
        headlines = new HeadlineWords(texts);
        schedules = new ScheduleWords(texts);
    }

    String of(Event event) {
        return switch (event) {
            case EngineStarted started -> started(started);
            case OrderChanged changed -> changed(changed);
            case OrderFilled filled -> filled(filled.fill());
            case ParentChanged changed -> parent(changed.parent());
            case OrderRefused refused ->
                texts.get("journal.refused", orders.wanted(refused.draft()), texts.refusal(refused.refusal()));
            case KillSwitchChanged changed -> kill(changed);
            case GateStateChanged changed -> gateWords.state(changed);
            case BreakerChanged changed -> gateWords.breaker(changed);
            case OverrideUsed used -> gateWords.override(used);
            case StrategyThrottled throttled ->
                texts.get(
                        throttled.throttled() ? "journal.throttled" : "journal.enabled",
                        throttled.strategy(),
                        throttled.reason());
            case RiskLimitsChanged changed ->
                texts.get(
                        "journal.limits",
                        texts.figures().count(changed.limits().byInstrument().size()),
                        changed.limits().byInstrument().size());
            case MarketPaceChanged changed -> pace(changed);
            case AnomalySeen seen -> anomalies.say(seen.anomaly());
            case ForecastChanged changed -> forecast(changed.change());
            case RegimeChanged changed -> regime(changed.change());
            case StrategyChanged changed -> strategy(changed.change());
            case PassportWritten written ->
                texts.get("journal.passport", written.passport().order());
            case HeadlinePublished published -> headline(published.headline());
            case AccountMarked marked ->
                texts.get(
                        "journal.marked",
                        texts.figures().money(marked.equity()),
                        texts.figures().signedMoney(marked.unrealised()),
                        texts.figures().signedMoney(marked.realised()));
            case SettingChanged changed -> setting(changed);
            case FeedChanged changed -> feed(changed);
            case VenueChecked checked -> venue(checked);
        };
    }

    private String strategy(StageChange change) {
        String said = change.before() == change.now()
                ? texts.get("journal.strategy.agreed", change.strategy())
                : texts.get(
                        "journal.strategy.changed",
                        change.strategy(),
                        texts.get("journal.strategy.stage." + change.now().name()),
                        texts.get("journal.strategy.cause." + change.cause().name()));
        return change.why().isEmpty() ? said : texts.get("journal.strategy.why", said, change.why());
    }

    private String regime(RegimeSwitch change) {
        return texts.get(
                change.before() == change.now() ? "journal.regime.first" : "journal.regime.switched",
                change.instrument().symbol(),
                change.timeframe().label(),
                texts.get("journal.regime." + change.now().name()),
                change.chancePercent(),
                texts.get("journal.regime." + change.before().name()));
    }

    private String forecast(ForecastChange change) {
        return texts.get(
                "journal.forecast." + change.kind().name(),
                change.instrument().symbol(),
                change.timeframe().label(),
                change.model(),
                forecastDetail(change));
    }

    /** An alarm by its name, an error over naive's as a number; why something failed as it was told. */
    private String forecastDetail(ForecastChange change) {
        return switch (change.kind()) {
            case DRIFTED ->
                switch (change.detail()) {
                    case "inputs", "errors", "coverage" -> texts.get("journal.forecast.alarm." + change.detail());
                    default -> change.detail();
                };
            case FAILED ->
                LearningTrouble.parse(change.detail())
                        .map(trouble -> TroubleWords.sentence(trouble.of(""), texts))
                        .orElse(change.detail());
            case TRAINED, PROMOTED, NOT_PROMOTED, ROLLED_BACK -> {
                try {
                    yield texts.figures().number(Double.parseDouble(change.detail()), 4);
                } catch (NumberFormatException noNumber) {
                    yield change.detail();
                }
            }
        };
    }

    private String parent(ParentOrder parent) {
        return texts.get(
                "journal.parent",
                texts.word(parent.kind()),
                parent.id(),
                parent.instrument().symbol(),
                texts.word(parent.stage()),
                reasons.say(parent.reason()));
    }

    /** What a setting says of a schedule, empty when it says nothing of one. */
    private Optional<String> schedule(SettingChanged changed) {
        Map.Entry<String, String> setting = Map.entry(changed.key(), changed.value());
        return LastRun.findIn(setting)
                .map(run -> texts.get("journal.schedule.run", run.name(), schedules.result(run)))
                .or(() -> Schedule.findIn(setting).map(this::schedule))
                .or(() -> Schedule.findRemovedIn(setting).map(name -> texts.get("journal.schedule.removed", name)));
    }

    private String schedule(Schedule schedule) {
        return texts.get(
                schedule.paused() ? "journal.schedule.paused" : "journal.schedule.set",
                schedule.name(),
                schedules.what(schedule.work()),
                schedules.when(schedule.cadence()));
    }

    private String started(EngineStarted started) {
        String sentence = texts.get(
                "journal.started",
                texts.word(started.mode()),
                String.valueOf(started.seed()),
                texts.figures().count(started.replayedRecords()),
                started.replayedRecords());
        return started.damage().isEmpty()
                ? sentence
                : sentence + " "
                        + texts.get("journal.damage", texts.figures().count(started.cutBytes()), started.damage());
    }

    private String changed(OrderChanged changed) {
        Order order = changed.order();
        boolean isBegun = order.state() == OrderState.SUBMITTED
                || (order.state() == OrderState.WAITING && order.createdNanos() == order.changedNanos());
        boolean isNew = changed.from() == order.state() && isBegun;
        String reason = saysMore(changed) ? reasons.say(changed.reason()) : "";
        if (isNew) {
            return texts.get("journal.order.new", order.id(), orders.wanted(order.terms()));
        }
        boolean amendedInPlace = changed.from() == order.state();
        String sentence = amendedInPlace
                ? texts.get("journal.order.terms", order.id(), orders.wanted(order.terms()))
                : texts.get(
                        "journal.order.changed",
                        order.id(),
                        order.terms().instrument(),
                        texts.word(changed.from()),
                        texts.word(order.state()));
        return reason.isEmpty() ? sentence + "." : texts.get("journal.because", sentence, reason);
    }

    /** Whether the reason is more than the state in other words: "filled" because "filled" tells nothing. */
    private static boolean saysMore(OrderChanged changed) {
        String state = changed.order().state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return !changed.reason().equalsIgnoreCase(state);
    }

    private String filled(Fill fill) {
        return texts.get(
                fill.side().sign() > 0 ? "journal.bought" : "journal.sold",
                fill.order(),
                texts.figures().quantity(fill.quantity()),
                fill.instrument(),
                orders.price(fill.price(), fill.instrument()),
                texts.figures().money(fill.notional()),
                texts.figures().money(fill.fee()));
    }

    private String pace(MarketPaceChanged changed) {
        if (changed.paused()) {
            return texts.get("journal.pace.paused");
        }
        return Double.isInfinite(changed.timesRealTime())
                ? texts.get("journal.pace.unlimited")
                : texts.get("journal.pace", texts.figures().number(changed.timesRealTime(), 0));
    }

    private String headline(Headline headline) {
        String about = headline.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", "));
        String said = headlines.say(headline);
        return about.isEmpty()
                ? texts.get("journal.news", said, headline.source())
                : texts.get("journal.news.about", said, headline.source(), about);
    }

    private String kill(KillSwitchChanged changed) {
        String state = changed.engaged() ? "on" : "off";
        String reason = reasons.say(changed.reason());
        return switch (changed.scope()) {
            case KillScope.Everybody ignored -> texts.get("journal.kill." + state, reason);
            case KillScope.OneAccount(String account) -> texts.get("journal.kill.account." + state, account, reason);
            case KillScope.OneStrategy(String strategy) ->
                texts.get("journal.kill.strategy." + state, strategy, reason);
        };
    }

    private String venue(VenueChecked checked) {
        String sentence = texts.get("journal.venue." + checked.trust().name(), checked.venue());
        return checked.differences().stream()
                .map(one ->
                        texts.get("journal.difference." + one.kind().name(), one.subject(), one.here(), one.there()))
                .collect(Collectors.joining(" ", sentence + " ", ""))
                .strip();
    }

    private String feed(FeedChanged changed) {
        String sentence = texts.get("journal.feed." + changed.status().name(), changed.feed());
        return changed.detail().isEmpty() ? sentence + "." : texts.get("journal.because", sentence, changed.detail());
    }

    private String setting(SettingChanged changed) {
        Optional<SourceResult> result = SourceResult.findIn(Map.entry(changed.key(), changed.value()));
        if (result.isPresent()) {
            SourceResult found = result.get();
            return texts.get("journal.source." + found.outcome() + "." + found.kind(), found.name(), found.text());
        }
        Matcher source = SOURCE.matcher(changed.key());
        return source.matches()
                ? texts.get(
                        changed.value().isEmpty() ? "journal.source.removed" : "journal.source.set", source.group(1))
                : schedule(changed)
                        .or(() -> alerts.say(changed))
                        .or(() -> HabitFact.findIn(Map.entry(changed.key(), changed.value()))
                                .map(new HabitWords(texts)::say))
                        .orElseGet(() -> texts.get("journal.setting", changed.key(), shortened(changed.value())));
    }

    /** A layout remembered as a setting runs over many lines; nobody reads that here. */
    private static String shortened(String value) {
        int most = 60;
        return value.length() <= most ? value : value.substring(0, most) + "…";
    }
}
