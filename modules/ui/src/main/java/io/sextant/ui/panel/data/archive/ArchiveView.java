package io.sextant.ui.panel.data.archive;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What can be done in one line, the stored series below, and how many they are at the foot. */
final class ArchiveView extends VBox {

    private static final double ROW_HEIGHT = 24;

    private final ArchiveModel model;
    private final Texts texts;
    private final TableView<LiveRow<ArchivedSeries>> table = new TableView<>();
    private final TextField filter = new TextField();
    private final Button files;
    private final Button folder;
    private final Button reload;
    private final Button retry = new Button();
    private final Button firstImport = new Button();
    private final MenuItem showInChart = new MenuItem();

    ArchiveView(ArchiveModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("data-archive");
        files = button("import", MaterialDesignT.TRAY_ARROW_DOWN);
        files.textProperty().bind(texts.bind("data.import"));
        folder = button("import-folder", MaterialDesignF.FOLDER_OUTLINE);
        reload = button("reload", MaterialDesignR.REFRESH);
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table, foot());
    }

    TableView<LiveRow<ArchivedSeries>> table() {
        return table;
    }

    TextField filter() {
        return filter;
    }

    Button files() {
        return files;
    }

    Button folder() {
        return folder;
    }

    Button reload() {
        return reload;
    }

    Button retry() {
        return retry;
    }

    MenuItem showInChart() {
        return showInChart;
    }

    Button firstImport() {
        return firstImport;
    }

    private HBox bar() {
        filter.setId("data-filter");
        filter.getStyleClass().add("compact");
        filter.promptTextProperty().bind(texts.bind("data.filter"));
        filter.accessibleTextProperty().bind(texts.bind("data.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        filter.setMinWidth(60);
        filter.setPrefWidth(140);
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox bar = new HBox(files, folder, filter, reload);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button button(String name, Ikon icon) {
        Button button = new Button();
        button.setId("data-" + name);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("data." + name + ".hint"));
        button.setTooltip(hint);
        button.accessibleTextProperty().bind(texts.bind("data." + name + ".hint"));
        return button;
    }

    private Label foot() {
        Label foot = new Label();
        foot.setId("data-foot");
        foot.getStyleClass().addAll("muted", "panel-foot");
        foot.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "data.foot",
                                texts.figures().count(model.shown().size()),
                                texts.figures().count(model.all().size()),
                                texts.figures().count(model.bars())),
                        model.shown(),
                        model.stage(),
                        texts.figuresProperty()));
        foot.visibleProperty().bind(isAt(ArchiveModel.Stage.LOADED).and(Bindings.isNotEmpty(model.shown())));
        foot.managedProperty().bind(foot.visibleProperty());
        return foot;
    }

    private void fillTable() {
        Columns<ArchivedSeries> columns = new Columns<>(texts);
        table.setId("data-series");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setTableMenuButtonVisible(true);
        table.accessibleTextProperty().bind(texts.bind("data.series"));
        table.setPlaceholder(placeholder());
        showInChart.setId("data-show");
        showInChart.textProperty().bind(texts.bind("data.show"));
        showInChart
                .disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        table.setContextMenu(new ContextMenu(showInChart));
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "data.column.instrument",
                                112,
                                series -> series.instrument().symbol()),
                        columns.figures(
                                "data.column.timeframe",
                                54,
                                series -> label(series.timeframe()),
                                Comparator.comparing(ArchivedSeries::timeframe)),
                        columns.times("data.column.from", 96, ArchivedSeries::firstNanos, this::date),
                        columns.times("data.column.to", 96, ArchivedSeries::lastNanos, this::date),
                        columns.figures(
                                "data.column.bars",
                                64,
                                series -> texts.figures().count(series.bars()),
                                Comparator.comparingLong(ArchivedSeries::bars))));
        SortedList<LiveRow<ArchivedSeries>> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        texts.figuresProperty().addListener(change -> {
            model.applyFilter();
            table.refresh();
        });
    }

    private String label(Timeframe timeframe) {
        return texts.get("chartpanel.timeframe." + timeframe.name());
    }

    private String date(long timeNanos) {
        return texts.figures().date(timeNanos);
    }

    /** Why there is no row: it is still read, could not be, nothing is stored, or nothing fits the filter. */
    private Node placeholder() {
        BooleanBinding loaded = isAt(ArchiveModel.Stage.LOADED);
        ObjectBinding<Boolean> nothingStored = Bindings.createObjectBinding(
                () -> model.stage().get() == ArchiveModel.Stage.LOADED
                        && model.all().isEmpty(),
                model.stage(),
                model.shown());
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(28, 28);
        Label reading = new Label();
        reading.textProperty().bind(texts.bind("data.loading"));
        VBox loading = new VBox(turning, reading);
        loading.setId("data-loading");
        loading.getStyleClass().add("empty-state");
        EmptyState failed =
                new EmptyState(MaterialDesignA.ALERT_CIRCLE_OUTLINE, texts.bind("data.failed", model.problem()));
        failed.setId("data-failed");
        retry.setId("data-retry");
        retry.textProperty().bind(texts.bind("data.retry"));
        failed.getChildren().add(retry);
        EmptyState empty = new EmptyState(MaterialDesignD.DATABASE_OUTLINE, texts.bind("data.empty"));
        empty.setId("data-empty");
        firstImport.setId("data-first-import");
        firstImport.textProperty().bind(texts.bind("data.import"));
        empty.getChildren().add(firstImport);
        EmptyState noMatch = new EmptyState(MaterialDesignM.MAGNIFY_CLOSE, texts.bind("data.no-match"));
        noMatch.setId("data-no-match");
        loading.visibleProperty().bind(isAt(ArchiveModel.Stage.LOADING));
        failed.visibleProperty().bind(isAt(ArchiveModel.Stage.FAILED));
        empty.visibleProperty().bind(nothingStored);
        noMatch.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> loaded.get() && !nothingStored.get(), loaded, nothingStored));
        return new StackPane(loading, failed, empty, noMatch);
    }

    private BooleanBinding isAt(ArchiveModel.Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage().get() == stage, model.stage());
    }
}
