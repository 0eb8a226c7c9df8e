package io.sextant.domain.order;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;
import java.util.Optional;

/** The limits of the desk. An instrument without an entry cannot be traded: the gate fails closed. */
public record RiskLimits(List<InstrumentLimits> byInstrument) {

    public static final RiskLimits NONE = new RiskLimits(List.of());

    public RiskLimits {
        byInstrument = List.copyOf(byInstrument);
        long distinct = byInstrument.stream()
                .map(InstrumentLimits::instrument)
                .distinct()
                .count();
        if (distinct != byInstrument.size()) {
            throw new IllegalArgumentException("an instrument has two sets of limits");
        }
    }

    public Optional<InstrumentLimits> findLimits(InstrumentId instrument) {
        return byInstrument.stream()
                .filter(limits -> limits.instrument().equals(instrument))
                .findFirst();
    }
}
