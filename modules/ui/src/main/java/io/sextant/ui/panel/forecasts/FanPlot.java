package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import java.util.Arrays;
import java.util.List;

/**
 * Where closes and fan lie: places count the bars, so that a night takes no room, and prices go up.
 *
 * @param endsNanos of the closes; the last is where the fan begins
 * @param top of the plot in pixels
 */
record FanPlot(
        long[] endsNanos,
        double[] closes,
        ForecastFan fan,
        List<Other> others,
        double low,
        double high,
        double width,
        double top,
        double bottom) {

    private static final int CLOSES_SHOWN = 60;
    private static final double ROOM = 0.06;

    /** Another model's fan, of which the middle is drawn. */
    record Other(String model, ForecastFan fan) {}

    /** The closes up to the one that the fan stands on; it has that one itself, so there is always a line to begin with. */
    static FanPlot of(BarSeries bars, Timeframe timeframe, ForecastFan fan, List<Other> others, double height) {
        int last = 0;
        while (last < bars.size() && timeframe.nextStart(bars.openTimeNanos()[last]) < fan.originNanos()) {
            last++;
        }
        int first = Math.max(0, last - CLOSES_SHOWN + 1);
        int count = last - first;
        long[] ends = new long[count + 1];
        double[] closes = new double[count + 1];
        for (int i = 0; i < count; i++) {
            ends[i] = timeframe.nextStart(bars.openTimeNanos()[first + i]);
            closes[i] = bars.close()[first + i];
        }
        ends[count] = fan.originNanos();
        closes[count] = fan.origin();
        double low = Arrays.stream(closes).min().orElseThrow();
        double high = Arrays.stream(closes).max().orElseThrow();
        for (int step = 1; step <= fan.steps(); step++) {
            low = Math.min(low, fan.lower(step, 0));
            high = Math.max(high, fan.upper(step, 0));
        }
        for (Other other : others) {
            for (double middle : middles(other.fan())) {
                low = Math.min(low, middle);
                high = Math.max(high, middle);
            }
        }
        double room = high > low ? ROOM * (high - low) : Math.max(1e-9, Math.abs(high) * 1e-4);
        return new FanPlot(ends, closes, fan, others, low - room, high + room, 1, 0, height);
    }

    FanPlot within(double plotWidth, double plotTop, double plotBottom) {
        return new FanPlot(endsNanos, closes, fan, others, low, high, Math.max(1, plotWidth), plotTop, plotBottom);
    }

    /** From the origin on. */
    static double[] middles(ForecastFan fan) {
        double[] values = new double[fan.steps() + 1];
        values[0] = fan.origin();
        for (int step = 1; step <= fan.steps(); step++) {
            values[step] = fan.middle(step);
        }
        return values;
    }

    int places() {
        return closes.length + fan.steps();
    }

    double step() {
        return width / places();
    }

    double x(int place) {
        return (place + 0.5) * step();
    }

    double y(double value) {
        return top + (high - value) / (high - low) * (bottom - top);
    }

    /** The place at so many pixels from the left. */
    int place(double x) {
        return Math.clamp((long) Math.floor(x / step()), 0, places() - 1);
    }

    long timeNanos(int place) {
        return place < closes.length ? endsNanos[place] : fan.timesNanos()[place - closes.length];
    }
}
