package io.sextant.domain.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instruments of a session in a fixed order. The position in that order is the instrument's index, by which hot loops,
 * journals and books know it.
 */
public final class InstrumentCatalog {

    private final List<Instrument> instruments;
    private final Instrument[] byIndex;
    private final Map<InstrumentId, Integer> indexById = new HashMap<>();

    public InstrumentCatalog(List<? extends Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
        byIndex = this.instruments.toArray(Instrument[]::new);
        for (int i = 0; i < this.instruments.size(); i++) {
            InstrumentId id = this.instruments.get(i).id();
            if (indexById.put(id, i) != null) {
                throw new IllegalArgumentException("instrument " + id + " is listed twice");
            }
        }
    }

    public List<Instrument> all() {
        return instruments;
    }

    public int size() {
        return byIndex.length;
    }

    public Instrument get(int index) {
        return byIndex[index];
    }

    public Optional<Instrument> findInstrument(InstrumentId id) {
        return Optional.ofNullable(indexById.get(id)).map(instruments::get);
    }

    public Instrument getInstrument(InstrumentId id) {
        return instruments.get(indexOf(id));
    }

    public boolean contains(InstrumentId id) {
        return indexById.containsKey(id);
    }

    public int indexOf(InstrumentId id) {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new IllegalArgumentException("unknown instrument " + id);
        }
        return index;
    }

    /** The same pair at the other venues of a desk over several: what an order for it could be routed to. */
    public List<InstrumentId> elsewhere(InstrumentId id) {
        return getInstrument(id) instanceof SpotPair pair
                ? instruments.stream()
                        .filter(other -> !other.id().equals(id)
                                && other instanceof SpotPair same
                                && same.base().equals(pair.base())
                                && same.quote().equals(pair.quote()))
                        .map(Instrument::id)
                        .toList()
                : List.of();
    }

    /** Whether anything here can be had at more than one venue. */
    public boolean hasRoutes() {
        return instruments.stream().anyMatch(one -> !elsewhere(one.id()).isEmpty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstrumentCatalog that && instruments.equals(that.instruments);
    }

    @Override
    public int hashCode() {
        return instruments.hashCode();
    }

    @Override
    public String toString() {
        return instruments.stream().map(Instrument::id).toList().toString();
    }
}
