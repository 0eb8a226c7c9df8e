package io.sextant.engine.verdict;

/**
 * Something that speaks against a strategy.
 *
 * @param code the same in every language
 * @param clause goes after "because"
 */
public record Finding(Weight weight, String code, String clause) {

    /** What it makes of the strategy, the worst first. */
    public enum Weight {
        NOT_REPEATABLE,
        LOOKS_AHEAD,
        LUCK,
        FRAGILE
    }
}
