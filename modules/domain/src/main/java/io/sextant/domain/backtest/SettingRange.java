package io.sextant.domain.backtest;

/** Values of a setting that a search may try: from the first by a step up to the last. */
public record SettingRange(String setting, double from, double to, double step) {

    public SettingRange {
        if (!(from <= to) || !(step > 0) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException(
                    setting + " goes from a value up to another by a step above nought, not from " + from + " to " + to
                            + " by " + step);
        }
    }

    /** How many values there are. */
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor((to - from) / step + 1e-9) + 1);
    }

    /** As people write it: tenths come out as tenths. */
    public double value(int at) {
        return Math.rint((from + at * step) * 1e9) / 1e9;
    }
}
