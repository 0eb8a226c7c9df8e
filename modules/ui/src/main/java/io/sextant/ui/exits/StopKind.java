package io.sextant.ui.exits;

/** Which stop a bracket has. */
public enum StopKind {
    NONE,
    FIXED,
    TRAILING,
    ATR,
    CHANDELIER;

    /** A trailing stop is moved by the market alone. */
    boolean canBreakEven() {
        return switch (this) {
            case NONE, TRAILING -> false;
            case FIXED, ATR, CHANDELIER -> true;
        };
    }

    boolean isMeasuredInRanges() {
        return switch (this) {
            case NONE, FIXED, TRAILING -> false;
            case ATR, CHANDELIER -> true;
        };
    }
}
