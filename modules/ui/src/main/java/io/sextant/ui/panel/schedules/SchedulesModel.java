package io.sextant.ui.panel.schedules;

import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The schedules as the desk's settings tell them, the chosen one, and what the reader is about to do with it. */
final class SchedulesModel {

    /** What is known. */
    enum Stage {
        LOADING,
        LOADED,
        FAILED
    }

    private final Map<String, String> settings = new HashMap<>();
    private final LiveRows<String, ScheduleBook.Entry> rows =
            new LiveRows<>(entry -> entry.schedule().name());
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final ObjectProperty<Optional<ScheduleBook.Entry>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /** The name of the schedule that goes if the reader says yes. */
    private final ObjectProperty<Optional<String>> leaving = new SimpleObjectProperty<>(Optional.empty());

    ObservableList<LiveRow<ScheduleBook.Entry>> rows() {
        return rows.list();
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Why the schedules could not be read. */
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    ObjectProperty<Optional<ScheduleBook.Entry>> chosen() {
        return chosen;
    }

    ObjectProperty<Optional<String>> leaving() {
        return leaving;
    }

    void choose(Optional<ScheduleBook.Entry> entry) {
        Optional<String> before = chosen.get().map(one -> one.schedule().name());
        chosen.set(entry);
        if (!before.equals(entry.map(one -> one.schedule().name()))) {
            leaving.set(Optional.empty());
        }
    }

    Optional<ScheduleBook.Entry> find(String name) {
        return rows.find(name);
    }

    Optional<LiveRow<ScheduleBook.Entry>> findRow(String name) {
        return rows.list().stream()
                .filter(row -> row.get().schedule().name().equals(name))
                .findFirst();
    }

    void loaded(Map<String, String> all) {
        settings.clear();
        all.forEach((key, value) -> {
            if (key.startsWith(Schedule.SETTINGS)) {
                settings.put(key, value);
            }
        });
        show();
        stage.set(Stage.LOADED);
    }

    /** A setting that has changed already may be told again. */
    void changed(String key, String value) {
        if (key.startsWith(Schedule.SETTINGS)) {
            settings.put(key, value);
            show();
        }
    }

    void failed(String why) {
        problem.set(why);
        stage.set(Stage.FAILED);
    }

    private void show() {
        rows.show(ScheduleBook.of(settings).entries());
        choose(chosen.get().flatMap(before -> rows.find(before.schedule().name())));
    }
}
