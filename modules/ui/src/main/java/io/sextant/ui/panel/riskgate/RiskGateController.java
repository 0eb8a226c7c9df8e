package io.sextant.ui.panel.riskgate;

import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Follows the gate while it is seen; what a person sets goes to the desk as commands. */
public final class RiskGateController implements Panel {

    private static final System.Logger LOG = System.getLogger(RiskGateController.class.getName());

    private final DeskContext context;
    private final RiskGateModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable RiskGateView view;

    public RiskGateController(DeskContext context) {
        this.context = context;
        model = new RiskGateModel(context.catalog());
    }

    @Override
    public String id() {
        return PanelIds.RISK_GATE;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("gate.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.SHIELD_CHECK_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        subscriptions.add(context.engine().onState(new Topic.Gate(), model::update));
        subscriptions.add(context.engine().onEventsFromNow(this::happened));
        context.engine().ask(new Query.Books()).whenComplete((told, failure) -> {
            if (failure == null) {
                told.ifPresent(model.books()::update);
            } else {
                LOG.log(System.Logger.Level.WARNING, "what is known of the venue's books did not load", failure);
            }
        });
    }

    @Override
    public void onHide() {
        subscriptions.close();
        model.asked().set(Optional.empty());
        model.books().withdraw();
    }

    @Override
    public void focusFirst() {
        ownView().lights().requestFocus();
    }

    private RiskGateView ownView() {
        RiskGateView known = view;
        if (known != null) {
            return known;
        }
        RiskGateView made = new RiskGateView(model, context.texts());
        view = made;
        made.state().set().setOnAction(pressed -> setState(made.state()));
        made.limits().ask().setOnAction(pressed -> askLimit(made.limits()));
        made.limits().figure().setOnAction(pressed -> askLimit(made.limits()));
        made.limits().yes().setOnAction(pressed -> changeLimit());
        made.limits().no().setOnAction(pressed -> model.asked().set(Optional.empty()));
        made.stops().engage().setOnAction(pressed -> engage(made.stops()));
        made.books().ask().setOnAction(pressed -> askToSettle(made.books()));
        made.books().reason().setOnAction(pressed -> askToSettle(made.books()));
        made.books().yes().setOnAction(pressed -> settle(made.books()));
        made.books().no().setOnAction(pressed -> model.books().withdraw());
        made.stops().release().setOnAction(pressed -> release(made.stops()));
        return made;
    }

    private void happened(Event event) {
        if (event instanceof OrderRefused refused) {
            model.refused(refused);
        } else if (event instanceof VenueChecked told) {
            model.books().update(told);
        }
    }

    private void askToSettle(BooksPane pane) {
        model.books().ask(pane.reason().getText());
    }

    private void settle(BooksPane pane) {
        model.books().agreed().ifPresent(command -> {
            submit(command);
            pane.reason().clear();
        });
    }

    private void setState(StateBar bar) {
        if (!bar.reason().getText().isBlank()) {
            submit(new ChangeGateState(
                    bar.chosen().getValue(), bar.reason().getText().strip()));
            bar.reason().clear();
        }
    }

    private void askLimit(LimitsPane pane) {
        LiveRow<RiskGateModel.LimitRow> row = pane.table().getSelectionModel().getSelectedItem();
        Optional<String> plain = pane.wanted();
        pane.complain(row == null || plain.isEmpty() || !model.ask(row.get().line(), plain.get()));
    }

    private void changeLimit() {
        model.changed().ifPresent(limits -> {
            submit(new ChangeRiskLimits(limits));
            model.asked().set(Optional.empty());
        });
    }

    private void engage(StopsPane pane) {
        String reason = pane.reason().getText().strip();
        KillScope scope = pane.scope().getValue();
        if (!reason.isEmpty() && scope != null) {
            submit(new EngageKillSwitch(reason, scope));
            pane.reason().clear();
        }
    }

    /** A person gives a reason for letting go too. */
    private void release(StopsPane pane) {
        String reason = pane.reason().getText().strip();
        LiveRow<RiskGateModel.Stop> row = pane.table().getSelectionModel().getSelectedItem();
        if (row == null || reason.isEmpty()) {
            return;
        }
        RiskGateModel.Stop stop = row.get();
        submit(
                stop.throttled() && stop.scope() instanceof KillScope.OneStrategy(String strategy)
                        ? new EnableStrategy(strategy, reason)
                        : new ReleaseKillSwitch(reason, stop.scope()));
        pane.reason().clear();
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
