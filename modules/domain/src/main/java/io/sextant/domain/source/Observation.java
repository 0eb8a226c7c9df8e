package io.sextant.domain.source;

import java.time.LocalDate;

/**
 * One published figure.
 *
 * @param period the first day of the month, quarter or day that it speaks of
 * @param knownNanos when it became known, UTC; nobody could act on it earlier
 */
public record Observation(LocalDate period, long knownNanos, double value) {

    public Observation {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a figure is a number, not " + value);
        }
    }
}
