package io.sextant.risk.measure;

/**
 * How far below its peak a value that began at 1 fell, as fractions of the peak below zero.
 *
 * @param peak after how many periods the deepest fall began, 0 before the first
 * @param trough after how many it was deepest
 * @param longest so many periods in a row were below an earlier peak
 * @param under for so many periods it has been below its peak now
 * @param ulcer the root of the mean squared drawdown of all periods (Martin 1987)
 */
public record Drawdown(double current, double deepest, int peak, int trough, int longest, int under, double ulcer) {

    public static Drawdown of(double[] returns) {
        double value = 1;
        double highest = 1;
        int highestAt = 0;
        double deepest = 0;
        int peak = 0;
        int trough = 0;
        int longest = 0;
        double squares = 0;
        double current = 0;
        for (int i = 0; i < returns.length; i++) {
            value = Math.max(0, value * (1 + returns[i]));
            if (value >= highest) {
                highest = value;
                highestAt = i + 1;
            }
            current = value / highest - 1;
            squares += current * current;
            longest = Math.max(longest, i + 1 - highestAt);
            if (current < deepest) {
                deepest = current;
                peak = highestAt;
                trough = i + 1;
            }
        }
        return new Drawdown(
                current,
                deepest,
                peak,
                trough,
                longest,
                returns.length - highestAt,
                returns.length == 0 ? 0 : Math.sqrt(squares / returns.length));
    }
}
