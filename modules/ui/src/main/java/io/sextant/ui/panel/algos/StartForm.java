package io.sextant.ui.panel.algos;

import io.sextant.domain.market.Side;
import io.sextant.domain.parent.ParentKind;
import io.sextant.ui.exits.ExitsFields;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Fields that flow, only those that the chosen kind has, and what the next press sends or what is in its way. */
final class StartForm extends VBox {

    private static final Set<ParentKind> WITH_PART = Set.of(ParentKind.POV, ParentKind.ICEBERG);
    private static final Set<ParentKind> WITHOUT_MINUTES = Set.of(ParentKind.ICEBERG, ParentKind.BRACKET);
    private static final double FIELD_WIDTH = 92;

    private final Texts texts;
    private final Button start = new Button();
    private final Label said = new Label();
    private final TextField quantity;
    private final TextField minutes;
    private final TextField part;

    StartForm(StartModel model, ObservableValue<String> instrument, boolean routes, Texts texts) {
        this.texts = texts;
        getStyleClass().add("algos-start");
        Label symbol = new Label();
        symbol.textProperty().bind(instrument);
        symbol.getStyleClass().add("block-title");
        ComboBox<ParentKind> kinds = choice("algos-kind", StartModel.kinds(routes));
        kinds.valueProperty().bindBidirectional(model.kind);
        ComboBox<Side> sides = choice("algos-side", List.of(Side.values()));
        sides.valueProperty().bindBidirectional(model.side);
        start.setId("algos-start");
        start.getStyleClass().add("accent");
        start.setMinWidth(USE_PREF_SIZE);
        start.textProperty()
                .bind(model.asked.flatMap(
                        asked -> texts.bind(asked.isPresent() ? "algos.start.confirm" : "algos.start")));
        quantity = field("quantity", model.quantity);
        minutes = field("minutes", model.minutes);
        part = field("part", model.part);
        Node time = labelled(texts.bind("algos.field.minutes"), minutes);
        Node share = labelled(
                model.kind.flatMap(
                        kind -> texts.bind(kind == ParentKind.ICEBERG ? "algos.field.shown" : "algos.field.share")),
                part);
        CheckBox reduceOnly = new CheckBox();
        reduceOnly.setId("algos-reduce-only");
        reduceOnly.textProperty().bind(texts.bind("ticket.reduce-only"));
        reduceOnly.selectedProperty().bindBidirectional(model.reduceOnly);
        FlowPane fields = new FlowPane(
                symbol,
                labelled(texts.bind("algos.field.kind"), kinds),
                labelled(texts.bind("algos.field.side"), sides),
                labelled(texts.bind("algos.field.quantity"), quantity),
                labelled(
                        model.kind.flatMap(kind -> texts.bind(
                                kind == ParentKind.ICEBERG ? "algos.field.limit.needed" : "algos.field.limit")),
                        field("limit", model.limit)),
                time,
                share);
        fields.getStyleClass().add("algos-fields");
        fields.setRowValignment(VPos.BOTTOM);
        fields.setAlignment(Pos.BOTTOM_LEFT);
        fields.getChildren()
                .addAll(new ExitsFields(
                                "algos", model.exits, model.kind.isEqualTo(ParentKind.BRACKET), texts, start::fire)
                        .blocks());
        fields.getChildren().addAll(reduceOnly, start);
        shown(model, share, WITH_PART::contains);
        shown(model, time, kind -> !WITHOUT_MINUTES.contains(kind));
        shown(model, reduceOnly, kind -> kind != ParentKind.BRACKET);
        said.setId("algos-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().add("algos-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        getChildren().addAll(fields, said);
    }

    Button start() {
        return start;
    }

    /** What the next press sends, or what is in its way; empty for neither. */
    void say(String sentence) {
        said.setText(sentence);
    }

    /** Puts the keyboard into the first field that is still empty. */
    void focusFirstEmpty() {
        List<TextField> wanted = List.of(quantity, minutes, part);
        wanted.stream()
                .filter(field -> field.getText().isBlank() && field.getParent().isVisible())
                .findFirst()
                .ifPresentOrElse(TextField::requestFocus, start::requestFocus);
    }

    private static void shown(StartModel model, Node node, Predicate<ParentKind> when) {
        node.visibleProperty().bind(model.kind.map(when::test));
        node.managedProperty().bind(node.visibleProperty());
    }

    private <E extends Enum<E>> ComboBox<E> choice(String id, List<E> choices) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.getStyleClass().add("compact");
        box.getItems().setAll(choices);
        SpokenCell.in(box, texts::bindWord);
        return box;
    }

    private TextField field(String name, StringProperty value) {
        TextField field = new TextField();
        field.setId("algos-" + name);
        field.setPrefWidth(FIELD_WIDTH);
        field.getStyleClass().add("figure-field");
        field.textProperty().bindBidirectional(value);
        field.setOnAction(pressed -> start.fire());
        return field;
    }

    private static VBox labelled(ObservableValue<String> title, Node control) {
        Label label = new Label();
        label.textProperty().bind(title);
        label.getStyleClass().add("field-title");
        label.setLabelFor(control);
        return new VBox(label, control);
    }
}
