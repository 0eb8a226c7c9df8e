package io.sextant.ui.panel.chart.event;

import io.sextant.domain.forecast.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The stretches that are marked of the chart's instrument, the oldest first. */
final class EventsModel {

    private final ReadOnlyObjectWrapper<List<Stretch>> marks = new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyObjectProperty<List<Stretch>> marks() {
        return marks.getReadOnlyProperty();
    }

    void set(List<Stretch> next) {
        List<Stretch> sorted = new ArrayList<>(next);
        sorted.sort(Comparator.comparingLong(Stretch::fromNanos).thenComparingLong(Stretch::endNanos));
        marks.set(List.copyOf(sorted));
    }

    List<Stretch> with(Stretch more) {
        List<Stretch> next = new ArrayList<>(marks.get());
        next.add(more);
        return next;
    }

    List<Stretch> without(Stretch gone) {
        List<Stretch> next = new ArrayList<>(marks.get());
        next.remove(gone);
        return next;
    }
}
