package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.StrategyCard.Setting;
import io.sextant.domain.backtest.SweepWish.Measure;
import io.sextant.domain.backtest.SweepWish.Search;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.NumberField;
import io.sextant.ui.parts.SpokenCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One or two settings with their ranges, how they are searched, and the buttons that begin it. */
final class SweepSetup extends VBox {

    private static final double FIELD_WIDTH = 64;
    private static final double MOST = 1e9;

    private final LabModel model;
    private final LabSearch search;
    private final Texts texts;
    private final LabWords words;
    private final Label count = new Label();

    SweepSetup(LabModel model, Texts texts, JobWatch watch, Runnable start, Runnable goOn) {
        this.model = model;
        this.texts = texts;
        search = model.search;
        words = new LabWords(texts);
        FlowPane form = new FlowPane(
                axis("first", search.first, false),
                axis("second", search.second, true),
                pair("lab.search", choice("lab-search", Search.values(), search.search, "lab.search.")),
                budget(),
                pair("lab.measure", choice("lab-measure", Measure.values(), search.measure, "lab.measure.")),
                buttons(start, goOn));
        form.getStyleClass().add("wrap-bar");
        count.setId("lab-sweep-count");
        count.getStyleClass().add("options-about");
        count.setWrapText(true);
        count.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(form, count, new JobBar("lab-sweep-job", watch, texts));
        LabModelWatch.onChange(model, this::tellCount);
        texts.figuresProperty().addListener(change -> tellCount());
    }

    private Node axis(String name, LabSearch.Axis axis, boolean orNone) {
        ComboBox<Optional<Setting>> setting = new ComboBox<>();
        setting.setId("lab-sweep-" + name);
        SpokenCell.in(
                setting,
                one -> Bindings.createStringBinding(
                        () -> one.map(of -> words.setting(of.name())).orElse(texts.get("lab.sweep.none")),
                        texts.figuresProperty()));
        setting.accessibleTextProperty().bind(texts.bind("lab.sweep." + name));
        boolean[] offering = {false};
        Runnable offer = () -> {
            offering[0] = true;
            List<Optional<Setting>> all = new ArrayList<>();
            if (orNone) {
                all.add(Optional.empty());
            }
            LabSearch.numbers(model.card.get()).forEach(each -> all.add(Optional.of(each)));
            setting.getItems().setAll(all);
            setting.setValue(axis.setting.get());
            offering[0] = false;
        };
        setting.valueProperty().addListener((property, before, now) -> {
            if (now != null && !offering[0] && !now.equals(axis.setting.get())) {
                axis.choose(now);
            }
        });
        axis.setting.addListener(change -> offer.run());
        model.card.addListener(change -> offer.run());
        offer.run();
        HBox row = new HBox(
                4,
                setting,
                field("lab-sweep-" + name + "-from", axis.from, value -> isAllowed(axis, value)),
                dash("\u2013"),
                field("lab-sweep-" + name + "-to", axis.to, value -> isAllowed(axis, value)),
                dash(texts.get("lab.sweep.by")),
                field("lab-sweep-" + name + "-step", axis.step, value -> isStep(axis, value)));
        row.getStyleClass().add("sweep-axis");
        for (Node field : row.getChildren().subList(1, row.getChildren().size())) {
            field.visibleProperty()
                    .bind(Bindings.createBooleanBinding(() -> axis.setting.get().isPresent(), axis.setting));
            field.managedProperty().bind(field.visibleProperty());
        }
        texts.figuresProperty()
                .addListener(change -> ((Label) row.getChildren().get(4)).setText(texts.get("lab.sweep.by")));
        return pair("lab.sweep." + name, row);
    }

    private static boolean isAllowed(LabSearch.Axis axis, double value) {
        return axis.setting.get().filter(of -> of.allows(value)).isPresent();
    }

    private static boolean isStep(LabSearch.Axis axis, double value) {
        return axis.setting
                .get()
                .filter(of -> value > 0 && (!of.isWhole() || value == Math.rint(value)))
                .isPresent();
    }

    private static Label dash(String text) {
        Label dash = new Label(text);
        dash.getStyleClass().add("muted");
        dash.setMinWidth(USE_PREF_SIZE);
        return dash;
    }

    private NumberField field(String id, DoubleProperty of, DoublePredicate allowed) {
        NumberField field = new NumberField(id, texts, of::get, allowed, of::set);
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.accessibleTextProperty().bind(texts.bind("lab.sweep." + id.substring(id.lastIndexOf('-') + 1)));
        of.addListener(change -> field.write());
        return field;
    }

    private Node budget() {
        NumberField field = field(
                "lab-sweep-budget", search.budget, value -> value >= 1 && value <= MOST && value == Math.rint(value));
        VBox pair = pair("lab.sweep.budget", field);
        pair.visibleProperty().bind(search.search.isNotEqualTo(Search.GRID));
        pair.managedProperty().bind(pair.visibleProperty());
        return pair;
    }

    private <E extends Enum<E>> ComboBox<E> choice(String id, E[] all, Property<E> of, String key) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        SpokenCell.in(box, one -> texts.bind(key + one.name()));
        box.valueProperty().bindBidirectional(of);
        return box;
    }

    private VBox pair(String key, Node node) {
        Label title = new Label();
        title.getStyleClass().add("muted");
        title.textProperty().bind(texts.bind(key));
        title.setLabelFor(node);
        return new VBox(2, title, node);
    }

    private Node buttons(Runnable start, Runnable goOn) {
        Button run = new Button();
        run.setId("lab-sweep-run");
        run.getStyleClass().add("accent");
        run.textProperty().bind(texts.bind("lab.sweep.run"));
        run.setOnAction(pressed -> start.run());
        Button again = new Button();
        again.setId("lab-sweep-on");
        again.textProperty().bind(texts.bind("lab.sweep.goon"));
        again.setOnAction(pressed -> goOn.run());
        LabModelWatch.onChange(model, () -> {
            run.setDisable(!model.canSweep());
            boolean waits = model.stopped.get().isPresent() && !model.running.get();
            again.setVisible(waits);
            again.setManaged(waits);
        });
        HBox row = new HBox(6, run, again);
        row.getStyleClass().add("sweep-buttons");
        return row;
    }

    private void tellCount() {
        count.setText(texts.get(
                !model.hasItsInstruments()
                        ? "lab.sweep.one"
                        : search.ranges().isEmpty() || search.first.isWrong() || search.second.isWrong()
                                ? "lab.sweep.wrong"
                                : search.canRun() ? "lab.sweep.count" : "lab.sweep.many",
                texts.figures().number(search.points(), 0),
                texts.figures().count(search.mostRuns())));
    }
}
