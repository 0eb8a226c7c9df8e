package io.sextant.domain.command;

import io.sextant.domain.parent.AlgoTerms;

/** Lets an algorithm trade. The answer names the parent; cancelling that ends it. */
public record PlaceAlgo(AlgoTerms terms) implements Command {}
