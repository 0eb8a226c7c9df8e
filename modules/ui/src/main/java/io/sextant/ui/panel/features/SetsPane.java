package io.sextant.ui.panel.features;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.survey.SetFigures;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.WideColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Named sets of features beside each other: save the ticked ones, take a set up again, see what each is worth and what two share. */
final class SetsPane extends VBox {

    private static final double ROW_HEIGHT = 24;
    private static final double SHARED_HEIGHT = 72;

    private final FeaturesModel model;
    private final Texts texts;
    private final FeaturesWords words;
    private final TextField name = new TextField();
    private final Button save = new Button();
    private final Button clear = new Button();
    private final Button take = new Button();
    private final Button delete = new Button();
    private final Button undo = new Button();
    private final Label about = new Label();
    private final Label shared = new Label();
    private final LiveRows<String, SetRow> rows = new LiveRows<>(SetRow::name);
    private final TableView<LiveRow<SetRow>> table = new TableView<>();

    SetsPane(FeaturesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new FeaturesWords(texts);
        dress(about, "features-sets-about");
        dress(shared, "features-shared");
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(shared);
        scroll.getStyleClass().add("bare");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(SHARED_HEIGHT);
        scroll.setPrefHeight(SHARED_HEIGHT);
        getChildren().addAll(saving(), about, table, below(), scroll);
        model.sets.addListener(change -> show());
        model.ticked.addListener(change -> show());
        model.comparison.addListener(change -> show());
        texts.figuresProperty().addListener(change -> {
            table.refresh();
            show();
        });
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<LiveRow<SetRow>>)
                change -> tellShared());
        show();
    }

    private static void dress(Label label, String id) {
        label.setId(id);
        label.getStyleClass().add("options-about");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private FlowPane saving() {
        name.setId("features-set-name");
        name.getStyleClass().add("compact");
        name.setPrefColumnCount(16);
        name.promptTextProperty().bind(texts.bind("features.set.name"));
        name.accessibleTextProperty().bind(texts.bind("features.set.name"));
        name.setOnAction(entered -> save());
        button(save, "features-set-save", "features.set.save");
        BooleanBinding replaces = Bindings.createBooleanBinding(
                () -> model.find(NamedSet.clean(name.getText())).isPresent(), name.textProperty(), model.sets);
        save.textProperty().unbind();
        save.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(replaces.get() ? "features.set.replace" : "features.set.save"),
                        replaces,
                        texts.figuresProperty()));
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.ticked.get().isEmpty()
                                || NamedSet.clean(name.getText()).isEmpty(),
                        model.ticked,
                        name.textProperty()));
        save.setOnAction(pressed -> save());
        button(clear, "features-set-clear", "features.set.clear");
        clear.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.ticked.get().isEmpty(), model.ticked));
        clear.setOnAction(pressed -> model.ticked.set(List.of()));
        FlowPane bar = new FlowPane(name, save, clear);
        bar.getStyleClass().add("wrap-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private FlowPane below() {
        BooleanBinding noSet = Bindings.createBooleanBinding(
                () -> chosen().isEmpty(), table.getSelectionModel().selectedItemProperty());
        button(take, "features-set-take", "features.set.take");
        take.disableProperty().bind(noSet);
        take.setOnAction(pressed -> take());
        button(delete, "features-set-delete", "features.set.delete");
        delete.disableProperty().bind(noSet);
        delete.setOnAction(pressed -> delete());
        button(undo, "features-set-undo", "features.set.undo");
        undo.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.before.get().isPresent(), model.before));
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setOnAction(pressed -> model.undo());
        FlowPane bar = new FlowPane(take, delete, undo);
        bar.getStyleClass().add("wrap-bar");
        return bar;
    }

    private void button(Button button, String id, String key) {
        button.setId(id);
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind(key));
    }

    private void fillTable() {
        Columns<SetRow> columns = new Columns<>(texts);
        table.setId("features-sets");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("features.tab.sets"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("features.set.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns()
                .setAll(List.of(
                        columns.words("features.column.set", 150, this::title),
                        columns.figures(
                                "features.column.size",
                                80,
                                row -> words.count(row.features().size()),
                                Comparator.comparingInt(row -> row.features().size())),
                        figure("mean-ic", 90, told -> words.index(told.meanCoefficient()), SetFigures::meanCoefficient),
                        columns.words(
                                "features.column.strongest",
                                150,
                                row -> row.figures()
                                        .flatMap(SetFigures::strongest)
                                        .map(Feature::name)
                                        .orElse("")),
                        figure("redundancy", 90, told -> words.index(told.redundancy()), SetFigures::redundancy),
                        columns.figures(
                                "features.column.together",
                                130,
                                row -> row.figures()
                                        .map(told -> words.coefficient(told.together()))
                                        .orElse(Figures.NONE),
                                Comparator.comparingDouble(row -> row.figures()
                                        .map(told -> told.together().value())
                                        .orElse(Double.NaN)),
                                SetsPane::tone)));
        WideColumns.fillFrom(690, table);
        table.setItems(rows.list());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private TableColumn<LiveRow<SetRow>, SetRow> figure(
            String key, double width, Function<SetFigures, String> written, ToDoubleFunction<SetFigures> value) {
        return new Columns<SetRow>(texts)
                .figures(
                        "features.column." + key,
                        width,
                        row -> row.figures().map(written).orElse(Figures.NONE),
                        Comparator.comparingDouble(
                                row -> row.figures().map(value::applyAsDouble).orElse(Double.NaN)));
    }

    private static Tone tone(SetRow row) {
        return row.figures()
                .map(SetFigures::together)
                .filter(told -> told.isApartFromZero())
                .map(told -> Tone.ofSign(told.value()))
                .orElse(Tone.PLAIN);
    }

    private String title(SetRow row) {
        return row.set().map(NamedSet::name).orElseGet(() -> texts.get("features.set.ticked"));
    }

    private void key(KeyEvent pressed) {
        switch (pressed.getCode()) {
            case ENTER -> take();
            case DELETE -> delete();
            case Z -> {
                if (!pressed.isShortcutDown()) {
                    return;
                }
                model.undo();
            }
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void save() {
        if (!save.isDisabled()) {
            model.save(NamedSet.clean(name.getText()));
            name.clear();
        }
    }

    private void take() {
        chosen().ifPresent(set -> model.ticked.set(set.features()));
    }

    private void delete() {
        chosen().ifPresent(model::delete);
    }

    private Optional<NamedSet> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .flatMap(row -> row.get().set());
    }

    private void show() {
        List<SetRow> all = new ArrayList<>();
        if (!model.ticked.get().isEmpty()) {
            all.add(row(Optional.empty(), model.ticked.get()));
        }
        model.sets.get().forEach(set -> all.add(row(Optional.of(set), set.features())));
        rows.show(all);
        about.setText(texts.get(
                "features.sets.about",
                model.subject.get().horizonBars(),
                words.count(model.subject.get().horizonBars())));
        tellShared();
    }

    private SetRow row(Optional<NamedSet> set, List<String> features) {
        return new SetRow(
                set, features, model.comparison.get().map(one -> one.figures().get(features)));
    }

    /** Of one set its features, of two what they share and what not. */
    private void tellShared() {
        List<SetRow> two = table.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .map(LiveRow::get)
                .toList();
        shared.setText(
                switch (two.size()) {
                    case 0 -> texts.get("features.shared.none");
                    case 1 ->
                        texts.get(
                                "features.shared.one",
                                title(two.getFirst()),
                                names(two.getFirst().features()));
                    default -> compared(two.get(0), two.get(1));
                });
    }

    private String compared(SetRow a, SetRow b) {
        List<String> both = a.features().stream().filter(b.features()::contains).toList();
        List<String> onlyA =
                a.features().stream().filter(one -> !b.features().contains(one)).toList();
        List<String> onlyB =
                b.features().stream().filter(one -> !a.features().contains(one)).toList();
        return texts.get(
                "features.shared.two",
                words.count(both.size()),
                names(both),
                title(a),
                names(onlyA),
                title(b),
                names(onlyB));
    }

    private static String names(List<String> features) {
        return features.isEmpty() ? Figures.NONE : String.join(", ", features);
    }
}
