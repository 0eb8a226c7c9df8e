package io.sextant.analytics.statistics;

/** The answer of a test whether a series wanders or returns; {@code observations} are those of its regression. */
public record UnitRoot(double statistic, double pValue, CriticalValues criticalValues, int lags, int observations) {}
