package io.sextant.domain.source;

import java.time.LocalDate;

/**
 * What is stored of a macro series.
 *
 * @param periods how many periods it speaks of
 * @param observations how many figures were published for them, revisions included
 * @param lastKnownNanos when the newest of them became known (UTC)
 */
public record StoredMacro(
        String name, int periods, int observations, LocalDate firstPeriod, LocalDate lastPeriod, long lastKnownNanos) {}
