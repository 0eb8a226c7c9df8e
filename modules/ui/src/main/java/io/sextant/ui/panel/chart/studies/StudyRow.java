package io.sextant.ui.panel.chart.studies;

import io.sextant.analytics.indicator.Parameter;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.chart.Study;
import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One study on the chart: its colour, its name, its numbers to be changed where they stand, and the way off the chart. */
final class StudyRow extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double DOT_RADIUS = 6;
    private static final int FIELD_COLUMNS = 5;

    private final int id;
    private final StudiesModel model;
    private final Texts texts;
    private final Supplier<ChartPalette> palette;
    private final Circle dot = new Circle(DOT_RADIUS);
    private final List<TextField> fields = new ArrayList<>();
    private final Label problem = new Label();

    StudyRow(Study study, StudiesModel model, Texts texts, Supplier<ChartPalette> palette) {
        this.id = study.id();
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        getStyleClass().add("study-row");
        setId("study-" + id);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(heading(study), numbers(study), problem);
        show(study);
    }

    int studyId() {
        return id;
    }

    /** The study as it is now; what is being typed stays. */
    void show(Study study) {
        dot.setFill(palette.get()
                .studies()
                .get(study.colour() % palette.get().studies().size()));
    }

    private HBox heading(Study study) {
        Button colour = new Button();
        colour.setId("study-" + id + "-colour");
        colour.setGraphic(dot);
        colour.getStyleClass().addAll("button-icon", "flat", "compact");
        colour.accessibleTextProperty().bind(texts.bind("studies.colour"));
        colour.setTooltip(tooltip("studies.colour"));
        colour.setOnAction(pressed -> current()
                .ifPresent(now -> model.recolour(
                        now, (now.colour() + 1) % palette.get().studies().size())));
        Label name = new Label();
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.words().entry(study.spec().kind()), texts.figuresProperty()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button remove = new Button();
        remove.setId("study-" + id + "-remove");
        remove.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        remove.getStyleClass().addAll("button-icon", "flat", "compact");
        remove.accessibleTextProperty().bind(texts.bind("studies.remove"));
        remove.setTooltip(tooltip("studies.remove"));
        remove.setOnAction(pressed -> current().ifPresent(model::remove));
        HBox heading = new HBox(colour, name, remove);
        heading.getStyleClass().add("study-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private FlowPane numbers(Study study) {
        FlowPane numbers = new FlowPane();
        numbers.getStyleClass().add("study-numbers");
        List<Parameter> parameters = study.spec().kind().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Label title = new Label();
            title.textProperty()
                    .bind(Bindings.createStringBinding(() -> model.words().name(parameter), texts.figuresProperty()));
            title.getStyleClass().add("field-title");
            TextField field = new TextField(model.text(study.spec().values().get(i)));
            field.setId("study-" + id + "-" + parameter.name());
            field.setPrefColumnCount(FIELD_COLUMNS);
            field.getStyleClass().addAll("figure-field", "compact");
            field.accessibleTextProperty().bind(title.textProperty());
            field.textProperty().addListener(change -> edited());
            fields.add(field);
            HBox pair = new HBox(title, field);
            pair.getStyleClass().add("study-number");
            pair.setAlignment(Pos.CENTER_LEFT);
            numbers.getChildren().add(pair);
        }
        return numbers;
    }

    private void edited() {
        current().ifPresent(study -> {
            Optional<String> complaint =
                    model.edit(study, fields.stream().map(TextField::getText).toList());
            problem.setText(complaint.orElse(""));
            pseudoClassStateChanged(WRONG, complaint.isPresent());
        });
    }

    private Optional<Study> current() {
        return model.setup().get().studies().stream()
                .filter(study -> study.id() == id)
                .findFirst();
    }

    private Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        return tooltip;
    }
}
