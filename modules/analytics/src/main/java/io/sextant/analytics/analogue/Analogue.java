package io.sextant.analytics.analogue;

/**
 * A past bar that was like the one asked about.
 *
 * @param distance root mean squared difference of the coordinates, in quartile distances
 * @param percentile share of all bars known then that were at least as near
 * @param followed logarithmic return over the horizon after it
 * @param lowest logarithm of the lowest price on the way over its close
 * @param highest and of the highest
 */
public record Analogue(int bar, double distance, double percentile, double followed, double lowest, double highest) {}
