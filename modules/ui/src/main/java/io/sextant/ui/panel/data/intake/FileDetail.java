package io.sextant.ui.panel.data.intake;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.dataset.SeriesImport;
import io.sextant.domain.market.Bar;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Segments;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One file of an import from near: how it was read, its first bars, its series, the rows that were set aside. */
final class FileDetail extends VBox {

    /** Which of its tables is in front. */
    enum Page {
        FIRST,
        SERIES,
        ASIDE
    }

    private final Texts texts;
    private final ReportTables tables;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.FIRST);
    private final LiveRows<Long, Bar> bars = new LiveRows<>(Bar::openTimeNanos);
    private final LiveRows<List<Object>, SeriesImport> series =
            new LiveRows<>(one -> List.of(one.instrument(), one.timeframe()));
    private final LiveRows<Long, QuarantinedRow> aside = new LiveRows<>(QuarantinedRow::line);
    private final Label what = new Label();
    private Optional<FileImport> file = Optional.empty();

    FileDetail(ReportTables tables, Texts texts) {
        this.tables = tables;
        this.texts = texts;
        getStyleClass().add("file-detail");
        setMinWidth(200);
        Segments<Page> pages = new Segments<>("intake-page", List.of(Page.values()), page, this::title);
        pages.setMinWidth(0);
        what.setId("intake-what");
        what.getStyleClass().add("muted");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        HBox bar = new HBox(pages);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        StackPane body = new StackPane(
                showing(Page.FIRST, tables.firstBars(bars.list())),
                showing(Page.SERIES, tables.series(series.list())),
                showing(Page.ASIDE, tables.aside(aside.list())));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar, what, body);
        texts.figuresProperty().addListener(change -> write());
        write();
    }

    void show(Optional<FileImport> chosen) {
        file = chosen;
        bars.show(chosen.map(FileImport::firstBars).orElse(List.of()));
        series.show(chosen.map(FileImport::series).orElse(List.of()));
        aside.show(chosen.map(FileImport::quarantined).orElse(List.of()));
        write();
    }

    private void write() {
        what.setText(file.map(tables::what).orElse(""));
        what.setVisible(!what.getText().isEmpty());
        what.setManaged(what.isVisible());
    }

    private ObservableValue<String> title(Page which) {
        ObservableList<?> rows = switch (which) {
            case FIRST -> bars.list();
            case SERIES -> series.list();
            case ASIDE -> aside.list();
        };
        return Bindings.createStringBinding(
                () -> texts.get("intake.page." + which.name(), texts.figures().count(countOf(which))),
                rows,
                texts.figuresProperty());
    }

    /** Of the rows that were set aside the report holds only the first. */
    private long countOf(Page which) {
        return switch (which) {
            case FIRST -> bars.list().size();
            case SERIES -> series.list().size();
            case ASIDE -> file.map(FileImport::quarantinedRows).orElse(0L);
        };
    }

    private Node showing(Page which, Node node) {
        node.visibleProperty().bind(page.isEqualTo(which));
        return node;
    }
}
