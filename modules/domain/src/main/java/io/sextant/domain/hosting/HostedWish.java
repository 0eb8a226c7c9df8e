package io.sextant.domain.hosting;

import io.sextant.domain.instrument.InstrumentId;

/**
 * What a strategy wants to hold, and why.
 *
 * @param share of its equity, below zero where it wants to be short
 * @param isStrong how sure it is
 * @param untilNanos when the wish lapses, {@link Long#MAX_VALUE} if never
 * @param reasonCode what happened, as "crossed-up"
 * @param reason the code with the figures it was seen in
 * @param barEndNanos the end of the bar that decided
 */
public record HostedWish(
        InstrumentId instrument,
        double share,
        boolean isStrong,
        long untilNanos,
        String reasonCode,
        String reason,
        long barEndNanos) {}
