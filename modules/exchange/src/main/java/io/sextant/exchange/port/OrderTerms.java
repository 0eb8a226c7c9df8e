package io.sextant.exchange.port;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;

/** An order as a venue is asked for it; every order has a limit. */
public record OrderTerms(Side side, BookEntry entry, long lots, long limitTicks) {}
