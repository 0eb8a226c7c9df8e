package io.sextant.domain.event;

/** Orders are stopped, or pass again. */
public record KillSwitchChanged(long position, long timeNanos, boolean engaged, String reason) implements Event {}
