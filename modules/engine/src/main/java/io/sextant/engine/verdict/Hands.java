package io.sextant.engine.verdict;

import io.sextant.domain.fleet.Fleet;
import io.sextant.engine.backtest.Hearing;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.strategy.kind.Choice;
import java.util.List;

/** Who makes the runs of an examination; no figure depends on it. */
@FunctionalInterface
public interface Hands {

    /** Threads of this process. */
    Hands HERE = (candidate, bars, choices, terms) -> new Crew(terms.threads(), terms.cancelled(), terms.ran());

    Crew crew(Candidate candidate, TestedBars bars, List<Choice> choices, ExaminationTerms terms);

    /** Machines elsewhere. They are sent bars and nothing else, so who hears of more than bars is examined here. */
    static Hands on(Fleet fleet, StrategyParcel strategy) {
        return (candidate, bars, choices, terms) -> {
            if (!(candidate instanceof StrategyOnBars onBars) || onBars.hearing() != Hearing.NOTHING) {
                throw new IllegalArgumentException(
                        "what acts on forecasts or regimes is examined on this machine, without --cluster");
            }
            return new Crew(
                    fleet,
                    VerdictWork.of(strategy, onBars, bars, choices, terms.seed()),
                    terms.cancelled(),
                    terms.ran());
        };
    }
}
