package io.sextant.analytics.statistics;

/** What a statistic must pass for a claim that is wrong once in a hundred, twenty, ten times. */
public record CriticalValues(double onePercent, double fivePercent, double tenPercent) {}
