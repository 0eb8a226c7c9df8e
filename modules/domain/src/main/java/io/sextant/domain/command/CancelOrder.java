package io.sextant.domain.command;

import io.sextant.domain.order.OrderId;

/** Takes one working order back. Passes always, kill switch or not. */
public record CancelOrder(OrderId order) implements Command {}
