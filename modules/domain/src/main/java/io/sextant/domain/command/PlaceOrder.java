package io.sextant.domain.command;

import io.sextant.domain.order.OrderDraft;

/** Checks a draft and, when every rule agrees, sends it. */
public record PlaceOrder(OrderDraft draft) implements Command {}
