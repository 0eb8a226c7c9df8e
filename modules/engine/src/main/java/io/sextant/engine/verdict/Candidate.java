package io.sextant.engine.verdict;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import java.util.List;

/**
 * A strategy as it is examined: something that can be run over any bars, with any values of its parameters, as often as wanted. It is
 * handed the bars of each run and makes everything it needs from them; what it kept from elsewhere nobody can take from it, so nobody can
 * tell either whether that was the future.
 */
public interface Candidate {

    String name();

    /** What it can be set by. */
    List<Parameter> parameters();

    /** How many bars of each instrument must end before its first signal can be trusted; refuses values that do not go together. */
    int warmUpBars(Choice choice);

    /** With what each run begins. */
    double cash();

    /** Makes ready what is the same for all choices. */
    Runner on(TestedBars bars, Costs costs);

    /** Runs it over the same bars with one choice after another; the same for the same choice, from any thread. */
    @FunctionalInterface
    interface Runner {

        Passage run(Choice choice);
    }

    /** The same strategy, which counts prices and units over any bars as finely as it does over these. */
    default Candidate countingAsOn(TestedBars bars) {
        return this;
    }

    default Passage run(TestedBars bars, Choice choice, Costs costs) {
        return on(bars, costs).run(choice);
    }

    /**
     * What trading costs in a run, beside what it is known to cost.
     *
     * @param times so many times what it costs
     * @param moreShare and so much of the notional of each side more
     */
    record Costs(double times, double moreShare) {

        public static final Costs AS_THEY_ARE = new Costs(1, 0);
    }
}
