package io.sextant.voice.command;

import io.sextant.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sentence named, by the name of its place in the form. */
final class Slots {

    static final Slots NONE = new Slots(Map.of());

    private final Map<String, Object> values;

    private Slots(Map<String, Object> values) {
        this.values = values;
    }

    Slots with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Slots(more);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    BigDecimal number(String name) {
        return (BigDecimal) get(name);
    }

    /** A word that the form itself wrote. */
    String mark(String name) {
        return (String) get(name);
    }

    Optional<InstrumentId> findInstrument() {
        return Optional.ofNullable((InstrumentId) values.get("instrument"));
    }

    InstrumentId instrument() {
        return (InstrumentId) get("instrument");
    }

    /** The instrument that was spoken of last, where the sentence says "it" or names none. */
    Slots withLast(@Nullable InstrumentId last) {
        return last == null || has("instrument") || has("all") ? this : with("instrument", last);
    }

    private Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the form has no " + name);
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slots that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
