package io.sextant.ui.panel.sources;

import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The sources, and the one that is being written. */
final class SourcesModel {

    /** What is known of the sources. */
    enum Stage {
        LOADING,
        LOADED,
        FAILED
    }

    private final LiveRows<SourceRow.Key, SourceRow> rows = new LiveRows<>(SourceRow::key);
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<SourceRow>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final BooleanProperty reading = new SimpleBooleanProperty();

    ObservableList<LiveRow<SourceRow>> rows() {
        return rows.list();
    }

    Optional<SourceRow> find(SourceRow.Key key) {
        return rows.find(key);
    }

    ObjectProperty<Stage> stage() {
        return stage;
    }

    /** Why the sources could not be loaded. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ObjectProperty<Optional<SourceRow>> chosen() {
        return chosen;
    }

    /** Whether the form is open. */
    BooleanProperty writing() {
        return writing;
    }

    /** Whether a series is being fetched. */
    BooleanProperty reading() {
        return reading;
    }

    void loaded(List<SourceRow> all) {
        rows.show(all);
        chosen.set(chosen.get().flatMap(before -> rows.find(before.key())));
        stage.set(Stage.LOADED);
    }

    void failed(String why) {
        problem.set(why);
        stage.set(Stage.FAILED);
        rows.clear();
    }
}
