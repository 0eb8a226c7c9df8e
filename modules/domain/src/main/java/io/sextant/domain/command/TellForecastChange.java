package io.sextant.domain.command;

import io.sextant.domain.forecast.ForecastChange;

/** Tells the desk that something became different about its forecasts. Nothing trades on it; it is told, like a headline. */
public record TellForecastChange(ForecastChange change) implements Command {}
