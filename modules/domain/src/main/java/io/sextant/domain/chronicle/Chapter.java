package io.sextant.domain.chronicle;

import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderState;

/** One thing that happened to an order. {@code position} is the fact's place in the journal, the time is the market's (UTC). */
public sealed interface Chapter {

    long position();

    long timeNanos();

    /** Somebody, or a strategy's signal, wanted it; the draft carries the reason. */
    record Asked(long position, long timeNanos, OrderDraft draft) implements Chapter {}

    /** The gate checked the draft against every limit and let it pass; only then did it become an order. */
    record Passed(long position, long timeNanos) implements Chapter {}

    /** It moved from one state to another. */
    record Moved(long position, long timeNanos, OrderState from, Order order, String reason) implements Chapter {}

    /** Its terms changed, or a change of them was answered, while its state stayed the same. */
    record Amended(long position, long timeNanos, OrderDraft before, Order order, String reason) implements Chapter {}

    /** It traded, and the ledger booked it. */
    record Filled(long position, long timeNanos, Fill fill, Booking booking) implements Chapter {}
}
