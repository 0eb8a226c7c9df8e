package io.sextant.ui.panel.ticket;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOverridden;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.request.BracketPreview;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.OrderProposed;
import io.sextant.ui.signal.PriceChosen;
import io.sextant.ui.signal.WorkWith;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Takes what is typed to the engine: an estimate soon after each edit and once a second, the order after a yes. */
public final class TicketController implements Panel {

    private static final System.Logger LOG = System.getLogger(TicketController.class.getName());
    private static final Duration PREVIEW_DELAY = Duration.millis(120);
    private static final Duration PREVIEW_PERIOD = Duration.seconds(1);

    /** A question nobody answers is withdrawn: the market has moved on. */
    private static final Duration CONFIRMATION_LIFE = Duration.seconds(30);

    private final DeskContext context;
    private final TicketModel model;
    private final TicketHand hand;
    private final SizePresets presets;
    private final HotKeys hotKeys;
    private final TicketRisk risk;
    private final InstrumentFollower follower;
    private final Subscriptions subscriptions = new Subscriptions();
    private final PauseTransition previewDelay = new PauseTransition(PREVIEW_DELAY);
    private final PauseTransition confirmationLife = new PauseTransition(CONFIRMATION_LIFE);
    private final Timeline previewBeat = new Timeline();
    private @Nullable TicketView view;
    private @Nullable SizingController sizing;
    private @Nullable PresetEditor presetEditor;
    private boolean asking;

    public TicketController(DeskContext context) {
        this.context = context;
        model = new TicketModel(context.texts());
        hand = new TicketHand(model, context.texts());
        presets = new SizePresets(context.settings());
        hotKeys = new HotKeys(context, model, hand, presets);
        risk = new TicketRisk(model);
        ConfirmationBand.watch(model);
        follower = new InstrumentFollower(context, this::follow);
        previewDelay.setOnFinished(done -> askForPreview());
        confirmationLife.setOnFinished(done -> model.backToEditing());
        previewBeat.getKeyFrames().setAll(new KeyFrame(PREVIEW_PERIOD, done -> askForPreview()));
        previewBeat.setCycleCount(Animation.INDEFINITE);
        model.entry().addListener(change -> wantPreview());
        model.stage().addListener((property, before, now) -> stageChanged(now));
    }

    @Override
    public String id() {
        return PanelIds.TICKET;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("ticket.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.SWAP_HORIZONTAL;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        follower.start();
        subscriptions.add(context.engine().onState(new Topic.Desk(), model::update));
        subscriptions.add(context.engine().onEventsFromNow(this::happened));
        subscriptions.add(context.engine().onBarrier(SeatRole.TRADE, model.barrier()::set));
        subscriptions.add(context.signals().on(PriceChosen.class, this::take));
        subscriptions.add(context.signals().on(OrderProposed.class, this::take));
        previewBeat.play();
        wantPreview();
    }

    @Override
    public void onHide() {
        follower.stop();
        subscriptions.close();
        previewBeat.stop();
        previewDelay.stop();
        model.backToEditing();
        if (sizing != null) {
            sizing.close();
        }
        if (presetEditor != null) {
            presetEditor.close();
        }
    }

    @Override
    public void focusFirst() {
        ownView().form().size().field().requestFocus();
    }

    @Override
    public Optional<String> begun() {
        return model.isBegun() ? Optional.of(context.texts().get("ticket.begun")) : Optional.empty();
    }

    @Override
    public List<DeskAction> actions() {
        List<DeskAction> actions = new ArrayList<>(List.of(
                action("ticket.buy", () -> start(Side.BUY)).withShortcut("Shortcut+B"),
                action("ticket.sell", () -> start(Side.SELL)).withShortcut("Shortcut+Shift+B"),
                action("ticket.confirm", this::confirm).withPanelShortcut("Shortcut+Enter"),
                action("ticket.close", hand::closePosition),
                action("ticket.size-by-rule", this::openSizing),
                action("ticket.work-with", this::openWorkMenu)));
        actions.addAll(hotKeys.actions());
        return actions;
    }

    private DeskAction action(String id, Runnable action) {
        return DeskAction.of(
                id,
                DeskAction.Group.ORDERS,
                context.texts().bind("ticket.action." + id.substring(id.indexOf('.') + 1)),
                action);
    }

    private TicketView ownView() {
        TicketView known = view;
        if (known != null) {
            return known;
        }
        TicketView made = new TicketView(
                model,
                risk,
                context.texts(),
                new PresetBar(model, presets, context.texts(), hotKeys::take),
                context.catalog().hasRoutes(),
                this::workWith);
        view = made;
        made.form().price().onStep(hand::stepPrice);
        made.form().size().onStep(hand::stepSize);
        made.form().presets().edit().setOnAction(pressed -> editPresets());
        made.form().byRule().setOnAction(pressed -> openSizing());
        made.close().setOnAction(pressed -> hand.closePosition());
        made.confirm().review().setOnAction(pressed -> confirm());
        made.confirm().back().setOnAction(pressed -> backToEditing());
        made.confirm().send().setOnAction(pressed -> send());
        made.confirm().override().setOnAction(pressed -> sendOverridden());
        made.confirm().addEventFilter(KeyEvent.KEY_PRESSED, this::answerByKey);
        return made;
    }

    private void follow(Optional<Instrument> instrument, Subscriptions whileLinked) {
        model.show(instrument);
        instrument.ifPresent(
                shown -> whileLinked.add(context.engine().onState(new Topic.Market(shown.id()), model::update)));
    }

    private void happened(Event event) {
        if (event instanceof OrderChanged changed) {
            model.orderChanged(changed.order());
        }
    }

    private void take(PriceChosen chosen) {
        boolean linked = model.instrument()
                .get()
                .filter(shown -> shown.id().equals(chosen.instrument()))
                .isPresent();
        if (linked) {
            hand.fill(chosen.price(), chosen.side());
        }
    }

    private void take(OrderProposed proposed) {
        boolean linked = model.instrument()
                .get()
                .filter(shown -> shown.id().equals(proposed.instrument()))
                .isPresent();
        if (linked) {
            hand.propose(proposed.side(), proposed.quantity());
        }
    }

    private void openWorkMenu() {
        context.desk().showPanel(id());
        ownView().form().workMenu().show();
    }

    /** What stands on the ticket goes to the panel where algorithms begin; nothing is sent yet. */
    private void workWith(ParentKind kind) {
        model.instrument().get().map(Instrument::id).ifPresent(instrument -> {
            Optional<OrderDraft> draft = model.onShow();
            model.backToEditing();
            context.signals()
                    .send(new WorkWith(
                            kind,
                            instrument,
                            model.side().get(),
                            draft.map(OrderDraft::quantity),
                            draft.flatMap(one -> one.type().findLimit())));
        });
    }

    private void editPresets() {
        PresetEditor editor = presetEditor;
        if (editor == null) {
            editor = new PresetEditor(presets, context.texts());
            presetEditor = editor;
        }
        editor.open(ownView().form().presets().edit());
    }

    private void openSizing() {
        SizingController rules = sizing;
        if (rules == null) {
            rules = new SizingController(context, model);
            sizing = rules;
        }
        context.desk().showPanel(id());
        rules.open(ownView().form().byRule());
    }

    private void start(Side side) {
        context.desk().showPanel(id());
        model.side().set(side);
        focusFirst();
    }

    private void confirm() {
        if (model.mayConfirm()) {
            model.confirm(context.engine().newKey());
        }
    }

    private void stageChanged(TicketStage stage) {
        wantPreview();
        if (stage instanceof TicketStage.Confirming) {
            confirmationLife.playFromStart();
            ownView().confirm().send().requestFocus();
        } else {
            confirmationLife.stop();
        }
    }

    /** Enter on the question is the yes, Escape the no; elsewhere Enter does nothing. */
    private void answerByKey(KeyEvent pressed) {
        boolean asks = model.stage().get() instanceof TicketStage.Confirming
                || model.stage().get() instanceof TicketStage.Unanswered;
        if (!asks || pressed.isShortcutDown()) {
            return;
        }
        if (pressed.getCode() == KeyCode.ESCAPE) {
            backToEditing();
            pressed.consume();
        } else if (pressed.getCode() == KeyCode.ENTER) {
            if (ownView().confirm().back().isFocused()) {
                backToEditing();
            } else {
                send();
            }
            pressed.consume();
        }
    }

    private void backToEditing() {
        model.backToEditing();
        focusFirst();
    }

    private void send() {
        model.send().ifPresent(sending -> {
            context.engine().submit(sending.key(), sending.act().command()).whenComplete((answer, failure) -> {
                if (failure == null) {
                    model.answered(sending.key(), answer);
                } else {
                    LOG.log(System.Logger.Level.WARNING, "no answer to order " + sending.key(), failure);
                    model.unanswered(sending.key(), String.valueOf(failure.getMessage()));
                }
                focusAfterAnswer();
            });
        });
    }

    /** The person's reason goes to the journal with the order. */
    private void sendOverridden() {
        String reason = ownView().confirm().overrideReason().getText().strip();
        Overriding overriding = new Overriding(model);
        Optional<GateControl> control = overriding.control();
        if (reason.isEmpty() || control.isEmpty()) {
            return;
        }
        CommandKey key = context.engine().newKey();
        overriding.send(key).ifPresent(draft -> {
            ownView().confirm().overrideReason().clear();
            context.engine()
                    .submit(key, new PlaceOverridden(draft, new GateOverride(control.get(), reason)))
                    .whenComplete((answer, failure) -> {
                        if (failure == null) {
                            model.answered(key, answer);
                        } else {
                            LOG.log(System.Logger.Level.WARNING, "no answer to order " + key, failure);
                            model.unanswered(key, String.valueOf(failure.getMessage()));
                        }
                    });
        });
    }

    private void focusAfterAnswer() {
        if (model.stage().get() instanceof TicketStage.Unanswered) {
            ownView().confirm().send().requestFocus();
        } else if (ownView().isFocusWithin()) {
            focusFirst();
        }
    }

    private void wantPreview() {
        boolean shown = previewBeat.getStatus() == Animation.Status.RUNNING;
        if (shown && previewDelay.getStatus() != Animation.Status.RUNNING) {
            previewDelay.playFromStart();
        }
    }

    private void askForPreview() {
        Optional<PreviewWish> wish = model.previewWish();
        if (asking || wish.isEmpty()) {
            return;
        }
        asking = true;
        risk.ask(context.engine(), wish.get().draft());
        CompletionStage<Optional<BracketPreview>> exits = wish.get()
                .act()
                .bracket()
                .map(terms ->
                        context.engine().ask(new Query.PreviewBracket(terms)).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
        context.engine()
                .ask(new Query.Preview(wish.get().draft()))
                .thenCombine(exits, Estimate::new)
                .whenComplete((estimate, failure) -> estimated(wish.get(), estimate, failure));
    }

    private record Estimate(OrderPreview order, Optional<BracketPreview> exits) {}

    private void estimated(PreviewWish wish, @Nullable Estimate estimate, @Nullable Throwable failure) {
        asking = false;
        if (estimate != null) {
            model.previewed(wish, estimate.order(), estimate.exits());
        } else {
            LOG.log(System.Logger.Level.DEBUG, "no estimate", failure);
            model.noPreview(wish);
        }
        boolean edited = model.previewWish()
                .filter(next -> next.revision() != wish.revision())
                .isPresent();
        if (edited) {
            wantPreview();
        }
    }
}
