package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.RebalanceHabit;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a person wants in the long run, asked plainly or by questions, and when weights are brought back. */
final class GoalsPane extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final int QUESTIONS = 5;
    private static final double YEARS_MAX = 80;
    private static final double HALF = 0.5;

    private final OptimiserModel model;
    private final Texts texts;
    private final TextField years = field("years");
    private final TextField band = field("band");
    private final Slider appetite = slider("optimiser-appetite", 0, 100, 5);
    private final List<Slider> answers = IntStream.range(0, QUESTIONS)
            .mapToObj(one -> slider("optimiser-question-" + (one + 1), 1, 5, 1))
            .toList();
    private final Label meaning = new Label();
    private boolean following;

    GoalsPane(OptimiserModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("forecasts-grid");
        line(grid, 0, "years", years);
        line(grid, 1, "appetite", appetite);
        GridPane.setHgrow(appetite, Priority.ALWAYS);
        meaning.setId("optimiser-goals-meaning");
        meaning.getStyleClass().add("options-about");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        GridPane habit = new GridPane();
        habit.getStyleClass().add("forecasts-grid");
        line(habit, 0, "band", band);
        ComboBox<RebalanceHabit.Every> every = new ComboBox<>();
        every.setId("optimiser-every");
        every.getItems().setAll(RebalanceHabit.Every.values());
        SpokenCell.in(every, one -> texts.bind("optimiser.every." + one.name()));
        line(habit, 1, "every", every);
        getChildren()
                .addAll(
                        grid,
                        questions(),
                        meaning,
                        heading("goals.preferred"),
                        choices("prefer", true),
                        heading("goals.excluded"),
                        choices("exclude", false),
                        heading("goals.habit"),
                        habit,
                        heading("goals.taxes"),
                        new TaxPane(model, texts));
        take(
                years,
                years -> years > 0 && years <= YEARS_MAX,
                years -> goals(new Goals(
                        years, goals().appetite(), goals().preferred(), goals().excluded(), goals().criteria())));
        take(
                band,
                percent -> percent >= 0 && percent < 100,
                percent -> model.habit.set(new RebalanceHabit(
                        percent / 100,
                        model.habit.get().every(),
                        model.habit.get().last())));
        appetite.valueProperty().addListener(change -> {
            if (!following) {
                wanting(Math.round(appetite.getValue()) / 100.0);
            }
        });
        every.setOnAction(chosen -> model.habit.set(new RebalanceHabit(
                model.habit.get().band(), every.getValue(), model.habit.get().last())));
        Runnable follow = () -> follow(every);
        model.goals.addListener(change -> follow.run());
        model.habit.addListener(change -> follow.run());
        texts.figuresProperty().addListener(change -> follow.run());
        follow.run();
    }

    private Goals goals() {
        return model.goals.get();
    }

    private void goals(Goals goals) {
        model.goals.set(goals);
    }

    private void wanting(double share) {
        goals(new Goals(goals().horizonYears(), share, goals().preferred(), goals().excluded(), goals().criteria()));
    }

    private Label heading(String what) {
        Label label = new Label();
        label.getStyleClass().add("options-about");
        label.setWrapText(true);
        label.textProperty().bind(texts.bind("optimiser." + what));
        return label;
    }

    private void line(GridPane grid, int row, String name, Node control) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("optimiser.goals." + name));
        title.setMinWidth(USE_PREF_SIZE);
        control.accessibleTextProperty().bind(title.textProperty());
        grid.addRow(row, title, control);
    }

    /** Five things that losses do to people; the mean of the answers is the appetite. */
    private TitledPane questions() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("forecasts-grid");
        for (int one = 0; one < QUESTIONS; one++) {
            Slider answer = answers.get(one);
            Label question = new Label();
            question.setWrapText(true);
            question.textProperty().bind(texts.bind("optimiser.question." + (one + 1)));
            answer.accessibleTextProperty().bind(question.textProperty());
            answer.setMinWidth(140);
            answer.setShowTickMarks(true);
            answer.valueProperty().addListener(change -> {
                if (!following) {
                    wanting(Goals.appetiteOf(answers.stream()
                            .mapToInt(each -> (int) Math.round(each.getValue()))
                            .toArray()));
                }
            });
            grid.addRow(one, question, answer);
        }
        TitledPane pane = new TitledPane();
        pane.setId("optimiser-questions");
        pane.textProperty().bind(texts.bind("optimiser.goals.questions"));
        pane.setContent(grid);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private FlowPane choices(String what, boolean wanted) {
        FlowPane pane = new FlowPane(12, 4);
        pane.getStyleClass().add("options-block");
        for (Instrument instrument : model.choices()) {
            String symbol = instrument.id().symbol();
            CheckBox box = new CheckBox(symbol);
            box.setId("optimiser-" + what + "-" + symbol);
            box.setMnemonicParsing(false);
            Runnable follow =
                    () -> box.setSelected((wanted ? goals().preferred() : goals().excluded()).contains(symbol));
            follow.run();
            model.goals.addListener(change -> follow.run());
            box.setOnAction(pressed -> choose(symbol, wanted, box.isSelected()));
            pane.getChildren().add(box);
        }
        return pane;
    }

    /** Nothing is preferred and excluded at once. */
    private void choose(String symbol, boolean wanted, boolean selected) {
        Set<String> preferred = new HashSet<>(goals().preferred());
        Set<String> excluded = new HashSet<>(goals().excluded());
        preferred.remove(symbol);
        excluded.remove(symbol);
        if (selected) {
            (wanted ? preferred : excluded).add(symbol);
        }
        goals(new Goals(goals().horizonYears(), goals().appetite(), preferred, excluded, goals().criteria()));
    }

    private static TextField field(String name) {
        TextField field = new TextField();
        field.setId("optimiser-" + name);
        field.setPrefColumnCount(5);
        field.setMaxWidth(USE_PREF_SIZE);
        field.getStyleClass().add("figure-field");
        return field;
    }

    private static Slider slider(String id, double least, double most, double step) {
        Slider slider = new Slider(least, most, (least + most) / 2);
        slider.setId(id);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        return slider;
    }

    /** What is no number of that kind leaves the one that stands. */
    private void take(TextField field, DoublePredicate allowed, java.util.function.DoubleConsumer use) {
        Runnable read = () -> {
            Optional<Double> typed = Typed.number(field.getText(), texts.figures())
                    .map(BigDecimal::doubleValue)
                    .filter(allowed::test);
            field.pseudoClassStateChanged(DANGER, typed.isEmpty());
            typed.ifPresent(use::accept);
        };
        field.setOnAction(typed -> read.run());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                read.run();
            }
        });
    }

    private void follow(ComboBox<RebalanceHabit.Every> every) {
        following = true;
        if (!years.isFocused()) {
            years.setText(written(goals().horizonYears()));
        }
        if (!band.isFocused()) {
            band.setText(written(100 * model.habit.get().band()));
        }
        every.setValue(model.habit.get().every());
        if (Math.abs(appetite.getValue() - 100 * goals().appetite()) > HALF) {
            appetite.setValue(100 * goals().appetite());
        }
        meaning.setText(texts.get(
                "optimiser.goals.meaning",
                texts.figures().percent(100 * goals().appetite(), 0),
                texts.figures().number(goals().riskAversion(), 1)));
        following = false;
    }

    private String written(double value) {
        return Typed.text(
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros(), texts.language());
    }
}
