package io.sextant.engine.backtest;

import io.sextant.strategy.bar.SmaCross;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import org.jspecify.annotations.Nullable;

/**
 * Where two means of closes cross, straight from the columns. With closes in ticks and their running sums the distance of the means times both of
 * their lengths is a whole number, so equal means are exactly equal, and one that is not is further off than the strategy's own idea of equal.
 */
final class CrossColumns {

    /** Below this, a distance of one is more than a hundred times 1e-12 of the means, which the strategy calls equal. */
    private static final double MOST = 1e10;

    private static final int BLOCK = 1_024;

    private final double[] sums;
    private final int fast;
    private final int slow;
    private final double shareBelow;
    private final TestedSeries series;
    private final double[] distance = new double[BLOCK + 1];

    /** Hears each crossing, in order. */
    interface Turn {

        void at(int bar, double share);
    }

    private CrossColumns(TestedSeries series, int fast, int slow, double shareBelow) {
        this.series = series;
        sums = series.closeSums();
        this.fast = fast;
        this.slow = slow;
        this.shareBelow = shareBelow;
    }

    /** Null where the strategy has to be asked bar by bar. */
    static @Nullable CrossColumns find(TestedSeries series, StrategyKind kind, Choice choice) {
        if (!(kind instanceof SmaCross) || series.closeSums().length == 0) {
            return null;
        }
        int fast = choice.whole("fast");
        int slow = choice.whole("slow");
        return series.highestClose() * fast * slow >= MOST
                ? null
                : new CrossColumns(series, fast, slow, choice.yes(StrategyKind.LONG_ONLY) ? 0 : -1);
    }

    /** Every crossing whose wish is carried out before the last bar. */
    void forEach(Turn turn) {
        int last = series.size() - 2;
        double before = 0;
        for (int from = slow - 1; from < last; from += BLOCK) {
            int count = Math.min(BLOCK, last - from);
            fill(from, count);
            for (int k = 0; k < count; k++) {
                double now = distance[k];
                if (now * before < 0) {
                    turn.at(from + k, now > 0 ? 1 : shareBelow);
                }
                before = now;
            }
        }
    }

    private void fill(int from, int count) {
        double[] to = distance;
        double[] sum = sums;
        double timesFast = slow;
        double timesSlow = fast;
        int beforeFast = from + 1 - fast;
        int beforeSlow = from + 1 - slow;
        for (int k = 0; k < count; k++) {
            double newest = sum[from + 1 + k];
            to[k] = (newest - sum[beforeFast + k]) * timesFast - (newest - sum[beforeSlow + k]) * timesSlow;
        }
    }

    /** As the strategy says it at a crossing. */
    Reason reason(int bar) {
        double fastMean = mean(bar, fast);
        double slowMean = mean(bar, slow);
        return Reason.of(
                fastMean > slowMean ? "crossed-up" : "crossed-down",
                new Reason.Figure("fast-mean", fastMean),
                new Reason.Figure("slow-mean", slowMean));
    }

    private double mean(int bar, int count) {
        return (sums[bar + 1] - sums[bar + 1 - count]) / count * series.grid().price(1);
    }
}
