package io.sextant.ui.panel.ticket;

import io.sextant.domain.order.TimeInForce;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The fields of {@link LastingModel}; what does not fit the kind of order is not there. */
final class LastingFields extends VBox {

    private static final List<TimeInForce> ALL = List.of(
            TimeInForce.GOOD_TILL_CANCELLED,
            TimeInForce.DAY,
            TimeInForce.GOOD_TILL_DATE,
            TimeInForce.IMMEDIATE_OR_CANCEL,
            TimeInForce.FILL_OR_KILL);

    private final Texts texts;

    LastingFields(LastingModel model, Texts texts, ObservableValue<OrderKind> kind) {
        this.texts = texts;
        getStyleClass().add("field-block");
        BooleanBinding limit = Bindings.createBooleanBinding(() -> kind.getValue() == OrderKind.LIMIT, kind);
        BooleanBinding mayEnd = Bindings.createBooleanBinding(() -> kind.getValue() != OrderKind.MARKET, kind);
        Label title = new Label();
        title.textProperty().bind(texts.bind("ticket.stays"));
        title.getStyleClass().add("field-title");
        ComboBox<TimeInForce> stays = choice(model);
        title.setLabelFor(stays);
        TextField ends = new TextField();
        ends.setId("ticket-ends");
        ends.textProperty().bindBidirectional(model.ends());
        ends.promptTextProperty().bind(texts.bind("ticket.ends.prompt"));
        ends.accessibleTextProperty().bind(texts.bind("ticket.ends"));
        shownWhen(ends, mayEnd.and(model.timeInForce().isEqualTo(TimeInForce.GOOD_TILL_DATE)));
        CheckBox postOnly = check("ticket.post-only");
        postOnly.selectedProperty().bindBidirectional(model.postOnly());
        BooleanBinding mayStay =
                Bindings.createBooleanBinding(() -> !model.timeInForce().get().isImmediate(), model.timeInForce());
        shownWhen(postOnly, limit.and(mayStay));
        CheckBox reduceOnly = check("ticket.reduce-only");
        reduceOnly.selectedProperty().bindBidirectional(model.reduceOnly());
        FlowPane checks = new FlowPane(postOnly, reduceOnly);
        checks.getStyleClass().add("ticket-checks");
        shownWhen(title, mayEnd);
        shownWhen(stays, mayEnd);
        kind.addListener((property, before, now) -> offer(stays, now));
        getChildren().addAll(title, stays, ends, checks);
    }

    private ComboBox<TimeInForce> choice(LastingModel model) {
        ComboBox<TimeInForce> stays = new ComboBox<>();
        stays.setId("ticket-stays");
        stays.setMaxWidth(Double.MAX_VALUE);
        stays.getItems().setAll(ALL);
        stays.valueProperty().bindBidirectional(model.timeInForce());
        SpokenCell.in(stays, choice -> texts.bind("ticket.stays." + choice.name()));
        return stays;
    }

    /** What waits has to be allowed to stay. */
    private static void offer(ComboBox<TimeInForce> stays, OrderKind kind) {
        TimeInForce before = stays.getValue();
        List<TimeInForce> offered =
                kind.waits() ? ALL.stream().filter(one -> !one.isImmediate()).toList() : ALL;
        stays.getItems().setAll(offered);
        stays.setValue(offered.contains(before) ? before : TimeInForce.GOOD_TILL_CANCELLED);
    }

    private CheckBox check(String key) {
        CheckBox box = new CheckBox();
        box.setId(key.replace('.', '-'));
        box.textProperty().bind(texts.bind(key));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind(key + ".hint"));
        box.setTooltip(hint);
        return box;
    }

    private static void shownWhen(Node node, BooleanBinding condition) {
        node.managedProperty().bind(condition);
        node.visibleProperty().bind(condition);
    }
}
