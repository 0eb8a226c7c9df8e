package io.sextant.remote.server;

import io.sextant.domain.event.Event;
import io.sextant.remote.wire.WireWriter;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Facts as text, made once for all who are told the same one at about the same time. A fact is known by itself, not by its position, so that
 * nobody is ever told another's; who is far behind makes his own.
 */
final class FactTexts {

    private static final int KEPT = 16_384;

    private record Text(Event event, String json) {}

    private final AtomicReferenceArray<Text> newest = new AtomicReferenceArray<>(KEPT);

    String of(Event event) {
        int place = Math.floorMod(event.position(), KEPT);
        Text known = newest.get(place);
        if (known != null && known.event() == event) {
            return known.json();
        }
        String json = WireWriter.write(event, Event.class);
        newest.set(place, new Text(event, json));
        return json;
    }
}
