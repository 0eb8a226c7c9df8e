package io.sextant.domain.portfolio;

/** What weights shall be best at. */
public enum WeightMethod {
    MAX_SHARPE,
    MIN_VOLATILITY,
    MAX_DIVERSIFICATION,
    MIN_CVAR,
    RISK_PARITY,
    INVERSE_VOLATILITY,
    HRP,
    HERC,
    NCO,
    /** The most utility for what a person wants: horizon and appetite for risk. */
    GOALS
}
