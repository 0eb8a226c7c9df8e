package io.sextant.domain.event;

/** A setting of the desk is now this. */
public record SettingChanged(long position, long timeNanos, String key, String value) implements Event {}
