package io.sextant.ui.panel.chart.style;

import io.sextant.ui.chart.style.ChartStyle;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.parts.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The styles one below the other, the brick for Renko, and what else there is to switch. */
final class StyleView extends VBox {

    private static final int NUMBER_COLUMNS = 6;

    private final StyleModel model;
    private final Texts texts;
    private final List<RadioButton> styles = new ArrayList<>();
    private final List<Runnable> refreshers = new ArrayList<>();
    private final VBox brick = new VBox();

    StyleView(StyleModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "popover-content", "chart-style");
        ToggleGroup group = new ToggleGroup();
        for (ChartStyle style : ChartStyle.values()) {
            RadioButton button = new RadioButton();
            button.setId("chart-style-" + style.name().toLowerCase(Locale.ROOT));
            button.textProperty().bind(texts.bind("chartstyle.style." + style.name()));
            button.setToggleGroup(group);
            button.setOnAction(pressed -> model.setup().set(model.setup().get().withStyle(style)));
            styles.add(button);
        }
        getChildren().addAll(styles);
        getChildren().add(brick());
        getChildren()
                .addAll(
                        check("log", ChartSetup::logScale, ChartSetup::withLogScale),
                        check("news", ChartSetup::news, ChartSetup::withNews));
        model.setup().addListener(change -> show());
        show();
    }

    /** The button of the style that is on. */
    RadioButton chosen() {
        return styles.get(
                List.of(ChartStyle.values()).indexOf(model.setup().get().style()));
    }

    private VBox brick() {
        Segments<StyleModel.BrickUnit> unit = new Segments<>(
                "chart-brick",
                List.of(StyleModel.BrickUnit.values()),
                model.unit(),
                choice -> texts.bind("chartstyle.brick." + choice.name()));
        TextField number = new TextField();
        number.setId("chart-brick-number");
        number.setPrefColumnCount(NUMBER_COLUMNS);
        number.getStyleClass().add("figure-field");
        number.textProperty().bindBidirectional(model.number());
        number.accessibleTextProperty().bind(texts.bind("chartstyle.brick"));
        Label title = new Label();
        title.textProperty().bind(texts.bind("chartstyle.brick"));
        title.getStyleClass().add("field-title");
        HBox line = new HBox(unit, number);
        line.getStyleClass().add("study-number");
        line.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        brick.getChildren().setAll(title, line, problem);
        brick.getStyleClass().add("chart-brick");
        brick.managedProperty().bind(brick.visibleProperty());
        return brick;
    }

    private CheckBox check(
            String name, Function<ChartSetup, Boolean> value, BiFunction<ChartSetup, Boolean, ChartSetup> with) {
        CheckBox box = new CheckBox();
        box.setId("chart-" + name);
        box.textProperty().bind(texts.bind("chartstyle." + name));
        box.setOnAction(pressed -> model.setup().set(with.apply(model.setup().get(), box.isSelected())));
        refreshers.add(() -> box.setSelected(value.apply(model.setup().get())));
        return box;
    }

    private void show() {
        chosen().setSelected(true);
        brick.setVisible(model.setup().get().style() == ChartStyle.RENKO);
        refreshers.forEach(Runnable::run);
    }
}
