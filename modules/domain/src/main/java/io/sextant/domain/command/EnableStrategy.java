package io.sextant.domain.command;

/** A person lets a strategy execute again that repeated itself too often. */
public record EnableStrategy(String strategy, String reason) implements Command {}
