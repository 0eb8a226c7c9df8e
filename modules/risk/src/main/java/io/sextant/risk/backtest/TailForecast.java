package io.sextant.risk.backtest;

/** What was said before a period, as fractions of value, and what then came. A breach is a loss larger than the value at risk. */
public record TailForecast(double valueAtRisk, double expectedShortfall, double outcome) {

    public boolean isBreach() {
        return outcome < -valueAtRisk;
    }
}
