package io.sextant.domain.command;

import io.sextant.domain.order.OrderDraft;

/** Places an order for a hosted strategy: the same gate, its own limits as well, and what trades goes into its book. */
public record PlaceStrategyOrder(String strategy, OrderDraft draft) implements Command {}
