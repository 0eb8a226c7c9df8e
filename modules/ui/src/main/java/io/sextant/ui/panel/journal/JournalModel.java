package io.sextant.ui.panel.journal;

import io.sextant.domain.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/**
 * What happened, newest first, as far as kinds and words let it through. While the reader has paused, new entries wait and
 * are counted. {@code sentence} tells an event in the reader's language; the filter looks into what it says.
 */
final class JournalModel {

    static final int MAX_ENTRIES = 10_000;

    /** Marks of the account come every few seconds; they get a small share so that they do not push the rest out. */
    static final int MAX_BACKGROUND = 500;

    private final Function<Event, String> sentence;
    private final List<Event> all = new ArrayList<>();
    private final List<Event> background = new ArrayList<>();
    private final Set<Long> positions = new HashSet<>();
    private final ObservableList<Event> shown = FXCollections.observableArrayList();
    private final ObservableSet<EntryKind> kinds = FXCollections.observableSet(
            EntryKind.ORDERS,
            EntryKind.FILLS,
            EntryKind.RISK,
            EntryKind.NEWS,
            EntryKind.MARKET,
            EntryKind.ALERTS,
            EntryKind.SYSTEM);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();

    JournalModel(Function<Event, String> sentence) {
        this.sentence = sentence;
        filter.addListener(change -> showAll());
        kinds.addListener((Observable change) -> showAll());
        paused.addListener((property, before, now) -> {
            if (!now) {
                showAll();
            }
        });
    }

    ObservableList<Event> shown() {
        return shown;
    }

    /** The kinds that are listed. */
    ObservableSet<EntryKind> kinds() {
        return kinds;
    }

    StringProperty filter() {
        return filter;
    }

    BooleanProperty paused() {
        return paused;
    }

    /** Entries that came during the pause and would be listed. */
    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** The past, in any order; what is known already is not taken twice. */
    void loaded(List<Event> events) {
        for (Event event : events) {
            if (positions.add(event.position())) {
                listOf(event).add(event);
            }
        }
        all.sort(Comparator.comparingLong(Event::position).reversed());
        background.sort(Comparator.comparingLong(Event::position).reversed());
        trim();
        showAll();
    }

    void happened(Event event) {
        if (!positions.add(event.position())) {
            return;
        }
        listOf(event).addFirst(event);
        trim();
        if (!passes(event)) {
            return;
        }
        if (paused.get()) {
            waiting.set(waiting.get() + 1);
        } else {
            shown.addFirst(event);
            if (shown.size() > MAX_ENTRIES) {
                shown.removeLast();
            }
        }
    }

    /** Looks again at what passes, for example after the language changed. */
    void showAll() {
        List<Event> passing = new ArrayList<>(all.size() + background.size());
        all.stream().filter(this::passes).forEach(passing::add);
        if (kinds.contains(EntryKind.BACKGROUND)) {
            background.stream().filter(this::passes).forEach(passing::add);
            passing.sort(Comparator.comparingLong(Event::position).reversed());
        }
        shown.setAll(passing);
        waiting.set(0);
    }

    private boolean passes(Event event) {
        if (!kinds.contains(EntryKind.of(event))) {
            return false;
        }
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || sentence.apply(event).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private List<Event> listOf(Event event) {
        return EntryKind.of(event) == EntryKind.BACKGROUND ? background : all;
    }

    private void trim() {
        trim(all, MAX_ENTRIES);
        trim(background, MAX_BACKGROUND);
    }

    private void trim(List<Event> list, int most) {
        while (list.size() > most) {
            positions.remove(list.removeLast().position());
        }
    }
}
