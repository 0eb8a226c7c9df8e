package io.sextant.domain.command;

import io.sextant.domain.parent.BracketTerms;

/** Opens a position with its exits, or puts exits to one that is there. The answer names the bracket. */
public record PlaceBracket(BracketTerms terms) implements Command {}
