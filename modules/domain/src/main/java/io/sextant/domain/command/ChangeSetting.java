package io.sextant.domain.command;

/** Remembers one setting of the desk. */
public record ChangeSetting(String key, String value) implements Command {}
