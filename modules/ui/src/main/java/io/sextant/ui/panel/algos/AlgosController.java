package io.sextant.ui.panel.algos;

import io.sextant.analytics.cost.ImpactEstimate;
import io.sextant.analytics.cost.VolumeCurve;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.WorkWith;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Begins, steers and ends parents; a volume curve and the impact of trading are measured when an algorithm needs them. */
public final class AlgosController implements Panel {

    /** Ten days of minutes. */
    private static final int MEASURED_BARS = 14_400;

    private static final Duration QUESTION_LIFE = Duration.seconds(30);
    private static final double SECOND_NANOS = 1e9;
    private static final double MINUTE_SECONDS = 60;
    /** The schedule trades all but 1/e in this part of its time. */
    private static final double HALF_LIFE_SHARE = 1.0 / 3;

    private final DeskContext context;
    private final AlgosModel model = new AlgosModel();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscriptions opened = new Subscriptions();
    private final PauseTransition questionLife = new PauseTransition(QUESTION_LIFE);
    private final StartWords words;
    private @Nullable AlgosView view;

    public AlgosController(DeskContext context) {
        this.context = context;
        words = new StartWords(context.catalog(), context.texts());
        questionLife.setOnFinished(done -> model.start().edited());
        model.start().asked.addListener((property, before, now) -> limitLife(now));
        context.texts()
                .figuresProperty()
                .addListener((property, before, now) ->
                        model.start().retype(before, context.texts().language()));
    }

    @Override
    public String id() {
        return PanelIds.ALGOS;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("algos.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignR.ROBOT_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onOpen() {
        opened.add(context.signals().on(WorkWith.class, this::take));
    }

    @Override
    public void onClose() {
        opened.close();
    }

    @Override
    public void onShow() {
        subscriptions.add(context.engine().onState(new Topic.Desk(), model::update));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        model.start().edited();
    }

    @Override
    public void focusFirst() {
        ownView().table().requestFocus();
    }

    private AlgosView ownView() {
        AlgosView known = view;
        if (known != null) {
            return known;
        }
        AlgosView made = new AlgosView(
                model, context.catalog(), context.linkedInstrument().map(InstrumentId::symbol), context.texts());
        view = made;
        model.start().revision().addListener(edited -> made.form().say(""));
        context.linkedInstrument().addListener(change -> model.start().clearPrices());
        made.form().start().setOnAction(pressed -> start());
        made.pause().setOnAction(pressed -> steer(Steering.PAUSE));
        made.resume().setOnAction(pressed -> steer(Steering.RESUME));
        made.hurry().setOnAction(pressed -> steer(Steering.HURRY));
        made.cancel().setOnAction(pressed -> made.selected().ifPresent(one -> submit(new CancelOrder(one.id()))));
        made.flatten()
                .setOnAction(pressed -> flatten(
                        new CancelScope.OneInstrument(context.linkedInstrument().get())));
        made.flattenAll().setOnAction(pressed -> flatten(CancelScope.EVERYTHING));
        made.table().getSelectionModel().selectedItemProperty().addListener((property, before, row) -> link(row));
        return made;
    }

    private void flatten(CancelScope scope) {
        if (model.marketIsOver()) {
            context.toasts().info(context.texts().get("ticket.market-over"), "");
        } else {
            submit(new FlattenPositions(scope));
        }
    }

    private void link(@Nullable LiveRow<ParentOrder> row) {
        if (row != null) {
            context.linkedInstrument().set(row.get().instrument());
        }
    }

    private void steer(Steering how) {
        ownView().selected().ifPresent(one -> submit(new SteerParent(one.id(), how)));
    }

    /** What the ticket, or somebody else, wants worked; the reader says the rest here. */
    private void take(WorkWith wish) {
        context.linkedInstrument().set(wish.instrument());
        model.start().take(wish, context.texts().language());
        context.desk().showPanel(id());
        ownView().form().focusFirstEmpty();
    }

    /** The first press asks, the second sends exactly what was asked about. */
    private void start() {
        Optional<StartEntry.Ready> question = model.start().asked.get();
        if (question.isPresent()) {
            model.start().edited();
            submit(question.get().command());
            return;
        }
        Instrument instrument =
                context.catalog().getInstrument(context.linkedInstrument().get());
        int revision = model.start().revision().get();
        ParentKind kind = model.start().kind.get();
        boolean measures = kind == ParentKind.VWAP || kind == ParentKind.SHORTFALL;
        context.engine()
                .ask(new Query.Market(instrument.id()))
                .thenCompose(market -> measures
                        ? context.engine()
                                .ask(new Query.Bars(instrument.id(), Timeframe.M1, market.marketNanos(), MEASURED_BARS))
                                .thenApply(bars -> entry(
                                        instrument,
                                        market,
                                        (one, nanos, slices) -> measured(one, nanos, slices, market, bars)))
                        : CompletableFuture.completedStage(
                                entry(instrument, market, (one, nanos, slices) -> routed(instrument, one, nanos))))
                .whenComplete((entry, failure) -> {
                    if (failure != null) {
                        context.toasts().failed(failure);
                    } else if (revision == model.start().revision().get()) {
                        ask(entry);
                    }
                });
    }

    private StartEntry entry(Instrument instrument, MarketState market, StartModel.Measured measured) {
        var opposite = model.start().side.get() == Side.BUY
                ? market.depth().asks()
                : market.depth().bids();
        Optional<Price> touch = opposite.isEmpty()
                ? market.last()
                : Optional.of(opposite.getFirst().price());
        return model.start().entry(instrument, context.texts().figures(), touch, measured);
    }

    private void ask(StartEntry entry) {
        if (entry instanceof StartEntry.Ready ready) {
            model.start().asked.set(Optional.of(ready));
        }
        ownView().form().say(words.say(entry));
    }

    /** A question nobody answers is withdrawn: the market has moved on. */
    private void limitLife(Optional<StartEntry.Ready> question) {
        if (question.isPresent()) {
            questionLife.playFromStart();
        } else {
            questionLife.stop();
        }
    }

    /** Over every venue of the desk that has the pair. */
    private Optional<AlgoPlan> routed(Instrument instrument, ParentKind kind, long nanos) {
        return kind == ParentKind.ROUTE
                ? Optional.of(new AlgoPlan.Route(context.catalog().elsewhere(instrument.id()), nanos))
                : Optional.empty();
    }

    private static Optional<AlgoPlan> measured(
            ParentKind kind, long nanos, int slices, MarketState market, BarSeries bars) {
        if (kind == ParentKind.VWAP) {
            return Optional.of(
                    new AlgoPlan.Vwap(nanos, VolumeCurve.weights(bars, market.marketNanos(), nanos, slices)));
        }
        double seconds = nanos / SECOND_NANOS;
        return ImpactEstimate.of(bars, MINUTE_SECONDS, spread(market), seconds * HALF_LIFE_SHARE, seconds / slices)
                .map(terms -> new AlgoPlan.Shortfall(nanos, slices, terms));
    }

    private static double spread(MarketState market) {
        if (market.depth().bids().isEmpty() || market.depth().asks().isEmpty()) {
            return 0;
        }
        Price bid = market.depth().bids().getFirst().price();
        Price ask = market.depth().asks().getFirst().price();
        return ask.toDouble() - bid.toDouble();
    }

    private void submit(Command command) {
        context.engine().submit(command).whenComplete((answer, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
            } else if (answer instanceof Answer.Refused(var refusal)) {
                context.toasts().refused(refusal);
            }
        });
    }
}
