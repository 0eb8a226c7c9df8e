package io.sextant.ui.panel.features;

import io.sextant.analytics.survey.FeatureMatrix.Alike;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.WideColumns;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The features that say nearly the same, or the opposite. */
final class AlikePane extends VBox {

    private static final double ROW_HEIGHT = 24;
    private static final double NEARLY_THE_SAME = 0.9;

    private final FeaturesModel model;
    private final Texts texts;
    private final FeaturesWords words;
    private final Label about = new Label();
    private final LiveRows<String, Alike> rows =
            new LiveRows<>(one -> one.feature().name());
    private final TableView<LiveRow<Alike>> table = new TableView<>();

    AlikePane(FeaturesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new FeaturesWords(texts);
        about.setId("features-alike-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        Columns<Alike> columns = new Columns<>(texts);
        table.setId("features-alike");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("features.tab.alike"));
        table.setPlaceholder(new ComparingState("features-alike", model, texts));
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "features.column.name",
                                170,
                                one -> one.feature().name()),
                        columns.words(
                                "features.column.family",
                                120,
                                one -> words.family(one.feature().family())),
                        columns.figures(
                                "features.column.correlation",
                                110,
                                one -> words.correlation(one.correlation()),
                                Comparator.comparingDouble(one -> Math.abs(one.correlation())),
                                one -> Math.abs(one.correlation()) > NEARLY_THE_SAME ? Tone.WARNING : Tone.PLAIN),
                        columns.figures(
                                "features.column.bars",
                                80,
                                one -> words.count(one.count()),
                                Comparator.comparingInt(Alike::count))));
        WideColumns.fillFrom(480, table);
        table.setItems(rows.list());
        table.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                choose();
                pressed.consume();
            }
        });
        table.setOnMouseClicked(clicked -> {
            if (clicked.getButton() == MouseButton.PRIMARY && clicked.getClickCount() == 2) {
                choose();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(about, table);
        model.comparison.addListener(change -> show());
        texts.figuresProperty().addListener(change -> {
            table.refresh();
            show();
        });
        show();
    }

    private void choose() {
        LiveRow<Alike> chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.feature.set(chosen.get().feature());
        }
    }

    private void show() {
        rows.show(model.comparison.get().map(Comparison::alike).orElse(List.of()));
        about.setText(model.comparison
                .get()
                .map(one -> texts.get(
                        "features.alike.about",
                        one.feature().name(),
                        words.count(one.matrix().bars().size()),
                        words.count(one.matrix().features().size())))
                .orElse(""));
    }
}
