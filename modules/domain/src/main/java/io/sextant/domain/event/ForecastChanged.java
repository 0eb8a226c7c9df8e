package io.sextant.domain.event;

import io.sextant.domain.forecast.ForecastChange;

/** A model was trained, promoted, rolled back, or found to have drifted. */
public record ForecastChanged(long position, long timeNanos, ForecastChange change) implements Event {}
