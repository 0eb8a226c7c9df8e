package io.sextant.ui.panel.ticket;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The fields of {@link WaitingModel}, as far as the kind of order has them. */
final class WaitingFields extends VBox {

    private final Texts texts;

    WaitingFields(WaitingModel model, Texts texts, ObjectProperty<OrderKind> kind) {
        this.texts = texts;
        VBox trigger = block("ticket.trigger", field("ticket-trigger", "ticket.trigger", model.trigger()));
        shownFor(trigger, kind, OrderKind.STOP);
        Segments<WaitingModel.Measure> measure = new Segments<>(
                "ticket-trail",
                List.of(WaitingModel.Measure.PERCENT, WaitingModel.Measure.AMOUNT),
                model.measure(),
                choice -> texts.bind("ticket.trail." + choice.name()));
        VBox distance =
                block("ticket.distance", measure, field("ticket-distance", "ticket.distance", model.distance()));
        shownFor(distance, kind, OrderKind.TRAILING);
        Label where = new Label();
        where.setId("ticket-waits-here");
        where.setWrapText(true);
        where.getStyleClass().add("muted");
        where.textProperty().bind(texts.bind("ticket.waits-here"));
        var waits = kind.isEqualTo(OrderKind.STOP).or(kind.isEqualTo(OrderKind.TRAILING));
        where.managedProperty().bind(waits);
        where.visibleProperty().bind(waits);
        managedProperty().bind(waits);
        visibleProperty().bind(waits);
        getStyleClass().add("field-block");
        getChildren().addAll(trigger, distance, where);
    }

    private VBox block(String titleKey, Node... content) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(titleKey));
        title.getStyleClass().add("field-title");
        VBox block = new VBox(title);
        block.getChildren().addAll(content);
        block.getStyleClass().add("field-block");
        return block;
    }

    private TextField field(String id, String nameKey, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        field.accessibleTextProperty().bind(texts.bind(nameKey));
        return field;
    }

    private static void shownFor(Node node, ObjectProperty<OrderKind> kind, OrderKind wanted) {
        node.managedProperty().bind(kind.isEqualTo(wanted));
        node.visibleProperty().bind(kind.isEqualTo(wanted));
    }
}
