package io.sextant.ui.exits;

import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The controls of {@link ExitsModel}; what does not fit the kind of stop is not there. Ids start with {@code id}. */
public final class ExitsFields {

    private static final double FIELD_WIDTH = 84;
    private static final double SHORT_FIELD_WIDTH = 44;

    /** One line: what it is called, its controls, and whether it is there. */
    private record Line(Label title, HBox controls, ObservableBooleanValue shown) {}

    private final String id;
    private final Texts texts;
    private final Runnable onEnter;
    private final List<Line> lines = new ArrayList<>();

    /** {@code onEnter} is what Enter in a field does. */
    public ExitsFields(String id, ExitsModel model, ObservableBooleanValue shown, Texts texts, Runnable onEnter) {
        this.id = id;
        this.texts = texts;
        this.onEnter = onEnter;
        BooleanBinding always = Bindings.createBooleanBinding(shown::get, shown);
        ObjectProperty<StopKind> kind = model.stopKind();
        line("target", always, field("target", model.target()), measure("target", model.targetMeasure(), true));
        line("stop-kind", always, kinds(kind));
        line(
                "stop",
                always.and(kind.isEqualTo(StopKind.FIXED)),
                field("stop", model.stop()),
                measure("stop", model.stopMeasure(), true));
        line(
                "trail",
                always.and(kind.isEqualTo(StopKind.TRAILING)),
                field("trail", model.trail()),
                measure("trail", model.trailMeasure(), false));
        line(
                "ranges",
                always.and(Bindings.createBooleanBinding(() -> kind.get().isMeasuredInRanges(), kind)),
                shortField("multiple", model.multiple()),
                plain("exits.ranges.of"),
                shortField("length", model.length()),
                timeframes(model.timeframe()));
        line(
                "break-even",
                always.and(Bindings.createBooleanBinding(() -> kind.get().canBreakEven(), kind)),
                field("break-even", model.breakEven()),
                measure("break-even", model.breakEvenMeasure(), false));
        line("minutes", always, field("exit-minutes", model.minutes()), plain("exits.minutes.unit"));
    }

    /** Titles to the left and controls to the right, for a narrow panel. */
    public GridPane column() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("exits-grid");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHgrow(Priority.ALWAYS);
        titles.setMinWidth(60);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.NEVER);
        controls.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(titles, controls);
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            line.title().setWrapText(true);
            line.controls().setAlignment(Pos.CENTER_RIGHT);
            grid.addRow(row, line.title(), line.controls());
            for (Node node : List.of(line.title(), line.controls())) {
                bind(node, line.shown());
            }
        }
        return grid;
    }

    /** Each title above its controls, for a form that flows. */
    public List<Node> blocks() {
        List<Node> blocks = new ArrayList<>();
        for (Line line : lines) {
            VBox block = new VBox(line.title(), line.controls());
            bind(block, line.shown());
            blocks.add(block);
        }
        return blocks;
    }

    private static void bind(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private void line(String name, ObservableBooleanValue shown, Node... controls) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("exits.field." + name));
        title.getStyleClass().add("field-title");
        title.setLabelFor(controls[0]);
        HBox box = new HBox(controls);
        box.getStyleClass().add("exits-line");
        box.setAlignment(Pos.CENTER_LEFT);
        lines.add(new Line(title, box, shown));
    }

    private TextField field(String name, StringProperty value) {
        TextField field = new TextField();
        field.setId(id + "-" + name);
        field.setPrefWidth(FIELD_WIDTH);
        field.getStyleClass().add("figure-field");
        field.textProperty().bindBidirectional(value);
        field.accessibleTextProperty().bind(texts.bind("exits.field." + name));
        field.setOnAction(entered -> onEnter.run());
        return field;
    }

    private TextField shortField(String name, StringProperty value) {
        TextField field = field(name, value);
        field.setPrefWidth(SHORT_FIELD_WIDTH);
        return field;
    }

    private Label plain(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private ComboBox<Measure> measure(String name, ObjectProperty<Measure> value, boolean alsoPrice) {
        ComboBox<Measure> box = new ComboBox<>();
        box.setId(id + "-" + name + "-measure");
        box.getStyleClass().add("compact");
        box.getItems()
                .setAll(
                        alsoPrice
                                ? List.of(Measure.PRICE, Measure.DISTANCE, Measure.PERCENT)
                                : List.of(Measure.DISTANCE, Measure.PERCENT));
        box.valueProperty().bindBidirectional(value);
        box.accessibleTextProperty().bind(texts.bind("exits.field.measure"));
        SpokenCell.in(box, one -> texts.bind("exits.measure." + one.name()));
        return box;
    }

    private ComboBox<StopKind> kinds(ObjectProperty<StopKind> value) {
        ComboBox<StopKind> box = new ComboBox<>();
        box.setId(id + "-stop-kind");
        box.getStyleClass().add("compact");
        box.getItems().setAll(StopKind.values());
        box.valueProperty().bindBidirectional(value);
        SpokenCell.in(box, one -> texts.bind("exits.stop." + one.name().toLowerCase(Locale.ROOT)));
        return box;
    }

    private ComboBox<Timeframe> timeframes(ObjectProperty<Timeframe> value) {
        ComboBox<Timeframe> box = new ComboBox<>();
        box.setId(id + "-timeframe");
        box.getStyleClass().add("compact");
        box.getItems().setAll(ExitsModel.TIMEFRAMES);
        box.valueProperty().bindBidirectional(value);
        box.accessibleTextProperty().bind(texts.bind("exits.field.timeframe"));
        SpokenCell.in(box, one -> texts.bind("chartpanel.timeframe." + one.name()));
        return box;
    }
}
