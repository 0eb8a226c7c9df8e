package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertPlan;
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

/** Alerts, channels and firings as the desk's settings tell them, and what was removed last. */
final class AlertsModel {

    /** What is looked at. */
    enum Part {
        ALERTS,
        CHANNELS,
        HISTORY
    }

    private final Map<String, String> settings = new HashMap<>();
    private final LiveRows<String, AlertBook.Entry> alerts =
            new LiveRows<>(entry -> entry.plan().name());
    private final LiveRows<String, AlertChannel> channels = new LiveRows<>(AlertChannel::name);
    private final LiveRows<Long, AlertBook.Told> told =
            new LiveRows<>(one -> one.firing().number());
    private final ReadOnlyObjectWrapper<AlertBook> book = new ReadOnlyObjectWrapper<>(AlertBook.of(Map.of()));
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ALERTS);
    private final ObjectProperty<Optional<AlertPlan>> removed = new SimpleObjectProperty<>(Optional.empty());

    ObservableList<LiveRow<AlertBook.Entry>> alerts() {
        return alerts.list();
    }

    ObservableList<LiveRow<AlertChannel>> channels() {
        return channels.list();
    }

    ObservableList<LiveRow<AlertBook.Told>> told() {
        return told.list();
    }

    ReadOnlyObjectProperty<AlertBook> book() {
        return book.getReadOnlyProperty();
    }

    ObjectProperty<Part> part() {
        return part;
    }

    /** The alert that was removed last, to be put back. */
    ObjectProperty<Optional<AlertPlan>> removed() {
        return removed;
    }

    void loaded(Map<String, String> all) {
        settings.clear();
        all.forEach((key, value) -> {
            if (key.startsWith(AlertPlan.SETTINGS)) {
                settings.put(key, value);
            }
        });
        show();
    }

    void changed(String key, String value) {
        if (key.startsWith(AlertPlan.SETTINGS) && !value.equals(settings.put(key, value))) {
            show();
        }
    }

    private void show() {
        AlertBook now = AlertBook.of(settings);
        alerts.show(now.alerts());
        channels.show(now.channels());
        told.show(now.told());
        book.set(now);
    }
}
