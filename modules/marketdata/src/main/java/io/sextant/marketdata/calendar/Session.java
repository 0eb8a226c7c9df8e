package io.sextant.marketdata.calendar;

import java.time.LocalDate;

/** One stretch of trading, from {@code openNanos} until {@code closeNanos} (UTC), which belongs to a trading day. */
public record Session(LocalDate day, long openNanos, long closeNanos) {

    public Session {
        if (closeNanos <= openNanos) {
            throw new IllegalArgumentException("a session closes after it opens, not at " + closeNanos);
        }
    }
}
