package io.sextant.domain.regime;

/** How a desk behaves in a kind of market. */
public enum RegimeProfile {
    TREND,
    RANGE,
    DEFENSIVE
}
