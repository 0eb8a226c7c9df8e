package io.sextant.engine.verdict;

import io.sextant.domain.backtest.VerdictReason;
import io.sextant.domain.backtest.VerdictReport.Figure;
import java.util.List;

/**
 * Something that speaks against a strategy.
 *
 * @param clause in English; goes after "because"
 * @param figures that it names, in their order
 */
public record Finding(Weight weight, VerdictReason reason, String clause, List<Figure> figures) {

    /** What it makes of the strategy, the worst first. */
    public enum Weight {
        NOT_REPEATABLE,
        LOOKS_AHEAD,
        LUCK,
        FRAGILE
    }

    public Finding {
        figures = List.copyOf(figures);
    }

    /** The same in every language. */
    public String code() {
        return reason.code();
    }
}
