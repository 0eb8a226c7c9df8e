package io.sextant.ui.panel.data.intake;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** Which files, what the reader says about them, and what was seen in them or became of them. */
final class IntakeModel {

    /** How far the import is. */
    enum Stage {
        CLOSED,
        /** The files are read and nothing is stored. */
        LOOKING,
        /** One of the fields says what cannot be. */
        UNCLEAR,
        LOOKED,
        LOOK_CANCELLED,
        LOOK_FAILED,
        IMPORTING,
        DONE,
        IMPORT_CANCELLED,
        IMPORT_FAILED;

        boolean isRunning() {
            return this == LOOKING || this == IMPORTING;
        }

        /** Something may have been stored: from here there is no way back to the choices. */
        boolean isOver() {
            return this == DONE || this == IMPORT_CANCELLED || this == IMPORT_FAILED;
        }
    }

    /** What became of a file, and its place in the report: an archive's entries may have one name. */
    record FileRow(int index, FileImport file) {}

    static final String UTC = "UTC";

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CLOSED);
    private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty symbol = new SimpleStringProperty("");
    private final StringProperty zone = new SimpleStringProperty(UTC);
    private final ObjectProperty<Optional<Timeframe>> timeframe = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty barEndTimes = new SimpleBooleanProperty();
    private final BooleanBinding symbolWrong = Bindings.createBooleanBinding(() -> !isSymbol(), symbol);
    private final BooleanBinding zoneWrong = Bindings.createBooleanBinding(() -> zoneId().isEmpty(), zone);
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final LiveRows<Integer, FileRow> rows = new LiveRows<>(FileRow::index);

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Path>> files() {
        return files.getReadOnlyProperty();
    }

    /** Of rows that do not name one; blank leaves it to the files. */
    StringProperty symbol() {
        return symbol;
    }

    StringProperty zone() {
        return zone;
    }

    ObjectProperty<Optional<Timeframe>> timeframe() {
        return timeframe;
    }

    BooleanProperty barEndTimes() {
        return barEndTimes;
    }

    BooleanBinding symbolWrong() {
        return symbolWrong;
    }

    BooleanBinding zoneWrong() {
        return zoneWrong;
    }

    /** The newest, of a look or of an import. */
    ReadOnlyObjectProperty<Optional<ImportReport>> report() {
        return report.getReadOnlyProperty();
    }

    /** Why it failed. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<LiveRow<FileRow>> rows() {
        return rows.list();
    }

    /** What the fields say; empty while one of them cannot be. */
    Optional<ImportChoices> choices(boolean dryRun) {
        if (!isSymbol()) {
            return Optional.empty();
        }
        return zoneId().map(id -> new ImportChoices(symbolId(), id, timeframe.get(), barEndTimes.get(), dryRun));
    }

    /** Other files, with what was said of the files before forgotten. */
    void open(List<Path> chosen) {
        files.set(List.copyOf(chosen));
        symbol.set("");
        zone.set(UTC);
        timeframe.set(Optional.empty());
        barEndTimes.set(false);
        show(Optional.empty());
    }

    /** A report that is there already stays in sight until the next one. */
    void looking() {
        stage.set(Stage.LOOKING);
    }

    void unclear() {
        stage.set(Stage.UNCLEAR);
    }

    void importing() {
        stage.set(Stage.IMPORTING);
    }

    void finished(ImportReport known) {
        show(Optional.of(known));
        stage.set(known.dryRun() ? Stage.LOOKED : Stage.DONE);
    }

    void cancelled() {
        stage.set(stage.get() == Stage.IMPORTING ? Stage.IMPORT_CANCELLED : Stage.LOOK_CANCELLED);
    }

    void failed(String why) {
        problem.set(why);
        stage.set(stage.get() == Stage.IMPORTING ? Stage.IMPORT_FAILED : Stage.LOOK_FAILED);
    }

    void close() {
        stage.set(Stage.CLOSED);
        files.set(List.of());
        show(Optional.empty());
    }

    private void show(Optional<ImportReport> known) {
        List<FileRow> found = new ArrayList<>();
        known.ifPresent(one -> one.files().forEach(file -> found.add(new FileRow(found.size(), file))));
        rows.clear();
        rows.show(found);
        report.set(known);
    }

    private boolean isSymbol() {
        try {
            symbolId();
            return true;
        } catch (IllegalArgumentException noSymbol) {
            return false;
        }
    }

    private Optional<InstrumentId> symbolId() {
        String typed = symbol.get().strip().toUpperCase(Locale.ROOT);
        return typed.isEmpty() ? Optional.empty() : Optional.of(InstrumentId.of(typed));
    }

    private Optional<ZoneId> zoneId() {
        String typed = zone.get().strip();
        if (typed.equalsIgnoreCase(UTC)) {
            return Optional.of(ZoneOffset.UTC);
        }
        try {
            return Optional.of(ZoneId.of(typed));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
