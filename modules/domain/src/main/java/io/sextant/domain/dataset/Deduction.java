package io.sextant.domain.dataset;

/** Why the score is not full: how often, how many points it took, and the rule in a sentence. */
public record Deduction(FindingKind kind, long count, double points, String sentence) {}
