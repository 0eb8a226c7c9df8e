package io.sextant.domain.dataset;

/** How much of a UTC day is there: bars, and how many the sessions of that day would have at most. */
public record CoverageDay(long dayNanos, int present, int expected) {}
