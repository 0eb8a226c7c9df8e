package io.sextant.domain.command;

/** Stops all new orders at once and cancels what works. */
public record EngageKillSwitch(String reason) implements Command {}
