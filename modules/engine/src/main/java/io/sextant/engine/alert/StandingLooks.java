package io.sextant.engine.alert;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertCondition.IndicatorAt;
import io.sextant.domain.alert.AlertCondition.LimitUsed;
import io.sextant.domain.alert.AlertCondition.MoveBy;
import io.sextant.domain.alert.AlertCondition.PriceAt;
import io.sextant.domain.alert.AlertCondition.RegimeBegins;
import io.sextant.domain.alert.AlertCondition.RiskAt;
import io.sextant.domain.alert.AlertCondition.RiskFigure;
import io.sextant.domain.alert.AlertCondition.SkillIs;
import io.sextant.domain.alert.LevelTest;
import io.sextant.domain.alert.LevelTest.Look;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the numbers that alerts stand on: prices and bars as they are pushed, the rest when the clock says so. One thread. */
final class StandingLooks implements AutoCloseable {

    /** Hears a number for an alert, with words for it where it is more than a number. */
    interface Seen {

        void seen(Watched one, Look look, Optional<String> words);
    }

    private record Series(InstrumentId instrument, Timeframe timeframe) {}

    private final EngineClient engine;
    private final Executor thinking;
    private final Seen seen;
    private final Map<Series, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<InstrumentId, PricePath> paths = new HashMap<>();
    private final Map<Series, Long> newestBar = new HashMap<>();
    private final Set<Series> regimesBegun = new HashSet<>();
    private List<Watched> standing = List.of();
    private @Nullable Set<InstrumentId> traded;

    StandingLooks(EngineClient engine, Executor thinking, Seen seen) {
        this.engine = engine;
        this.thinking = thinking;
        this.seen = seen;
    }

    /** Listens to the bars that these conditions need, and to no others. */
    void follow(List<AlertCondition> conditions) {
        // One that the engine had no place for is closed from the start.
        subscriptions.values().removeIf(one -> !one.isOpen());
        Set<Series> needed = new HashSet<>();
        for (AlertCondition condition : conditions) {
            switch (condition) {
                case PriceAt(InstrumentId instrument, LevelTest test) -> needed.add(price(instrument));
                case MoveBy move -> needed.add(price(move.instrument()));
                case IndicatorAt at -> needed.add(new Series(at.instrument(), at.timeframe()));
                case RegimeBegins begins -> beginRegimes(new Series(begins.instrument(), begins.timeframe()));
                case SkillIs _, RiskAt _, LimitUsed _ -> {}
                case AlertCondition.Drifted _,
                        AlertCondition.Filled _,
                        AlertCondition.FeedTroubled _,
                        AlertCondition.NewsOf _ -> {}
            }
        }
        needed.removeIf(series -> !isTraded(series.instrument()));
        subscriptions.entrySet().removeIf(open -> {
            boolean goes = !needed.contains(open.getKey());
            if (goes) {
                open.getValue().close();
                paths.remove(open.getKey().instrument());
                newestBar.remove(open.getKey());
            }
            return goes;
        });
        needed.stream().filter(series -> !subscriptions.containsKey(series)).forEach(this::subscribe);
    }

    private static Series price(InstrumentId instrument) {
        return new Series(instrument, Timeframe.M1);
    }

    private boolean isTraded(InstrumentId instrument) {
        Set<InstrumentId> known = traded;
        if (known == null) {
            known = AlertDesk.await(engine.ask(new Query.Instruments())).stream()
                    .map(Instrument::id)
                    .collect(Collectors.toUnmodifiableSet());
            traded = known;
        }
        return known.contains(instrument);
    }

    /** The first question for a series begins it. */
    private void beginRegimes(Series series) {
        if (regimesBegun.add(series) && isTraded(series.instrument())) {
            engine.ask(new Query.Regimes(series.instrument(), series.timeframe()));
        }
    }

    /** One picture waits at most: what comes meanwhile replaces it, and its bars tell what was between. */
    private void subscribe(Series series) {
        AtomicReference<@Nullable LiveBars> newest = new AtomicReference<>();
        subscriptions.put(series, engine.subscribe(new Topic.Bars(series.instrument(), series.timeframe()), live -> {
            if (newest.getAndSet(live) == null) {
                thinking.execute(() -> {
                    LiveBars now = newest.getAndSet(null);
                    if (now != null && subscriptions.containsKey(series)) {
                        bars(series, now.tail());
                    }
                });
            }
        }));
    }

    private void bars(Series series, BarSeries tail) {
        if (tail.isEmpty()) {
            return;
        }
        if (series.timeframe() == Timeframe.M1) {
            paths.computeIfAbsent(series.instrument(), id -> new PricePath())
                    .see(tail)
                    .ifPresent(look -> price(series.instrument(), look));
        }
        Long before = newestBar.put(series, tail.lastTimeNanos());
        if (before == null || before != tail.lastTimeNanos()) {
            standing.stream()
                    .filter(one -> one.plan().condition() instanceof IndicatorAt at
                            && at.instrument().equals(series.instrument())
                            && at.timeframe() == series.timeframe())
                    .forEach(this::indicator);
        }
    }

    private void price(InstrumentId instrument, Look look) {
        for (Watched one : standing) {
            boolean meant = switch (one.plan().condition()) {
                case PriceAt at -> at.instrument().equals(instrument);
                case MoveBy move -> move.instrument().equals(instrument);
                default -> false;
            };
            if (meant) {
                seen.seen(one, look, Optional.empty());
            }
        }
    }

    /** Takes note of who stands, and reads what nobody pushes. */
    void look(List<Watched> now) {
        List<Watched> before = standing;
        standing = now;
        for (Watched one : now) {
            boolean isNew = !before.contains(one);
            switch (one.plan().condition()) {
                case SkillIs skill -> skill(one, skill);
                case IndicatorAt at when isNew -> indicator(one);
                case PriceAt at when isNew -> lastPrice(one, at.instrument());
                case MoveBy move when isNew -> lastPrice(one, move.instrument());
                default -> {}
            }
        }
        risk(now);
    }

    /** A new alert does not wait for the next trade. */
    private void lastPrice(Watched one, InstrumentId instrument) {
        if (isTraded(instrument)) {
            var market = AlertDesk.await(engine.ask(new Query.Market(instrument)));
            market.last().ifPresent(price -> seen.seen(one, Look.at(price.toDouble()), Optional.empty()));
        }
    }

    private void indicator(Watched one) {
        if (!(one.plan().condition() instanceof IndicatorAt at) || !isTraded(at.instrument())) {
            return;
        }
        Optional<Feature> feature = FeatureCatalog.find(at.feature());
        if (feature.isEmpty() || IndicatorReading.whyNot(at.feature()).isPresent()) {
            return;
        }
        int wanted = IndicatorReading.barsOf(feature.get());
        BarSeries bars = AlertDesk.await(
                engine.ask(new Query.Bars(at.instrument(), at.timeframe(), Long.MAX_VALUE, wanted + 1)));
        if (bars.size() > 1) {
            // The last one still forms.
            BarSeries over = bars.copyOfRange(0, bars.size() - 1);
            double value = IndicatorReading.last(over, feature.get());
            seen.seen(one, Look.at(value), Optional.empty());
        }
    }

    private void skill(Watched one, SkillIs wanted) {
        if (!isTraded(wanted.instrument())) {
            return;
        }
        ForecastBoard board = AlertDesk.await(engine.ask(new Query.Forecasts(wanted.instrument(), wanted.timeframe())));
        Optional<SkillFigures> figures = board.championForecast().map(ModelForecast::skill);
        if (figures.isEmpty()) {
            return;
        }
        SkillFigures measured = figures.get();
        boolean holds = (measured.verdict() == Verdict.SKILL) == wanted.present();
        seen.seen(
                one,
                Look.at(holds ? 1 : 0),
                Optional.of(measured.verdict().word() + " " + LevelTest.plain(measured.rmseOverNaive())));
    }

    private void risk(List<Watched> now) {
        List<Watched> figures = now.stream()
                .filter(one -> one.plan().condition() instanceof RiskAt)
                .toList();
        List<Watched> limits = now.stream()
                .filter(one -> one.plan().condition() instanceof LimitUsed)
                .toList();
        if (!figures.isEmpty()) {
            DeskState desk = AlertDesk.await(engine.ask(new Query.Desk()));
            RiskBoard board = AlertDesk.await(engine.ask(new Query.Risk(RiskReading.CONFIDENCE, RiskShock.NONE)));
            for (Watched one : figures) {
                if (one.plan().condition() instanceof RiskAt(RiskFigure figure, LevelTest test)) {
                    double value = RiskReading.of(figure, desk, board);
                    seen.seen(one, Look.at(rounded(value)), Optional.empty());
                }
            }
        }
        if (!limits.isEmpty()) {
            GateStatus gate = AlertDesk.await(engine.ask(new Query.Gate()));
            for (Watched one : limits) {
                gate.lights().stream()
                        .filter(light ->
                                one.plan().condition() instanceof LimitUsed used && light.control() == used.control())
                        .findFirst()
                        .ifPresent(light -> seen.seen(one, Look.at(rounded(light.share() * 100)), Optional.empty()));
            }
        }
    }

    /** A percentage to two places: what is compared is what is told. */
    private static double rounded(double percent) {
        return Double.isFinite(percent) ? Math.round(percent * 100) / 100.0 : percent;
    }

    @Override
    public void close() {
        subscriptions.values().forEach(Subscription::close);
    }
}
