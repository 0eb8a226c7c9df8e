package io.sextant.domain.command;

/** Takes all working orders of a scope back. Passes always. */
public record CancelAllOrders(CancelScope scope) implements Command {}
