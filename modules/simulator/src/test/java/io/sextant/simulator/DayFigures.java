package io.sextant.simulator;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Figures of one day by which two makers of days are compared. Ratios are taken as logarithms, so that a day that is twice as
 * wild counts as much as one that is half as wild.
 *
 * @param allowance what the bar-level process may be off in the long run: it is an approximation of trading, not a copy
 */
record DayFigures(String name, ToDoubleFunction<BarStatistics> of, double allowance) {

    static final List<DayFigures> ALL = List.of(
            new DayFigures("log volatility", day -> Math.log(day.volatility()), 0.05),
            new DayFigures("log tail ratio", day -> Math.log(day.tailRatio()), 0.10),
            new DayFigures("autocorrelation, lag 1", day -> day.autocorrelation(1), 0.02),
            new DayFigures("autocorrelation of sizes, lag 1", day -> day.sizeAutocorrelation(1), 0.05),
            new DayFigures("autocorrelation of sizes, lag 15", day -> day.sizeAutocorrelation(15), 0.05),
            new DayFigures("autocorrelation of sizes, lag 60", day -> day.sizeAutocorrelation(60), 0.05),
            new DayFigures("log range ratio", day -> Math.log(day.rangeRatio()), 0.10),
            new DayFigures("log volume", day -> Math.log(day.meanVolume()), 0.15),
            new DayFigures("correlation of volume and size", day -> day.volumeMoveCorrelation(), 0.10),
            new DayFigures("log volume noise", day -> Math.log(day.volumeNoise()), 0.25));

    /** Mean and standard deviation over days. */
    record Spread(double mean, double deviation) {

        static Spread of(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Spread(mean, Math.sqrt(squares / (values.length - 1)));
        }
    }

    Spread over(List<BarStatistics> days) {
        return Spread.of(days.stream().mapToDouble(of).toArray());
    }
}
