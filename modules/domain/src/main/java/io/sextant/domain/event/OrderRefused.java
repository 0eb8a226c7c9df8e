package io.sextant.domain.event;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.Refusal;

/** The gate said no to a draft; nothing was sent. */
public record OrderRefused(long position, long timeNanos, OrderDraft draft, Refusal refusal) implements Event {}
