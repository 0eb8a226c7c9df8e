package io.sextant.forecasting;

/**
 * One value of a series and what was known beside it. {@code features} is as long as the names of its series, NaN where one is not
 * warm; all of it was known at {@code timeNanos}.
 */
public record Observation(long timeNanos, double value, double[] features) {}
