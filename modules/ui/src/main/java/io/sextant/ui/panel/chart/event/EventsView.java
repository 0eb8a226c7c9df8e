package io.sextant.ui.panel.chart.event;

import io.sextant.domain.forecast.Stretch;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.ShortcutEcho;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.Tone;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** What is marked above, a form for one more below. */
final class EventsView extends VBox {

    private static final double LIST_HEIGHT_MAX = 220;
    private static final List<Double> WEIGHTS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

    /** What stands in the form. */
    record Typed(Stretch.Kind kind, String label, String from, String end, double weight) {}

    /** Whether it was taken, and why not. */
    enum Taken {
        YES,
        NO_TIME,
        NO_LENGTH
    }

    private final EventsModel model;
    private final Texts texts;
    private final EventWords words;
    private final Function<Typed, Taken> taker;
    private final Consumer<Stretch> remover;
    private final VBox rows = new VBox();
    private final ComboBox<Stretch.Kind> kind = new ComboBox<>();
    private final TextField label = new TextField();
    private final TextField from = new TextField();
    private final TextField end = new TextField();
    private final ComboBox<Double> weight = new ComboBox<>();
    private final Label problem = new Label();
    private final ShortcutEcho echo = new ShortcutEcho(label);

    EventsView(
            EventsModel model, Texts texts, EventWords words, Function<Typed, Taken> taker, Consumer<Stretch> remover) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.taker = taker;
        this.remover = remover;
        getStyleClass().addAll("panel", "popover-content", "wide");
        Label title = bound("chartevents.title");
        title.getStyleClass().add("popover-title");
        Label about = bound("chartevents.about");
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        rows.setId("chart-events");
        rows.setSpacing(6);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT_MAX);
        scroll.managedProperty().bind(scroll.visibleProperty());
        scroll.visibleProperty().bind(Bindings.isNotEmpty(rows.getChildren()));
        problem.setId("chart-event-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Tone.WARNING.applyTo(problem);
        Button add = new Button();
        add.setId("chart-event-add");
        add.setDefaultButton(true);
        add.textProperty().bind(texts.bind("chartevents.add"));
        add.setOnAction(pressed -> take());
        HBox buttons = new HBox(add);
        buttons.getStyleClass().add("popover-buttons");
        getChildren().setAll(title, about, scroll, form(), problem, buttons);
        model.marks().addListener(change -> list());
        texts.figuresProperty().addListener(change -> list());
        list();
    }

    void propose(String fromText, String endText) {
        from.setText(fromText);
        end.setText(endText);
        label.clear();
        problem.setText("");
        echo.opening();
    }

    void focusFirst() {
        label.requestFocus();
    }

    private GridPane form() {
        kind.setId("chart-event-kind");
        kind.getItems().setAll(Stretch.Kind.values());
        kind.setValue(Stretch.Kind.CRISIS);
        SpokenCell.in(kind, one -> texts.bind("chartevents.kind." + one.name()));
        label.setId("chart-event-label");
        from.setId("chart-event-from");
        end.setId("chart-event-end");
        weight.setId("chart-event-weight");
        weight.getItems().setAll(WEIGHTS);
        weight.setValue(0.0);
        SpokenCell.in(weight, one -> Bindings.createStringBinding(() -> words.weight(one), texts.figuresProperty()));
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(6);
        row(grid, 0, "chartevents.kind", kind);
        row(grid, 1, "chartevents.label", label);
        row(grid, 2, "chartevents.from", from);
        row(grid, 3, "chartevents.end", end);
        row(grid, 4, "chartevents.weight", weight);
        return grid;
    }

    private void row(GridPane grid, int at, String key, Control field) {
        Label title = bound(key);
        title.setLabelFor(field);
        title.setMinWidth(USE_PREF_SIZE);
        field.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(at, title, field);
    }

    private Label bound(String key) {
        Label made = new Label();
        made.textProperty().bind(texts.bind(key));
        return made;
    }

    private void take() {
        Taken taken = taker.apply(
                new Typed(kind.getValue(), label.getText().strip(), from.getText(), end.getText(), weight.getValue()));
        problem.setText(taken == Taken.YES ? "" : texts.get("chartevents.problem." + taken.name()));
        if (taken == Taken.YES) {
            label.clear();
        }
    }

    private void list() {
        List<Node> shown = model.marks().get().stream().map(this::row).toList();
        rows.getChildren().setAll(shown);
    }

    private Node row(Stretch one) {
        Label name = new Label(words.title(one));
        name.setWrapText(true);
        Label details = new Label(words.times(one) + ", " + words.weight(one.weight()));
        details.getStyleClass().add("muted");
        details.setWrapText(true);
        VBox told = new VBox(name, details);
        HBox.setHgrow(told, Priority.ALWAYS);
        Button remove = new Button();
        remove.getStyleClass().addAll("flat", "compact");
        remove.setGraphic(new FontIcon(MaterialDesignD.DELETE_OUTLINE));
        remove.accessibleTextProperty().bind(texts.bind("chartevents.remove"));
        remove.setOnAction(pressed -> remover.accept(one));
        HBox row = new HBox(8, told, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
