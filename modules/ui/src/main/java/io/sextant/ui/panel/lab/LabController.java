package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestReport.Ran;
import io.sextant.domain.backtest.BacktestReport.Trade;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Topic;
import io.sextant.ui.panel.lab.rules.RulesEditor;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.RunBacktestOf;
import io.sextant.ui.signal.TradeInChart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Runs one backtest, verdict or sweep at a time, which goes on while the panel is hidden; nothing here can send an order. */
public final class LabController implements Panel {

    private static final System.Logger LOG = System.getLogger(LabController.class.getName());
    private static final int MONTHS_AT_FIRST = 6;
    private static final String FIRST_STRATEGY = "sma-cross";

    private final DeskContext context;
    private final LabModel model;
    private final JobWatch watch = new JobWatch();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscriptions opened = new Subscriptions();
    private Optional<RunBacktestOf> wanted = Optional.empty();
    private final RulesEditor rules;
    private boolean dated;
    private @Nullable LabView view;

    public LabController(DeskContext context) {
        this.context = context;
        model = new LabModel(context.catalog());
        rules = new RulesEditor(context.engine(), context.texts(), this::runOwn);
    }

    @Override
    public String id() {
        return PanelIds.BACKTEST_LAB;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("lab.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FLASK_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onOpen() {
        opened.add(context.signals().on(RunBacktestOf.class, asked -> {
            wanted = Optional.of(asked);
            runWanted();
        }));
    }

    @Override
    public void onClose() {
        opened.close();
    }

    @Override
    public Optional<String> begun() {
        return rules.hasUnsaved() ? Optional.of(context.texts().get("rules.begun")) : Optional.empty();
    }

    @Override
    public void onShow() {
        ownView();
        subscriptions.add(context.engine().onState(new Topic.Desk(), this::date));
        rules.refresh();
        if (model.cards.isEmpty()) {
            loadStrategies(FIRST_STRATEGY, this::runWanted);
        }
    }

    @Override
    public void onHide() {
        subscriptions.close();
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                DeskAction.of("lab.run", DeskAction.Group.DATA, context.texts().bind("lab.action.run"), this::start)
                        .withPanelShortcut("F5"),
                DeskAction.of(
                                "lab.examine",
                                DeskAction.Group.DATA,
                                context.texts().bind("lab.action.examine"),
                                this::examine)
                        .withPanelShortcut("Shift+F5"),
                DeskAction.of(
                                "lab.sweep",
                                DeskAction.Group.DATA,
                                context.texts().bind("lab.action.sweep"),
                                this::sweep)
                        .withPanelShortcut("Alt+F5"));
    }

    private LabView ownView() {
        LabView known = view;
        if (known != null) {
            return known;
        }
        List<InstrumentId> choices = model.choices();
        InstrumentId linked = context.linkedInstrument().get();
        if (!choices.isEmpty()) {
            model.instruments.set(Set.of(choices.contains(linked) ? linked : choices.getFirst()));
        }
        LabView made = new LabView(
                model,
                context.texts(),
                watch,
                rules.pane(),
                new LabView.Wishes(this::start, this::examine, this::sweep, this::goOn, this::showInChart));
        view = made;
        return made;
    }

    /** Rules that were saved just now; their settings may be others than before. */
    private void runOwn(String file) {
        loadStrategies(file, () -> {
            ownView().showResult();
            if (model.card.get().isEmpty()) {
                model.problem.set(context.texts().get("lab.own.past", file));
            } else if (model.running.get()) {
                wanted = model.card.get().map(card -> new RunBacktestOf(card.name(), Optional.empty()));
            } else {
                start();
            }
        });
    }

    private void loadStrategies(String first, Runnable then) {
        context.engine().ask(new Query.Strategies()).whenComplete((cards, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.INFO, "the strategies did not load", failure);
                model.problem.set(context.texts().get("lab.failed", String.valueOf(failure.getMessage())));
                return;
            }
            model.cards.setAll(cards);
            model.card.set(
                    model.cards.stream().filter(one -> one.name().equals(first)).findFirst());
            model.values.set(Map.of());
            then.run();
        });
    }

    /** What was asked for elsewhere runs once the strategies and today's date are known. */
    private void runWanted() {
        if (wanted.isEmpty() || model.cards.isEmpty() || !dated || model.running.get()) {
            return;
        }
        RunBacktestOf asked = wanted.get();
        wanted = Optional.empty();
        model.cards.stream()
                .filter(one -> one.name().equals(asked.strategy()))
                .findFirst()
                .ifPresentOrElse(
                        card -> runWanted(card, asked.instrument()),
                        () -> model.problem.set(context.texts().get("lab.wanted.unknown", asked.strategy())));
    }

    /** Nothing else than what was asked for is run in its place. */
    private void runWanted(StrategyCard card, Optional<InstrumentId> instrument) {
        model.card.set(Optional.of(card));
        if (instrument.isPresent() && !model.choices().contains(instrument.get())) {
            model.problem.set(context.texts()
                    .get("lab.wanted.instrument", instrument.get().symbol()));
            return;
        }
        instrument.ifPresent(one -> model.instruments.set(Set.of(one)));
        if (!model.hasItsInstruments()) {
            model.problem.set(context.texts().get("lab.wanted.several", card.name()));
            return;
        }
        start();
    }

    /** The stretch ends today, as the market counts days; a person's own choice is never changed. */
    private void date(DeskState desk) {
        model.simulated.set(desk.mode() == TradingMode.SIMULATED);
        model.marketIsAt(desk.marketNanos());
        if (!dated) {
            dated = true;
            LocalDate today = Instant.ofEpochSecond(Math.floorDiv(desk.marketNanos(), 1_000_000_000L))
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
            model.to.set(today);
            model.from.set(today.minusMonths(MONTHS_AT_FIRST));
            runWanted();
        }
    }

    private void start() {
        if (model.canRun()) {
            run(new Job.RunBacktest(model.setup()), this::take);
        }
    }

    private void examine() {
        if (model.canExamine()) {
            model.verdict.set(Optional.empty());
            run(new Job.Examine(model.verdictWish()), report -> model.verdict.set(Optional.of(report)));
        }
    }

    private void sweep() {
        if (model.canSweep()) {
            sweep(model.sweepWish());
        }
    }

    private void goOn() {
        if (!model.running.get()) {
            model.stopped.get().ifPresent(this::sweep);
        }
    }

    private void sweep(SweepWish wish) {
        model.sweep.set(Optional.empty());
        // Until it is over it has not got there.
        model.stopped.set(Optional.of(wish));
        run(new Job.RunSweep(wish), report -> {
            model.stopped.set(Optional.empty());
            model.sweep.set(Optional.of(report));
        });
    }

    private <R> void run(Job<R> wanted, Consumer<R> take) {
        model.problem.set("");
        model.refused.set(Optional.empty());
        model.running.set(true);
        RunningJob<R> job = context.engine().start(wanted);
        watch.watch(job);
        job.result().whenComplete((report, failure) -> {
            model.running.set(false);
            if (failure == null) {
                take.accept(report);
            } else if (!(failure instanceof CancellationException)
                    && !(failure.getCause() instanceof CancellationException)) {
                LOG.log(System.Logger.Level.INFO, "a test of a strategy failed", failure);
                model.problem.set(context.texts().get("lab.failed", String.valueOf(failure.getMessage())));
            }
            runWanted();
        });
    }

    private void take(BacktestReport report) {
        if (report instanceof Ran ran) {
            model.add(ran);
        } else {
            model.refused.set(Optional.of(report));
        }
    }

    private void showInChart(Trade trade) {
        Timeframe timeframe =
                model.shown.get().map(run -> run.report().setup().timeframe()).orElseGet(model.timeframe::get);
        context.desk().showPanel(PanelIds.CHART);
        context.signals()
                .send(new TradeInChart(
                        trade.instrument(),
                        timeframe,
                        trade.units() > 0 ? Side.BUY : Side.SELL,
                        Math.abs(trade.units()),
                        trade.entryNanos(),
                        trade.entryPrice(),
                        trade.exitNanos(),
                        trade.exitPrice()));
    }
}
