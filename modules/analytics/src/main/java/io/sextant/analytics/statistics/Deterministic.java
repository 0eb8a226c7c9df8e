package io.sextant.analytics.statistics;

/** What a regression has besides its variables; TREND brings the constant with it. */
public enum Deterministic {
    NONE(0),
    CONSTANT(1),
    TREND(2);

    private final int columns;

    Deterministic(int columns) {
        this.columns = columns;
    }

    /** How many columns of the regression it is. */
    public int columns() {
        return columns;
    }
}
