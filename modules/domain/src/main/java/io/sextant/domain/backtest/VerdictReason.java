package io.sextant.domain.backtest;

/** All that can speak against a strategy. Some have the same code in programs and another sentence for a person. */
public enum VerdictReason {
    NOT_REPEATABLE("not-repeatable"),
    PEEKS("peeks"),
    NO_TRADES("no-trades"),
    SHARPE("sharpe"),
    DEFLATED_SHARPE("deflated-sharpe"),
    SUPERIOR_ABILITY("superior-ability"),
    SUPERIOR_ABILITY_OF_CHOICES("superior-ability"),
    TIMING("timing"),
    TIMING_BESIDE_HOLDING("timing"),
    LATER_HALF("walk-anchored"),
    WALK_ANCHORED("walk-anchored"),
    WALK_ROLLING("walk-rolling"),
    OVERFITTING("overfitting"),
    PURGED_PATHS("purged-paths"),
    PARAMETERS("parameters"),
    START("start"),
    FEW_TRADES("few-trades"),
    ONE_TRADE("one-trade"),
    LEDGER("ledger"),
    COSTS("costs"),
    COSTS_WHERE_NONE("costs"),
    IMPOSSIBLE_FILLS("impossible-fills"),
    STALE_FILLS("stale-fills"),
    WARM_UP("warm-up");

    private final String code;

    VerdictReason(String code) {
        this.code = code;
    }

    /** As programs read it. */
    public String code() {
        return code;
    }
}
