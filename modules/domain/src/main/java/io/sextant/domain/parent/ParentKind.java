package io.sextant.domain.parent;

/** How a parent works. */
public enum ParentKind {
    BRACKET,
    FLATTEN,
    TWAP,
    VWAP,
    POV,
    SHORTFALL,
    CHASER,
    ICEBERG,
    ROUTE;

    /** Whether it can be paused and hurried. */
    public boolean isAlgorithm() {
        return switch (this) {
            case BRACKET, FLATTEN -> false;
            case TWAP, VWAP, POV, SHORTFALL, CHASER, ICEBERG, ROUTE -> true;
        };
    }
}
