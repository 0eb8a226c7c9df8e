package io.sextant.ui.panel.data.archive;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.SeriesImport;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.request.Query;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.ShowTime;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Reads the list of series anew when it is shown and when something was stored; leads the chart to a series. */
public final class ArchiveController {

    private static final System.Logger LOG = System.getLogger(ArchiveController.class.getName());

    /** So many of the newest bars does the chart show of a series. */
    private static final int BARS_SHOWN = 200;

    private final DeskContext context;
    private final ArchiveModel model;
    private final ArchiveView view;

    /** {@code importFiles} and {@code importFolder} ask the reader what to import. */
    public ArchiveController(DeskContext context, Runnable importFiles, Runnable importFolder) {
        this.context = context;
        model = new ArchiveModel(this::words);
        view = new ArchiveView(model, context.texts());
        view.files().setOnAction(pressed -> importFiles.run());
        view.firstImport().setOnAction(pressed -> importFiles.run());
        view.folder().setOnAction(pressed -> importFolder.run());
        view.reload().setOnAction(pressed -> load());
        view.retry().setOnAction(pressed -> load());
        view.showInChart().setOnAction(chosen -> showInChart());
        view.table().getSelectionModel().selectedItemProperty().addListener((property, before, row) -> choose(row));
        view.table().addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                showInChart();
                pressed.consume();
            }
        });
        view.table().addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> {
            if (clicked.getClickCount() == 2) {
                showInChart();
            }
        });
        view.filter().addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DOWN) {
                focusTable();
                pressed.consume();
            }
        });
    }

    public Node view() {
        return view;
    }

    public ObservableValue<Optional<ArchivedSeries>> chosen() {
        return model.chosen();
    }

    public void load() {
        model.begin();
        read(() -> {});
    }

    /** Reads the list anew and chooses a series that was just stored. */
    public void loadAndChoose(SeriesImport stored) {
        read(() -> {
            model.filter().set("");
            model.findRow(new ArchiveModel.Key(stored.instrument(), stored.timeframe()))
                    .ifPresent(row -> {
                        view.table().getSelectionModel().select(row);
                        view.table().scrollTo(row);
                    });
        });
    }

    private void read(Runnable then) {
        context.engine().ask(new Query.Archive()).whenComplete((series, failure) -> {
            if (failure == null) {
                loaded(series);
                then.run();
            } else {
                LOG.log(System.Logger.Level.WARNING, "the list of stored series did not load", failure);
                model.failed(String.valueOf(failure.getMessage()));
            }
        });
    }

    /** The keyboard goes to the list, and to its first series as soon as there is one. */
    public void focus() {
        focusTable();
    }

    private void loaded(List<ArchivedSeries> series) {
        model.loaded(series);
        if (view.table().isFocused()) {
            focusTable();
        }
    }

    private void focusTable() {
        view.table().requestFocus();
        if (view.table().getSelectionModel().isEmpty()
                && !view.table().getItems().isEmpty()) {
            view.table().getSelectionModel().selectFirst();
        }
    }

    private void choose(@Nullable LiveRow<ArchivedSeries> row) {
        if (row != null) {
            model.chosen().set(Optional.of(row.get()));
        }
    }

    private void showInChart() {
        LiveRow<ArchivedSeries> row = view.table().getSelectionModel().getSelectedItem();
        if (row != null) {
            ArchivedSeries series = row.get();
            long from = Math.max(
                    series.firstNanos(),
                    series.lastNanos() - BARS_SHOWN * series.timeframe().nominalNanos());
            context.desk().showPanel(PanelIds.CHART);
            context.signals().send(new ShowTime(series.instrument(), series.timeframe(), from, series.lastNanos()));
        }
    }

    private String words(ArchivedSeries series) {
        return series.instrument().symbol() + " "
                + context.catalog()
                        .findInstrument(series.instrument())
                        .map(Instrument::name)
                        .orElse("")
                + " "
                + context.texts()
                        .get("chartpanel.timeframe." + series.timeframe().name());
    }
}
