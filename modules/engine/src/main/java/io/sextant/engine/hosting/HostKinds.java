package io.sextant.engine.hosting;

import io.sextant.strategy.kind.StrategyKind;

/** Finds what a hosted strategy is made of. */
@FunctionalInterface
public interface HostKinds {

    /** Made anew at each call, as one that fails remembers it; refuses with a sentence by an {@link IllegalArgumentException}. */
    StrategyKind kind(String nameOrFile);
}
