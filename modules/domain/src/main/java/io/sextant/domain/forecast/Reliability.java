package io.sextant.domain.forecast;

/** How often outcomes fell below a level of the forecast distribution; the same number where the distribution is honest. */
public record Reliability(double level, double measured) {}
