package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.RateDurations;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.Toasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/**
 * Asks the engine how bad it can get while the panel is seen: at once when a position, the confidence or the supposed shock changed, every few
 * seconds while prices move, and never twice at a time.
 */
public final class RiskMonitorController implements Panel {

    private static final System.Logger LOG = System.getLogger(RiskMonitorController.class.getName());
    private static final String LIMIT_SETTING = "ui.risk.limitPercent";
    private static final String SCENARIOS_SETTING = "ui.risk.scenarios";
    private static final String CONFIDENCE_SETTING = "ui.risk.confidence";
    private static final Duration WHILE_PRICES_MOVE = Duration.seconds(5);
    /** Futures cost more than a look, and small moves hardly change them. */
    private static final int TICKS_OF_FANS = 6;

    private final DeskContext context;
    private final RiskMonitorModel model = new RiskMonitorModel();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Timeline ticks = new Timeline(new KeyFrame(WHILE_PRICES_MOVE, passed -> tick()));
    private int ticked;
    private final BiFunction<Window, String, Optional<Path>> askForFile;
    private final WhatIfAsker whatIf;
    private Map<InstrumentId, Long> held = Map.of();
    private long lookedNanos = Long.MIN_VALUE;
    private boolean shown;
    private boolean waiting;
    private boolean again;
    private int asked;
    private @Nullable RiskMonitorView view;

    public RiskMonitorController(DeskContext context) {
        this(context, (window, name) -> chooseFile(context, window, name));
    }

    /** {@code askForFile} gets the window and a name to start from and says where to write, if anywhere. */
    RiskMonitorController(DeskContext context, BiFunction<Window, String, Optional<Path>> askForFile) {
        this.context = context;
        this.askForFile = askForFile;
        whatIf = new WhatIfAsker(context, model);
        ticks.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public String id() {
        return PanelIds.RISK_MONITOR;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("riskmonitor.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignG.GAUGE;
    }

    @Override
    public Node view() {
        return ownView().scrolled();
    }

    @Override
    public void onShow() {
        ownView();
        shown = true;
        subscriptions.add(context.engine().onState(new Topic.Desk(), this::update));
        subscriptions.add(context.engine().onState(new Topic.Gate(), status -> model.gate.set(Optional.of(status))));
        ticks.play();
        ask();
    }

    /** What nobody sees is not asked for. */
    @Override
    public void onHide() {
        shown = false;
        ticks.stop();
        subscriptions.close();
        asked++;
        waiting = false;
        again = false;
        whatIf.stop();
    }

    @Override
    public void focusFirst() {
        ownView().limit().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "riskmonitor.reload",
                        DeskAction.Group.DATA,
                        context.texts().bind("riskmonitor.action.reload"),
                        this::ask)
                .withPanelShortcut("F5"));
    }

    private RiskMonitorView ownView() {
        RiskMonitorView known = view;
        if (known != null) {
            return known;
        }
        context.settings()
                .find(CONFIDENCE_SETTING)
                .flatMap(name -> Arrays.stream(Confidence.values())
                        .filter(level -> level.name().equals(name))
                        .findFirst())
                .ifPresent(model.confidence::set);
        context.settings().find(LIMIT_SETTING).flatMap(RiskMonitorModel::limit).ifPresent(model.limitPercent::set);
        RiskMonitorView made = new RiskMonitorView(
                model, context.catalog().all(), context.texts(), Palettes.of(context.themes()), this::setDuration);
        view = made;
        model.limitPercent.get().ifPresent(percent -> made.limit().setText(plain(percent)));
        made.limit().setOnAction(typed -> setLimit(made));
        made.limit().focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                setLimit(made);
            }
        });
        model.confidence.addListener((property, before, now) -> {
            context.settings().put(CONFIDENCE_SETTING, now.name());
            ask();
        });
        model.shock.addListener(change -> ask());
        context.settings().find(SCENARIOS_SETTING).map(NamedCase::read).ifPresent(model.kept::setAll);
        model.kept.addListener((ListChangeListener<NamedCase>) change -> {
            context.settings().put(SCENARIOS_SETTING, NamedCase.written(List.copyOf(model.kept)));
            whatIf.ask();
        });
        model.supposed.addListener(change -> whatIf.ask());
        model.confidence.addListener(change -> whatIf.ask());
        model.whatIfSeen.addListener(change -> whatIf.ask());
        made.whatIf().export().setOnAction(pressed -> export(made));
        return made;
    }

    private void export(RiskMonitorView made) {
        askForFile.apply(made.getScene().getWindow(), "what-if.csv").ifPresent(file -> {
            try {
                Files.writeString(file, ScenarioTable.csv(made.whatIf().lines()));
                context.toasts().info(context.texts().get("riskmonitor.whatif.exported"), file.toString());
            } catch (IOException failed) {
                context.toasts()
                        .show(
                                Toasts.Kind.FAILURE,
                                context.texts().get("riskmonitor.whatif.notexported"),
                                String.valueOf(failed.getMessage()));
            }
        });
    }

    private static Optional<Path> chooseFile(DeskContext context, Window window, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get("riskmonitor.whatif.export"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(file -> file.toPath());
    }

    private String plain(double percent) {
        return context.texts().figures().number(percent, percent == Math.rint(percent) ? 0 : 2);
    }

    /** What is no limit leaves the one that stands. */
    private void setLimit(RiskMonitorView made) {
        String typed = made.limit().getText().strip();
        Optional<OptionalDouble> wanted = typed.isEmpty()
                ? Optional.of(OptionalDouble.empty())
                : context.texts().figures().plain(typed).flatMap(RiskMonitorModel::limit);
        made.limit().pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), wanted.isEmpty());
        wanted.ifPresent(limit -> {
            model.limitPercent.set(limit);
            context.settings().put(LIMIT_SETTING, limit.isPresent() ? Double.toString(limit.getAsDouble()) : "");
        });
    }

    private void update(DeskState desk) {
        model.desk.set(Optional.of(desk));
        Map<InstrumentId, Long> now = new TreeMap<>(Comparator.comparing(InstrumentId::symbol));
        for (Position position : desk.positions()) {
            if (!position.isFlat()) {
                now.put(position.instrument(), position.signedUnits());
            }
        }
        if (!now.equals(held)) {
            held = now;
            ask();
            whatIf.ask();
        }
    }

    private void tick() {
        if (model.desk.get().filter(desk -> desk.marketNanos() != lookedNanos).isPresent()) {
            ask();
            if (++ticked % TICKS_OF_FANS == 0) {
                whatIf.renew();
            }
        }
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
        context.engine()
                .ask(new Query.Risk(model.confidence.get().share(), model.shock.get()))
                .whenComplete((board, failure) -> {
                    if (wanted == asked) {
                        waiting = false;
                        take(board, failure);
                        if (again) {
                            ask();
                        }
                    }
                });
    }

    private void take(RiskBoard board, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.INFO, "the risk of the desk did not load", failure);
            Throwable inner = failure.getCause();
            model.problem.set(String.valueOf((inner == null ? failure : inner).getMessage()));
            model.board.set(Optional.empty());
            return;
        }
        lookedNanos = board.marketNanos();
        model.problem.set("");
        model.board.set(Optional.of(board));
    }

    private void setDuration(InstrumentId instrument, String years) {
        context.engine()
                .submit(new ChangeSetting(RateDurations.settingOf(instrument), years))
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        context.toasts().failed(failure);
                    } else if (answer instanceof Answer.Refused(var refusal)) {
                        context.toasts().refused(refusal);
                    }
                    whatIf.ask();
                });
    }
}
