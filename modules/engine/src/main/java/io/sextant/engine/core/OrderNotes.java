package io.sextant.engine.core;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of the newest orders when the gate let them pass, for who writes their passports. It is no part of the core's state: who
 * comes too late finds nothing.
 */
public final class OrderNotes {

    private static final int KEPT = 1_024;

    private final PreviewDesk previews;

    private final Map<Long, Note> notes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Note> eldest) {
            return size() > KEPT;
        }
    };

    /** Of one order. */
    public record Note(List<ControlReading> controls, CostThen cost) {}

    OrderNotes(PreviewDesk previews) {
        this.previews = previews;
    }

    /** Right after the gate said yes and before anything was sent. */
    void take(long orderId, OrderDraft draft, List<ControlReading> controls) {
        notes.put(orderId, new Note(controls, previews.costOf(draft)));
    }

    public Optional<Note> find(OrderId order) {
        return Optional.ofNullable(notes.get(order.value()));
    }
}
