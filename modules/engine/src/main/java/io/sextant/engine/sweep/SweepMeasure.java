package io.sextant.engine.sweep;

import io.sextant.engine.backtest.BacktestOutcome;

/** By what sets are compared; what cannot be computed, as the ratio of a set that never trades, is nought. */
public enum SweepMeasure {
    SHARPE("sharpe"),
    RETURN("return"),
    CALMAR("calmar");

    private final String label;

    SweepMeasure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static SweepMeasure labelled(String label) {
        for (SweepMeasure each : values()) {
            if (each.label.equals(label)) {
                return each;
            }
        }
        throw new IllegalArgumentException("sets are compared by sharpe, return or calmar, not " + label);
    }

    public double of(BacktestOutcome outcome) {
        double value = switch (this) {
            case SHARPE -> outcome.sharpe();
            case RETURN -> outcome.returnShare();
            case CALMAR -> outcome.calmar();
        };
        return Double.isFinite(value) ? value : 0;
    }
}
