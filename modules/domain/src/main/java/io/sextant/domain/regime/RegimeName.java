package io.sextant.domain.regime;

/** What a state of the market is called, by what its bars measurably were. */
public enum RegimeName {
    TREND_UP,
    TREND_DOWN,
    RANGE,
    TURBULENT,
    CRASH;

    /** Whether people want to be warned of it. */
    public boolean isDanger() {
        return this == TURBULENT || this == CRASH;
    }

    public RegimeProfile profile() {
        return switch (this) {
            case TREND_UP, TREND_DOWN -> RegimeProfile.TREND;
            case RANGE -> RegimeProfile.RANGE;
            case TURBULENT, CRASH -> RegimeProfile.DEFENSIVE;
        };
    }
}
