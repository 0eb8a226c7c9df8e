package io.sextant.strategy.kind;

import java.util.List;

/** A strategy as it is offered. The same run of it stands in a backtest, on paper and live, and cannot tell which. */
public interface StrategyKind {

    /** The name of a parameter that several strategies share: whether they go flat where they would go short. */
    String LONG_ONLY = "long-only";

    /** Lower case with hyphens, as the command line and the journal write it. */
    String name();

    /** In the order in which people are asked for them. */
    List<Parameter> parameters();

    /**
     * What a run with these values must be given, before it can say anything.
     *
     * @throws IllegalArgumentException with a sentence for a person, where values are each allowed and do not go together
     */
    Needs needs(Choice choice);

    /** A new run, which knows nothing of earlier ones; refuses what {@link #needs} refuses. */
    StrategyRun begin(Choice choice);
}
