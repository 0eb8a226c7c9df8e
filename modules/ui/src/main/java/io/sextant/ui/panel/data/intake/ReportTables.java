package io.sextant.ui.panel.data.intake;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.dataset.SeriesImport;
import io.sextant.domain.market.Bar;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.data.intake.IntakeModel.FileRow;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The tables of an import: its files, and of one file the first bars, the series and the rows that were set aside. */
final class ReportTables {

    private static final double ROW_HEIGHT = 24;
    private static final int MOST_DECIMALS = 8;

    private final Texts texts;
    private final EngineSentences sentences;

    ReportTables(Texts texts, EngineSentences sentences) {
        this.texts = texts;
        this.sentences = sentences;
    }

    TableView<LiveRow<FileRow>> files(ObservableList<LiveRow<FileRow>> rows, Node placeholder) {
        Columns<FileRow> columns = new Columns<>(texts);
        TableView<LiveRow<FileRow>> table = table(
                "files",
                rows,
                List.of(
                        columns.words("intake.column.file", 116, row -> name(row.file()), ReportTables::tone),
                        count(columns, "intake.column.rows", row -> row.file().rows()),
                        count(columns, "intake.column.bars", row -> row.file().bars()),
                        count(columns, "intake.column.new", row -> row.file().added()),
                        count(
                                columns,
                                "intake.column.changed",
                                row -> row.file().changed()),
                        count(columns, "intake.column.there", row -> there(row.file())),
                        count(columns, "intake.column.aside", row -> row.file().quarantinedRows()),
                        columns.words("intake.column.what", 260, row -> what(row.file()), ReportTables::tone)));
        table.setPlaceholder(placeholder);
        return table;
    }

    /** The beginning of the first series, as it was understood. */
    TableView<LiveRow<Bar>> firstBars(ObservableList<LiveRow<Bar>> rows) {
        Columns<Bar> columns = new Columns<>(texts);
        return table(
                "first",
                rows,
                List.of(
                        columns.times(
                                "intake.column.time",
                                142,
                                Bar::openTimeNanos,
                                nanos -> texts.figures().dateTime(nanos)),
                        figure(columns, "intake.column.open", Bar::open),
                        figure(columns, "intake.column.high", Bar::high),
                        figure(columns, "intake.column.low", Bar::low),
                        figure(columns, "intake.column.close", Bar::close),
                        figure(columns, "intake.column.volume", Bar::volume)));
    }

    TableView<LiveRow<SeriesImport>> series(ObservableList<LiveRow<SeriesImport>> rows) {
        Columns<SeriesImport> columns = new Columns<>(texts);
        return table(
                "series",
                rows,
                List.of(
                        columns.words(
                                "intake.column.instrument",
                                120,
                                one -> one.instrument().symbol()),
                        columns.figures(
                                "intake.column.timeframe",
                                68,
                                one -> texts.get("chartpanel.timeframe."
                                        + one.timeframe().name()),
                                Comparator.comparing(SeriesImport::timeframe)),
                        columns.times("intake.column.from", 142, SeriesImport::firstNanos, this::dateTime),
                        columns.times("intake.column.to", 142, SeriesImport::lastNanos, this::dateTime),
                        count(columns, "intake.column.bars", SeriesImport::bars),
                        count(columns, "intake.column.new", SeriesImport::added),
                        count(columns, "intake.column.changed", SeriesImport::changed),
                        count(columns, "intake.column.there", SeriesImport::unchanged)));
    }

    TableView<LiveRow<QuarantinedRow>> aside(ObservableList<LiveRow<QuarantinedRow>> rows) {
        Columns<QuarantinedRow> columns = new Columns<>(texts);
        return table(
                "aside",
                rows,
                List.of(
                        count(columns, "intake.column.line", QuarantinedRow::line),
                        columns.words("intake.column.reason", 210, row -> texts.word(row.reason())),
                        columns.words("intake.column.text", 300, QuarantinedRow::text)));
    }

    /** What there is to say of a file: why it was not read, what to know, how it was read. */
    String what(FileImport file) {
        List<String> parts = new ArrayList<>();
        file.problem().ifPresent(problem -> parts.add(sentences.say(problem)));
        file.notes().stream()
                .filter(note -> !note.equals(file.problem().orElse("")))
                .map(sentences::say)
                .forEach(parts::add);
        if (!file.layout().isEmpty()) {
            parts.add(sentences.layout(file.layout()));
        }
        return String.join("  ·  ", parts);
    }

    /** The last part of the path: the others are mostly the same. */
    static String name(FileImport file) {
        String path = file.file();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static Tone tone(FileRow row) {
        return row.file().problem().isPresent() ? Tone.WARNING : Tone.PLAIN;
    }

    private static long there(FileImport file) {
        return file.bars() - file.added() - file.changed();
    }

    private <T> TableColumn<LiveRow<T>, T> count(Columns<T> columns, String titleKey, ToLongFunction<T> count) {
        return columns.figures(
                titleKey, 64, row -> texts.figures().count(count.applyAsLong(row)), Comparator.comparingLong(count));
    }

    private TableColumn<LiveRow<Bar>, Bar> figure(Columns<Bar> columns, String titleKey, ToDoubleFunction<Bar> value) {
        return columns.figures(
                titleKey, 84, bar -> asWritten(value.applyAsDouble(bar)), Comparator.comparingDouble(value));
    }

    /** With as many decimals as the number has: the instrument of a file may not be known. */
    private String asWritten(double value) {
        int decimals = Math.max(
                0, new BigDecimal(Double.toString(value)).stripTrailingZeros().scale());
        return texts.figures().number(value, Math.min(decimals, MOST_DECIMALS));
    }

    private String dateTime(long timeNanos) {
        return texts.figures().dateTime(timeNanos);
    }

    private <T> TableView<LiveRow<T>> table(
            String name, ObservableList<LiveRow<T>> rows, List<TableColumn<LiveRow<T>, T>> columns) {
        TableView<LiveRow<T>> table = new TableView<>();
        table.setId("intake-" + name);
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setTableMenuButtonVisible(true);
        table.accessibleTextProperty().bind(texts.bind("intake.table." + name));
        ObservableValue<String> nothing = texts.bind("intake.table." + name + ".empty");
        Label empty = new Label();
        empty.getStyleClass().add("muted");
        empty.textProperty().bind(nothing);
        table.setPlaceholder(empty);
        table.getColumns().setAll(columns);
        SortedList<LiveRow<T>> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        texts.figuresProperty().addListener(change -> table.refresh());
        return table;
    }
}
