package io.sextant.domain.command;

import io.sextant.domain.hosting.HostingTerms;

/** Agrees with a strategy that the desk is to run; of one that is known and does not run, replaces what was agreed. It does not start it. */
public record HostStrategy(HostingTerms terms) implements Command {}
