package io.sextant.exchange.port;

/**
 * A book at one moment, after the update {@code sequence}. A side with {@code limit} levels may go on beyond them; a limit of
 * zero says that nothing was left out.
 */
public record BookSnapshot(long sequence, BookLevels bids, BookLevels asks, int limit) {}
