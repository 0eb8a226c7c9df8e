package io.sextant.domain.backtest;

import java.util.List;

/**
 * A strategy as it is offered.
 *
 * @param name as the command line and the journal write it
 * @param warmUpBars with the usual values, before its first wish can be trusted
 */
public record StrategyCard(
        String name,
        int fewestInstruments,
        int mostInstruments,
        int warmUpBars,
        boolean needsForecast,
        boolean needsRegime,
        List<Setting> settings) {

    /** What a setting counts. */
    public enum Unit {
        BARS,
        COUNT,
        SHARE,
        NUMBER,
        /** 1 is yes and 0 is no. */
        YES_OR_NO
    }

    /**
     * A number that it can be set by.
     *
     * @param step between values that a search tries
     */
    public record Setting(String name, Unit unit, double lowest, double highest, double usual, double step) {

        public boolean isWhole() {
            return unit == Unit.BARS || unit == Unit.COUNT || unit == Unit.YES_OR_NO;
        }

        /** Whether it can be this. */
        public boolean allows(double value) {
            return value >= lowest && value <= highest && (!isWhole() || value == Math.rint(value));
        }
    }

    public StrategyCard {
        settings = List.copyOf(settings);
    }
}
