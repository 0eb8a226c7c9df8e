package io.sextant.exchange.port;

/** Best bid and offer after the update {@code sequence}; a side with zero lots is empty. */
public record BestPrices(long sequence, long bidTicks, long bidLots, long askTicks, long askLots) {}
