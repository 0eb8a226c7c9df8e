package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestReport.Ran;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.BacktestSetup.Costs;
import io.sextant.domain.backtest.BacktestSetup.Fill;
import io.sextant.domain.backtest.BacktestSetup.Past;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.backtest.SweepReport;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.market.Timeframe;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is set up, the runs so far, and the one that is looked at. */
final class LabModel {

    static final List<Timeframe> TIMEFRAMES = List.of(
            Timeframe.M1,
            Timeframe.M5,
            Timeframe.M15,
            Timeframe.M30,
            Timeframe.H1,
            Timeframe.H4,
            Timeframe.D1,
            Timeframe.W1);

    /** The same search finds the same again. */
    private static final long SEED = 1;

    /** A run by its number, counted from 1 since the window opened. */
    record Run(int number, Ran report) {}

    final ObservableList<StrategyCard> cards = FXCollections.observableArrayList();
    final ObjectProperty<Optional<StrategyCard>> card = new SimpleObjectProperty<>(Optional.empty());
    /** As they were typed; what is not there is as usual. */
    final ObjectProperty<Map<String, Double>> values = new SimpleObjectProperty<>(Map.of());

    final ObjectProperty<Set<InstrumentId>> instruments = new SimpleObjectProperty<>(Set.of());
    final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.H1);
    /** Days of UTC, both among those tested. */
    final ObjectProperty<LocalDate> from = new SimpleObjectProperty<>(LocalDate.EPOCH);

    final ObjectProperty<LocalDate> to = new SimpleObjectProperty<>(LocalDate.EPOCH);
    final DoubleProperty cash = new SimpleDoubleProperty(10_000);
    final DoubleProperty commissionBps = new SimpleDoubleProperty(10);
    final DoubleProperty spreadBps = new SimpleDoubleProperty(2);
    final DoubleProperty slippageBps = new SimpleDoubleProperty(1);
    final ObjectProperty<Fill> fill = new SimpleObjectProperty<>(Fill.NEXT_OPEN);
    final BooleanProperty fractional = new SimpleBooleanProperty(true);
    /** Models of a desk of then, as they were typed; only what follows forecasts is told any. */
    final StringProperty models = new SimpleStringProperty("ets, theta");
    /** Whether regimes are told, also to whoever does not ask: the result says how it fared in each. */
    final BooleanProperty regimes = new SimpleBooleanProperty();

    final DoubleProperty refitBars = new SimpleDoubleProperty(Past.REFIT_BARS_USUAL);
    final ObservableList<Run> runs = FXCollections.observableArrayList();
    final ObjectProperty<Optional<Run>> shown = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<BacktestReport>> refused = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty problem = new SimpleStringProperty("");
    final BooleanProperty simulated = new SimpleBooleanProperty();
    final BooleanProperty running = new SimpleBooleanProperty();
    final LabSearch search = new LabSearch();
    /** Whether a verdict is about the best of what is searched, and not about the settings as they stand. */
    final BooleanProperty examineSearch = new SimpleBooleanProperty();

    final ObjectProperty<Optional<VerdictReport>> verdict = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<SweepReport>> sweep = new SimpleObjectProperty<>(Optional.empty());
    /** A sweep that was stopped and can go on. */
    final ObjectProperty<Optional<SweepWish>> stopped = new SimpleObjectProperty<>(Optional.empty());
    /** When it is in the market; a sweep ends there, so that it can go on over the same bars. */
    private long marketNanos = Long.MAX_VALUE;

    private final InstrumentCatalog catalog;

    LabModel(InstrumentCatalog catalog) {
        this.catalog = catalog;
        card.addListener((property, before, now) -> {
            if (!before.map(StrategyCard::name).equals(now.map(StrategyCard::name))) {
                search.offer(now);
            }
        });
    }

    void marketIsAt(long nanos) {
        marketNanos = nanos;
    }

    /** What can be traded at all. */
    List<InstrumentId> choices() {
        return catalog.all().stream()
                .filter(one -> one.tradable() && !(one instanceof Option))
                .map(Instrument::id)
                .toList();
    }

    /** Whether so many instruments are chosen as the strategy trades. */
    boolean hasItsInstruments() {
        int count = instruments.get().size();
        return card.get()
                .filter(one -> count >= one.fewestInstruments() && count <= one.mostInstruments())
                .isPresent();
    }

    boolean canRun() {
        return hasItsInstruments() && !running.get() && !to.get().isBefore(from.get());
    }

    boolean canExamine() {
        return canRun() && (!examineSearch.get() || search.canRun());
    }

    boolean canSweep() {
        return canRun() && search.canRun();
    }

    VerdictWish verdictWish() {
        return new VerdictWish(
                setup(), examineSearch.get() ? search.ranges() : List.of(), VerdictWish.WORLDS_USUAL, SEED);
    }

    SweepWish sweepWish() {
        BacktestSetup all = setup();
        long end = Math.min(all.toNanos(), Math.max(all.fromNanos() + 1, marketNanos));
        return search.wish(all.until(end), SEED);
    }

    /** What a search found is tried as it stands. */
    void use(Map<String, Double> found) {
        values.set(found);
    }

    /** Only where {@link #canRun} says so. */
    BacktestSetup setup() {
        StrategyCard chosen = card.get().orElseThrow();
        Map<String, Double> given = new LinkedHashMap<>();
        for (StrategyCard.Setting setting : chosen.settings()) {
            given.put(setting.name(), values.get().getOrDefault(setting.name(), setting.usual()));
        }
        return new BacktestSetup(
                chosen.name(),
                given,
                choices().stream().filter(instruments.get()::contains).toList(),
                timeframe.get(),
                nanos(from.get()),
                nanos(to.get().plusDays(1)),
                cash.get(),
                new Costs(commissionBps.get(), spreadBps.get(), slippageBps.get()),
                fill.get(),
                fractional.get(),
                past(chosen));
    }

    boolean followsForecasts() {
        return card.get().filter(StrategyCard::needsForecast).isPresent();
    }

    boolean followsRegimes() {
        return card.get().filter(StrategyCard::needsRegime).isPresent();
    }

    private Past past(StrategyCard of) {
        List<String> named = Arrays.stream(models.get().split("[,\\s]+"))
                .filter(name -> !name.isBlank())
                .toList();
        return new Past(of.needsForecast() ? named : List.of(), of.needsRegime() || regimes.get(), (int)
                Math.round(refitBars.get()));
    }

    /** Takes over everything of a run, to change a little of it. */
    void setUpAs(BacktestSetup setup) {
        cards.stream()
                .filter(one -> one.name().equals(setup.strategy()))
                .findFirst()
                .ifPresent(one -> card.set(Optional.of(one)));
        values.set(setup.values());
        instruments.set(Set.copyOf(setup.instruments()));
        timeframe.set(setup.timeframe());
        cash.set(setup.cash());
        commissionBps.set(setup.costs().commissionBps());
        spreadBps.set(setup.costs().spreadBps());
        slippageBps.set(setup.costs().slippageBps());
        fill.set(setup.fill());
        fractional.set(setup.fractional());
        if (!setup.past().forecasts().isEmpty()) {
            models.set(String.join(", ", setup.past().forecasts()));
        }
        regimes.set(setup.past().regimes());
        refitBars.set(setup.past().refitBars());
    }

    void add(Ran report) {
        Run run = new Run(runs.stream().mapToInt(Run::number).max().orElse(0) + 1, report);
        runs.addFirst(run);
        refused.set(Optional.empty());
        shown.set(Optional.of(run));
    }

    private static long nanos(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }
}
