package io.sextant.ui.panel.riskgate;

import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is known of the venue's books, and the question whether to take its word for exactly what is shown. */
final class BooksModel {

    private final ReadOnlyObjectWrapper<Optional<VenueChecked>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<VenueDifference> differences = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Wish>> asked = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty lapsed = new SimpleBooleanProperty();

    private final Map<String, VenueChecked> byVenue = new TreeMap<>();

    /** What a person wants to settle and has not said yes to. */
    record Wish(VenueChecked shown, String reason) {}

    ReadOnlyObjectProperty<Optional<VenueChecked>> told() {
        return told.getReadOnlyProperty();
    }

    ObservableList<VenueDifference> differences() {
        return differences;
    }

    ObjectProperty<Optional<Wish>> asked() {
        return asked;
    }

    /** Whether the question is gone because something else differs now. */
    BooleanProperty lapsed() {
        return lapsed;
    }

    /** Older news of a venue than what is known change nothing. Of several venues the one that is worst off is shown. */
    void update(VenueChecked news) {
        VenueChecked known = byVenue.get(news.venue());
        if (known != null && known.position() > news.position()) {
            return;
        }
        byVenue.put(news.venue(), news);
        VenueChecked now = news;
        for (VenueChecked one : byVenue.values()) {
            now = one.trust().isWorseThan(now.trust()) ? one : now;
        }
        show(now);
    }

    private void show(VenueChecked now) {
        told.set(Optional.of(now));
        if (!differences.equals(now.differences())) {
            differences.setAll(now.differences());
        }
        asked.get().filter(wish -> wish.shown().position() != now.position()).ifPresent(stale -> {
            asked.set(Optional.empty());
            lapsed.set(true);
        });
    }

    boolean canAsk() {
        return shown().isPresent();
    }

    private Optional<VenueChecked> shown() {
        return told.get()
                .filter(now ->
                        now.trust() == VenueTrust.DIFFERS && !now.differences().isEmpty());
    }

    void ask(String reason) {
        lapsed.set(false);
        asked.set(shown().filter(now -> !reason.isBlank()).map(now -> new Wish(now, reason.strip())));
    }

    void withdraw() {
        lapsed.set(false);
        asked.set(Optional.empty());
    }

    /** The command for what was asked about and nothing else; the question is over with it. */
    Optional<SettleDifferences> agreed() {
        Optional<Wish> wish = asked.get();
        withdraw();
        return wish.map(one -> new SettleDifferences(one.shown().position(), one.reason()));
    }
}
