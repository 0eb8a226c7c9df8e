package io.sextant.domain.dataset;

/**
 * Something at a place in a dataset, from {@code timeNanos} to {@code endNanos}, where a chart can go.
 *
 * @param size how far off, in the unit that the sentence names
 */
public record Finding(FindingKind kind, long timeNanos, long endNanos, double size, String sentence) {}
