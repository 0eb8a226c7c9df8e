package io.sextant.ui.panel.sources;

import io.sextant.domain.source.SourceResult;
import io.sextant.domain.source.SourceResult.Outcome;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Tone;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What can be done above, the sources below, and the form of one beside them while it is written. */
final class SourcesView extends VBox {

    private static final double ROW_HEIGHT = 26;
    private static final double FORM_WIDTH = 300;

    private final SourcesModel model;
    private final Texts texts;
    private final TableView<LiveRow<SourceRow>> table = new TableView<>();
    private final SourceForm form;
    private final Button add;
    private final Button edit;
    private final Button remove;
    private final Button read;
    private final Button firstAdd = new Button();

    SourcesView(SourcesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "sources-panel");
        form = new SourceForm(texts);
        add = button("add", MaterialDesignP.PLUS);
        edit = button("edit", MaterialDesignP.PENCIL_OUTLINE);
        remove = button("remove", MaterialDesignD.DELETE_OUTLINE);
        read = button("read", MaterialDesignR.REFRESH);
        BooleanBinding noSource = Bindings.createBooleanBinding(
                () -> model.chosen().get().filter(SourceRow::hasSource).isEmpty(), model.chosen());
        add.disableProperty().bind(model.writing());
        edit.disableProperty().bind(noSource.or(model.writing()));
        remove.disableProperty().bind(noSource.or(model.writing()));
        read.disableProperty().bind(noSource.or(model.reading()));
        HBox bar = new HBox(add, edit, remove, read);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        ScrollPane side = new ScrollPane(form);
        side.getStyleClass().add("bare");
        side.setFitToWidth(true);
        side.setMinWidth(FORM_WIDTH);
        side.setPrefWidth(FORM_WIDTH);
        side.visibleProperty().bind(model.writing());
        side.managedProperty().bind(model.writing());
        HBox body = new HBox(table, side);
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        fillTable();
        getChildren().addAll(bar, body);
    }

    TableView<LiveRow<SourceRow>> table() {
        return table;
    }

    SourceForm form() {
        return form;
    }

    Button add() {
        return add;
    }

    Button firstAdd() {
        return firstAdd;
    }

    Button edit() {
        return edit;
    }

    Button remove() {
        return remove;
    }

    Button read() {
        return read;
    }

    private Button button(String name, Ikon icon) {
        Button button = new Button();
        button.setId("sources-" + name);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("sources." + name));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("sources." + name + ".hint"));
        button.setTooltip(hint);
        return button;
    }

    private void fillTable() {
        Columns<SourceRow> columns = new Columns<>(texts);
        table.setId("sources-table");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("sources.title"));
        table.setPlaceholder(placeholder());
        table.getColumns()
                .setAll(List.of(
                        columns.words("sources.column.name", 150, SourceRow::name),
                        columns.words("sources.column.kind", 175, this::kind),
                        columns.words("sources.column.place", 240, SourceRow::place),
                        columns.words("sources.column.at", 140, this::at),
                        columns.words("sources.column.result", 320, this::result, this::tone)));
        table.setItems(model.rows());
        texts.figuresProperty().addListener(change -> table.refresh());
    }

    private String kind(SourceRow row) {
        return SourceDraft.of(row)
                .map(draft -> texts.get("sources.type." + draft.type()))
                .orElseGet(() -> texts.get("sources.kind.imported"));
    }

    private String at(SourceRow row) {
        return row.last()
                .map(result -> texts.figures().dateTime(result.atNanos()))
                .orElseGet(() -> row.hasSource() ? texts.get("sources.never") : "");
    }

    private String result(SourceRow row) {
        String failed = row.last()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .map(result -> texts.get("sources.failed", result.text()))
                .orElse("");
        if (!failed.isEmpty()) {
            return failed;
        }
        return row.stored()
                .map(series -> texts.get(
                        "sources.stored",
                        texts.figures().count(series.periods()),
                        series.lastPeriod().toString()))
                .or(() -> row.last().map(result -> texts.get("sources.read-once")))
                .orElse("");
    }

    private Tone tone(SourceRow row) {
        return row.last()
                        .map(SourceResult::outcome)
                        .filter(Outcome.FAILED::equals)
                        .isPresent()
                ? Tone.DOWN
                : Tone.PLAIN;
    }

    private Node placeholder() {
        EmptyState empty = new EmptyState(MaterialDesignN.NEWSPAPER_VARIANT_OUTLINE, texts.bind("sources.empty"));
        empty.setId("sources-empty");
        firstAdd.setId("sources-first-add");
        firstAdd.textProperty().bind(texts.bind("sources.add"));
        empty.getChildren().add(firstAdd);
        EmptyState loading = new EmptyState(MaterialDesignN.NEWSPAPER_VARIANT_OUTLINE, texts.bind("sources.loading"));
        EmptyState failed =
                new EmptyState(MaterialDesignA.ALERT_CIRCLE_OUTLINE, texts.bind("sources.not-loaded", model.problem()));
        failed.setId("sources-not-loaded");
        empty.visibleProperty().bind(isAt(SourcesModel.Stage.LOADED));
        loading.visibleProperty().bind(isAt(SourcesModel.Stage.LOADING));
        failed.visibleProperty().bind(isAt(SourcesModel.Stage.FAILED));
        return new StackPane(empty, loading, failed);
    }

    private BooleanBinding isAt(SourcesModel.Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage().get() == stage, model.stage());
    }
}
