package io.sextant.ui.panel.strategies;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.RealMoney;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.panel.strategies.StrategiesModel.HeldUnits;
import io.sextant.ui.panel.strategies.StrategiesModel.Question;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Agrees with strategies, starts and ends them; what starts with real money and what sells is asked once more. */
public final class StrategiesController implements Panel {

    private static final Duration EVERY = Duration.seconds(1);
    private static final Duration QUESTION_LIFE = Duration.seconds(30);
    private static final String FIRST_STRATEGY = "sma-cross";

    private final DeskContext context;
    private final StrategiesModel model;
    private final Questions questions;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Timeline seconds = new Timeline(new KeyFrame(EVERY, passed -> ask()));
    private final PauseTransition questionLife = new PauseTransition(QUESTION_LIFE);
    private String account = "";
    private boolean shown;
    private boolean waiting;
    private boolean again;
    private int asked;
    private @Nullable StrategiesView view;

    public StrategiesController(DeskContext context) {
        this.context = context;
        model = new StrategiesModel(new HostModel(context.catalog()));
        questions = new Questions(context.texts());
        seconds.setCycleCount(Animation.INDEFINITE);
        questionLife.setOnFinished(done -> model.question.set(Optional.empty()));
        model.question.addListener((property, before, now) -> {
            if (now.isPresent()) {
                questionLife.playFromStart();
            } else {
                questionLife.stop();
            }
        });
    }

    @Override
    public String id() {
        return PanelIds.STRATEGIES;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("strategies.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.STRATEGY;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        ownView();
        shown = true;
        subscriptions.add(context.engine().onState(new Topic.Desk(), desk -> model.mode.set(desk.mode())));
        subscriptions.add(context.engine().onState(new Topic.Gate(), gate -> account = gate.accountName()));
        subscriptions.add(context.engine().onEventsFromNow(event -> {
            if (event instanceof StrategyChanged) {
                ask();
            }
        }));
        seconds.play();
        ask();
        if (model.form.cards.isEmpty()) {
            loadKinds();
        }
    }

    /** What nobody sees is not asked for, and no question outlives its reader. */
    @Override
    public void onHide() {
        shown = false;
        seconds.stop();
        subscriptions.close();
        asked++;
        waiting = false;
        again = false;
        model.question.set(Optional.empty());
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                action("host", this::openForm).withPanelShortcut("N"),
                action("start", this::start).withPanelShortcut("S"),
                action("pause", this::pause).withPanelShortcut("P"),
                action("stop", this::stop).withPanelShortcut("X"),
                action("close", this::close).withPanelShortcut("Shift+X"));
    }

    private DeskAction action(String name, Runnable run) {
        return DeskAction.of(
                "strategies." + name, DeskAction.Group.ORDERS, context.texts().bind("strategies.action." + name), run);
    }

    private StrategiesView ownView() {
        StrategiesView known = view;
        if (known != null) {
            return known;
        }
        StrategiesView made = new StrategiesView(
                model,
                context.texts(),
                new HostingWords(context.catalog(), context.texts()),
                new StrategiesView.Wishes(
                        this::openForm,
                        this::start,
                        this::pause,
                        this::stop,
                        this::close,
                        this::change,
                        this::remove,
                        this::agree,
                        () -> model.agreeing.set(false),
                        () -> model.form.proposeName(names()),
                        this::confirm,
                        () -> model.question.set(Optional.empty())));
        view = made;
        return made;
    }

    private void loadKinds() {
        context.engine().ask(new Query.Strategies()).whenComplete((cards, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
                return;
            }
            model.form.cards.setAll(cards);
        });
    }

    private void ask() {
        if (!shown) {
            return;
        }
        if (waiting) {
            again = true;
            return;
        }
        waiting = true;
        again = false;
        int wanted = ++asked;
        context.engine().ask(new Query.HostedStrategies()).whenComplete((board, failure) -> {
            if (wanted == asked) {
                waiting = false;
                take(board, failure);
                if (again) {
                    ask();
                }
            }
        });
    }

    /** What stands stays where the engine cannot be asked: the window says already that it is gone. */
    private void take(@Nullable HostingBoard board, @Nullable Throwable failure) {
        if (failure == null && board != null) {
            model.take(board);
        }
    }

    private Set<String> names() {
        return model.board.get().strategies().stream()
                .map(one -> one.terms().name())
                .collect(Collectors.toSet());
    }

    private void openForm() {
        HostModel form = model.form;
        if (form.card.get().isEmpty()) {
            form.card.set(form.cards.stream()
                    .filter(one -> one.name().equals(FIRST_STRATEGY))
                    .findFirst());
            List<InstrumentId> choices = form.choices();
            InstrumentId linked = context.linkedInstrument().get();
            if (!choices.isEmpty()) {
                form.instruments.set(Set.of(choices.contains(linked) ? linked : choices.getFirst()));
            }
        }
        form.proposeName(names());
        model.agreeing.set(true);
        ownView().focusForm();
    }

    private void change() {
        model.chosen.get().filter(Steering::canChange).ifPresent(one -> {
            model.form.setUpAs(one.terms());
            model.agreeing.set(true);
            ownView().focusForm();
        });
    }

    private void agree() {
        if (model.form.isComplete()) {
            var terms = model.form.terms();
            submit(new HostStrategy(terms), () -> {
                model.agreeing.set(false);
                model.choose(terms.name());
                ask(terms.name());
            });
        }
    }

    /** The board comes with what was agreed just now, and shows it. */
    private void ask(String name) {
        context.engine().ask(new Query.HostedStrategies()).whenComplete((board, failure) -> {
            take(board, failure);
            model.choose(name);
        });
    }

    private void start() {
        model.chosen.get().filter(Steering::canStart).ifPresent(one -> begin(one, HostSteering.START));
    }

    private void pause() {
        model.chosen
                .get()
                .filter(Steering::canResume)
                .ifPresentOrElse(
                        one -> begin(one, HostSteering.RESUME),
                        () -> model.chosen
                                .get()
                                .filter(Steering::canPause)
                                .ifPresent(one -> submit(steer(one, HostSteering.PAUSE), () -> {})));
    }

    private void begin(HostedStrategy one, HostSteering how) {
        SteerStrategy command = steer(one, how);
        if (model.mode.get() == TradingMode.LIVE) {
            // The yes arms it, for this account and as it is agreed now; then it starts.
            model.question.set(Optional.of(new Question(
                    questions.live(one, account),
                    command,
                    HeldUnits.of(one),
                    Optional.of(RealMoney.arm(one.terms(), account)))));
        } else {
            submit(command, () -> {});
        }
    }

    private void stop() {
        model.chosen.get().filter(Steering::canStop).ifPresent(one -> submit(steer(one, HostSteering.STOP), () -> {}));
    }

    private void close() {
        model.chosen
                .get()
                .filter(Steering::canClose)
                .ifPresent(one -> model.question.set(Optional.of(new Question(
                        questions.close(one), steer(one, HostSteering.STOP_AND_CLOSE), HeldUnits.of(one)))));
    }

    private void remove() {
        model.chosen
                .get()
                .filter(Steering::canRemove)
                .ifPresent(one -> submit(steer(one, HostSteering.REMOVE), () -> {}));
    }

    private void confirm() {
        model.question.get().ifPresent(asked -> {
            model.question.set(Optional.empty());
            asked.first()
                    .ifPresentOrElse(
                            arms -> submit(arms, () -> submit(asked.command(), () -> {})),
                            () -> submit(asked.command(), () -> {}));
        });
    }

    private static SteerStrategy steer(HostedStrategy one, HostSteering how) {
        return SteerStrategy.asked(one.terms().name(), how, "");
    }

    private void submit(Command command, Runnable done) {
        context.engine().submit(command).whenComplete((answer, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
            } else if (answer instanceof Answer.Refused(var refusal)) {
                context.toasts().refused(refusal);
            } else {
                done.run();
            }
        });
    }
}
