package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.OrderProposed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Asks the engine for weights while the panel is seen: when the wish or a position changed, by F5, and never twice at a time. */
public final class OptimiserController implements Panel {

    private static final System.Logger LOG = System.getLogger(OptimiserController.class.getName());
    private static final String TIMEFRAME_SETTING = "ui.optimiser.timeframe";
    private static final String METHOD_SETTING = "ui.optimiser.method";
    private static final String MOST_SETTING = "ui.optimiser.most";
    private static final String RISK_FREE_SETTING = "ui.optimiser.riskFree";

    private final DeskContext context;
    private final OptimiserModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private Map<InstrumentId, Long> held = Map.of();
    private boolean shown;
    private boolean waiting;
    private boolean again;
    private int asked;
    private final GoalSettings goals;
    private @Nullable OptimiserView view;

    public OptimiserController(DeskContext context) {
        this.context = context;
        model = new OptimiserModel(context.catalog());
        goals = new GoalSettings(context, model);
    }

    @Override
    public String id() {
        return PanelIds.OPTIMISER;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("optimiser.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_BELL_CURVE_CUMULATIVE;
    }

    @Override
    public Node view() {
        return ownView().scrolled();
    }

    @Override
    public void onShow() {
        ownView();
        shown = true;
        goals.read();
        subscriptions.add(context.engine().onState(new Topic.Desk(), this::update));
        ask();
    }

    /** What nobody sees is not asked for. */
    @Override
    public void onHide() {
        shown = false;
        subscriptions.close();
        asked++;
        waiting = false;
        again = false;
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "optimiser.reload",
                        DeskAction.Group.DATA,
                        context.texts().bind("optimiser.action.reload"),
                        this::ask)
                .withPanelShortcut("F5"));
    }

    private OptimiserView ownView() {
        OptimiserView known = view;
        if (known != null) {
            return known;
        }
        restore();
        OptimiserView made = new OptimiserView(model, context.texts(), Palettes.of(context.themes()), this::propose);
        view = made;
        for (Observable part : List.of(
                model.timeframe, model.method, model.most, model.riskFree, model.shorts, model.views, model.leftOut)) {
            part.addListener(change -> wishChanged());
        }
        goals.follow(this::wishChanged);
        return made;
    }

    private void restore() {
        setting(TIMEFRAME_SETTING, label -> {
            Timeframe kept = Timeframe.parse(label);
            if (OptimiserModel.TIMEFRAMES.contains(kept)) {
                model.timeframe.set(kept);
            }
        });
        setting(METHOD_SETTING, name -> model.method.set(WeightMethod.valueOf(name)));
        setting(MOST_SETTING, text -> {
            double most = Double.parseDouble(text);
            if (most > 0 && most <= 1) {
                model.most.set(most);
            }
        });
        setting(RISK_FREE_SETTING, text -> {
            double rate = Double.parseDouble(text);
            if (Math.abs(rate) <= 1) {
                model.riskFree.set(rate);
            }
        });
    }

    /** What cannot be read was written by another version, and then the beginning's choice stands. */
    private void setting(String key, Consumer<String> take) {
        context.settings().find(key).ifPresent(text -> {
            try {
                take.accept(text);
            } catch (IllegalArgumentException unknown) {
                LOG.log(System.Logger.Level.DEBUG, "the setting " + key + " is not known: " + text, unknown);
            }
        });
    }

    private void wishChanged() {
        context.settings().put(TIMEFRAME_SETTING, model.timeframe.get().label());
        context.settings().put(METHOD_SETTING, model.method.get().name());
        context.settings().put(MOST_SETTING, Double.toString(model.most.get()));
        context.settings().put(RISK_FREE_SETTING, Double.toString(model.riskFree.get()));
        model.place.set(OptimiserModel.OF_METHOD);
        ask();
    }

    private void update(DeskState desk) {
        model.desk.set(Optional.of(desk));
        Map<InstrumentId, Long> now = new HashMap<>();
        for (Position position : desk.positions()) {
            if (!position.isFlat()) {
                now.put(position.instrument(), position.signedUnits());
            }
        }
        if (!now.equals(held)) {
            held = now;
            ask();
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
        context.engine().ask(new Query.Optimiser(model.wish())).whenComplete((board, failure) -> {
            if (wanted == asked) {
                waiting = false;
                take(board, failure);
                if (again) {
                    ask();
                }
            }
        });
    }

    private void take(OptimiserBoard board, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.INFO, "the weights did not load", failure);
            Throwable inner = failure.getCause();
            model.problem.set(String.valueOf((inner == null ? failure : inner).getMessage()));
            model.board.set(Optional.empty());
            return;
        }
        model.problem.set("");
        if (!hasSameFrontier(board)) {
            model.place.set(OptimiserModel.OF_METHOD);
        }
        model.board.set(Optional.of(board));
    }

    /** A place keeps its meaning where corners are the same, as after a fill. */
    private boolean hasSameFrontier(OptimiserBoard board) {
        return board instanceof OptimiserBoard.Computed now
                && model.computed()
                        .filter(before ->
                                before.frontier().size() == now.frontier().size()
                                        && before.instruments().equals(now.instruments())
                                        && Arrays.equals(before.barNanos(), now.barNanos()))
                        .isPresent();
    }

    /** The ticket shows the instrument and drafts the order; nothing is sent. */
    private void propose(OrderProposed proposed) {
        goals.rebalanced();
        context.linkedInstrument().set(proposed.instrument());
        context.desk().showPanel(PanelIds.TICKET);
        context.signals().send(proposed);
    }
}
