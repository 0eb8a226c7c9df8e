package io.sextant.exchange.port;

import io.sextant.domain.market.Side;

/** A trade as a venue tells it. Ids of a venue's instrument count up by one. */
public record PublicTrade(long id, long timeNanos, long priceTicks, long lots, Side aggressor) {}
