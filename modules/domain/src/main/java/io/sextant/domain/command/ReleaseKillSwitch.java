package io.sextant.domain.command;

/** Lets orders pass again, for the reason a person gives. */
public record ReleaseKillSwitch(String reason) implements Command {}
