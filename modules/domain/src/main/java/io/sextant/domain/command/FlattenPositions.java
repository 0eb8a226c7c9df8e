package io.sextant.domain.command;

/** Cancels what works, waits for the confirmations, and closes what is held then. Done by parents that say how far they are. */
public record FlattenPositions(CancelScope scope) implements Command {}
