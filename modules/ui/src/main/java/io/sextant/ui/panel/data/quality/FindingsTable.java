package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.Finding;
import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.data.quality.QualityModel.FindingRow;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What was found and where, of all kinds or of one; a double click or Enter goes to the place. */
final class FindingsTable extends VBox {

    private static final double ROW_HEIGHT = 24;
    private static final double TIME_WIDTH = 148;

    private final QualityModel model;
    private final Texts texts;
    private final TableView<LiveRow<FindingRow>> table = new TableView<>();
    private final ComboBox<Optional<FindingKind>> kinds = new ComboBox<>();
    private Consumer<Finding> onChosen = finding -> {};

    FindingsTable(QualityModel model, QualityWords words, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("findings");
        fillTable(words);
        fillKinds();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table);
    }

    void setOnChosen(Consumer<Finding> action) {
        onChosen = action;
    }

    private HBox bar() {
        Label count = new Label();
        count.setId("quality-shown");
        count.getStyleClass().add("muted");
        count.setMinWidth(0);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::countText, model.shown(), model.report(), texts.figuresProperty()));
        HBox bar = new HBox(kinds, count);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** A report keeps only the gravest of many: the reader must not take them for all. */
    private String countText() {
        long found = model.found();
        int shown = model.shown().size();
        return found > shown
                ? texts.get(
                        "quality.shown.gravest",
                        texts.figures().count(shown),
                        texts.figures().count(found))
                : texts.get("quality.shown", (long) shown, texts.figures().count(shown));
    }

    private void fillKinds() {
        kinds.setId("quality-kinds");
        kinds.getStyleClass().add("compact");
        kinds.setMinWidth(150);
        kinds.accessibleTextProperty().bind(texts.bind("quality.kinds.hint"));
        kinds.setButtonCell(new KindCell());
        kinds.setCellFactory(list -> new KindCell());
        model.report().addListener((property, before, report) -> listKinds(report));
        texts.figuresProperty().addListener(change -> listKinds(model.report().get()));
        listKinds(model.report().get());
        kinds.valueProperty().bindBidirectional(model.kind());
    }

    private void listKinds(Optional<QualityReport> report) {
        List<Optional<FindingKind>> found = new ArrayList<>();
        found.add(Optional.empty());
        Map<FindingKind, Long> counts = report.map(QualityReport::counts).orElse(Map.of());
        for (FindingKind kind : FindingKind.values()) {
            if (counts.getOrDefault(kind, 0L) > 0) {
                found.add(Optional.of(kind));
            }
        }
        Optional<FindingKind> chosen = model.kind().get();
        kinds.getItems().setAll(found);
        model.kind().set(found.contains(chosen) ? chosen : Optional.empty());
    }

    private final class KindCell extends ListCell<Optional<FindingKind>> {

        @Override
        protected void updateItem(Optional<FindingKind> kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(empty || kind == null ? "" : title(kind));
        }

        private String title(Optional<FindingKind> kind) {
            Map<FindingKind, Long> counts =
                    model.report().get().map(QualityReport::counts).orElse(Map.of());
            long count = kind.map(one -> counts.getOrDefault(one, 0L))
                    .orElseGet(() ->
                            counts.values().stream().mapToLong(Long::longValue).sum());
            return texts.get(
                    "quality.kind",
                    kind.map(texts::word).orElseGet(() -> texts.get("quality.kinds.all")),
                    texts.figures().count(count));
        }
    }

    private void fillTable(QualityWords words) {
        Columns<FindingRow> columns = new Columns<>(texts);
        table.setId("quality-findings");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.accessibleTextProperty().bind(texts.bind("quality.findings"));
        table.setPlaceholder(
                new EmptyState(MaterialDesignC.CHECK_CIRCLE_OUTLINE, texts.bind("quality.findings.empty")));
        table.getColumns()
                .setAll(List.of(
                        columns.times(
                                "quality.column.time",
                                TIME_WIDTH,
                                row -> row.finding().timeNanos(),
                                nanos -> texts.figures().dateTime(nanos)),
                        columns.words(
                                "quality.column.kind",
                                110,
                                row -> texts.word(row.finding().kind())),
                        columns.words("quality.column.what", 300, row -> words.sentence(row.finding()))));
        // Cut off it would say neither hour nor minute.
        table.getColumns().getFirst().setMinWidth(TIME_WIDTH);
        SortedList<LiveRow<FindingRow>> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        texts.figuresProperty().addListener(change -> table.refresh());
        table.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                choose();
                pressed.consume();
            }
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> {
            if (clicked.getClickCount() == 2) {
                choose();
            }
        });
        MenuItem show = new MenuItem();
        show.setId("quality-show");
        show.textProperty().bind(texts.bind("quality.show"));
        show.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        show.setOnAction(chosen -> choose());
        table.setContextMenu(new ContextMenu(show));
    }

    private void choose() {
        LiveRow<FindingRow> row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            onChosen.accept(row.get().finding());
        }
    }
}
