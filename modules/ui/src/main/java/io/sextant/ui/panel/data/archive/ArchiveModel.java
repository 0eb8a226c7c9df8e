package io.sextant.ui.panel.data.archive;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.transformation.FilteredList;

/** The stored series that the reader looks for, and the one that is chosen. */
final class ArchiveModel {

    /** What is known of the archive. */
    enum Stage {
        LOADING,
        LOADED,
        FAILED
    }

    /** What a series is of; its span and size change. */
    record Key(InstrumentId instrument, Timeframe timeframe) {

        static Key of(ArchivedSeries series) {
            return new Key(series.instrument(), series.timeframe());
        }
    }

    private final Function<ArchivedSeries, String> words;
    private final LiveRows<Key, ArchivedSeries> rows = new LiveRows<>(Key::of);
    private final FilteredList<LiveRow<ArchivedSeries>> shown = new FilteredList<>(rows.list());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<ArchivedSeries>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /** {@code words} are what a series can be found by. */
    ArchiveModel(Function<ArchivedSeries, String> words) {
        this.words = words;
        filter.addListener(change -> applyFilter());
    }

    FilteredList<LiveRow<ArchivedSeries>> shown() {
        return shown;
    }

    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Why the archive could not be read. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ObjectProperty<Optional<ArchivedSeries>> chosen() {
        return chosen;
    }

    List<ArchivedSeries> all() {
        return rows.values();
    }

    long bars() {
        return rows.values().stream().mapToLong(ArchivedSeries::bars).sum();
    }

    Optional<LiveRow<ArchivedSeries>> findRow(Key key) {
        return rows.list().stream().filter(row -> Key.of(row.get()).equals(key)).findFirst();
    }

    /** A list that is already there stays while it is read again. */
    void begin() {
        if (rows.list().isEmpty()) {
            stage.set(Stage.LOADING);
        }
    }

    void loaded(List<ArchivedSeries> series) {
        rows.show(series);
        stage.set(Stage.LOADED);
        chosen.get().flatMap(before -> rows.find(Key.of(before))).ifPresent(now -> chosen.set(Optional.of(now)));
    }

    void failed(String why) {
        problem.set(why);
        stage.set(Stage.FAILED);
        rows.clear();
    }

    /** After the words of the series changed, as they do with the language. */
    void applyFilter() {
        List<String> wanted =
                List.of(filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        shown.setPredicate(row -> {
            String text = words.apply(row.get()).toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(text::contains);
        });
    }
}
