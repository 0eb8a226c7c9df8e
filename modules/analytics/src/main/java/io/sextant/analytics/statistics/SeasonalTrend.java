package io.sextant.analytics.statistics;

import java.util.Arrays;

/**
 * A series as trend + season + remainder (STL: Cleveland, Cleveland, McRae and Terpenning, Journal of Official Statistics 6, 1990), without
 * its short cuts: every place is fitted. {@code robustness} is what the last round gave each value as weight, 1 when not robust.
 *
 * <p>The trend at a bar knows the bars after it: this describes a past, it is no feature.
 */
public record SeasonalTrend(double[] trend, double[] seasonal, double[] remainder, double[] robustness) {

    /**
     * @param period places in a season, 2 or more
     * @param seasonalWidth how many seasons a place of the season is smoothed over, odd and 7 or more as the authors say
     * @param trendWidth odd; {@link #usualTrendWidth} when nothing speaks against it
     * @param inner rounds of smoothing in each round of weighting
     * @param outer rounds of weighting down what does not fit; 0 is not robust
     */
    public record Settings(int period, int seasonalWidth, int trendWidth, int inner, int outer) {

        public Settings {
            if (period < 2) {
                throw new IllegalArgumentException("a season has at least 2 places, not " + period);
            }
            if (seasonalWidth < 3 || seasonalWidth % 2 == 0 || trendWidth < 3 || trendWidth % 2 == 0) {
                throw new IllegalArgumentException("the widths of smoothing are odd and at least 3");
            }
            if (inner < 1 || outer < 0) {
                throw new IllegalArgumentException("there is at least one inner round, and not less than no outer one");
            }
        }

        /** Two inner rounds and no weighting; for series with outliers one inner round and fifteen outer ones. */
        public static Settings usual(int period, boolean robust) {
            int seasonal = 7;
            return new Settings(period, seasonal, usualTrendWidth(period, seasonal), robust ? 1 : 2, robust ? 15 : 0);
        }
    }

    /** The least odd number of 1.5 period / (1 - 1.5 / seasonalWidth) or more. */
    public static int usualTrendWidth(int period, int seasonalWidth) {
        return odd((int) Math.ceil(1.5 * period / (1 - 1.5 / seasonalWidth)));
    }

    /** @throws IllegalArgumentException when there are less than two seasons */
    public static SeasonalTrend of(double[] values, Settings settings) {
        Series.check(values, 2 * settings.period(), "a decomposition into seasons of " + settings.period());
        return new Work(values, settings).run();
    }

    private static int odd(int number) {
        return number % 2 == 0 ? number + 1 : number;
    }

    private static final class Work {

        private final double[] values;
        private final Settings settings;
        private final int n;
        private final int period;
        private final double[] trend;
        private final double[] seasonal;
        private final double[] weights;
        private final double[] cycle;
        private final double[] first;
        private final double[] second;

        Work(double[] values, Settings settings) {
            this.values = values;
            this.settings = settings;
            n = values.length;
            period = settings.period();
            trend = new double[n];
            seasonal = new double[n];
            weights = Series.ones(n);
            cycle = new double[n + 2 * period];
            first = new double[n + 2 * period];
            second = new double[n + 2 * period];
        }

        SeasonalTrend run() {
            for (int round = 0; round <= settings.outer(); round++) {
                for (int i = 0; i < settings.inner(); i++) {
                    improve();
                }
                if (round < settings.outer()) {
                    weigh();
                }
            }
            double[] remainder = new double[n];
            Arrays.setAll(remainder, i -> values[i] - trend[i] - seasonal[i]);
            return new SeasonalTrend(trend, seasonal, remainder, weights);
        }

        private void improve() {
            for (int place = 0; place < period; place++) {
                smoothPlace(place);
            }
            int size = average(cycle, n + 2 * period, period, first);
            size = average(first, size, period, second);
            size = average(second, size, 3, first);
            double[] even = Series.ones(size);
            new Loess(odd(period), true).smooth(first, even, size, second, 0);
            double[] rest = new double[n];
            for (int i = 0; i < n; i++) {
                seasonal[i] = cycle[i + period] - second[i];
                rest[i] = values[i] - seasonal[i];
            }
            new Loess(settings.trendWidth(), true).smooth(rest, weights, n, trend, 0);
        }

        /** One place of the season over the years, carried one season beyond both ends. */
        private void smoothPlace(int place) {
            int count = (n - place - 1) / period + 1;
            double[] y = new double[count];
            double[] w = new double[count];
            for (int i = 0; i < count; i++) {
                int at = place + i * period;
                y[i] = values[at] - trend[at];
                w[i] = weights[at];
            }
            int width = settings.seasonalWidth();
            Loess loess = new Loess(width, true);
            double[] smooth = new double[count + 2];
            loess.smooth(y, w, count, smooth, 1);
            double before = loess.at(y, w, count, -1, 0, Math.min(width, count) - 1);
            double after = loess.at(y, w, count, count, Math.max(0, count - width), count - 1);
            smooth[0] = Double.isNaN(before) ? smooth[1] : before;
            smooth[count + 1] = Double.isNaN(after) ? smooth[count] : after;
            for (int i = 0; i < count + 2; i++) {
                cycle[place + i * period] = smooth[i];
            }
        }

        /** Moving averages of {@code length}; returns how many there are. */
        private static int average(double[] from, int size, int length, double[] to) {
            int count = size - length + 1;
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += from[i];
            }
            to[0] = sum / length;
            for (int i = 1; i < count; i++) {
                sum += from[i + length - 1] - from[i - 1];
                to[i] = sum / length;
            }
            return count;
        }

        /** Tukey's bisquare of what is left, against six times its median. */
        private void weigh() {
            double[] size = new double[n];
            Arrays.setAll(size, i -> Math.abs(values[i] - trend[i] - seasonal[i]));
            double[] sorted = size.clone();
            Arrays.sort(sorted);
            double reach = 3 * (sorted[n / 2] + sorted[(n - 1) / 2]);
            for (int i = 0; i < n; i++) {
                if (size[i] <= 0.001 * reach) {
                    weights[i] = 1;
                } else if (size[i] <= 0.999 * reach) {
                    double share = size[i] / reach;
                    weights[i] = (1 - share * share) * (1 - share * share);
                } else {
                    weights[i] = 0;
                }
            }
        }
    }
}
