package io.sextant.domain.event;

/** A simulated or replayed market runs at another pace, or stands still. */
public record MarketPaceChanged(long position, long timeNanos, double timesRealTime, boolean paused) implements Event {}
