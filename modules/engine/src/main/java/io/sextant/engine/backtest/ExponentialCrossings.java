package io.sextant.engine.backtest;

import io.sextant.strategy.bar.EmaCross;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason;
import java.util.Arrays;

/**
 * Of exponential means, with the very steps by which the indicator makes them, so that every digit is the same: begun with a plain mean, then moved
 * by 2 / (length + 1) of the way. Each depends on the one before, so here no vectors are made; but both means go side by side.
 */
final class ExponentialCrossings extends CrossColumns {

    /** What the strategy calls equal. */
    private static final double EQUAL = 1e-12;

    private final double[] closes;
    private final int size;
    private final int fast;
    private final int slow;
    private final int warmUpBars;
    private int[] bars = new int[BLOCK];
    private double[] fastMeans = new double[BLOCK];
    private double[] slowMeans = new double[BLOCK];
    private int crossings;
    private int asked;

    ExponentialCrossings(TestedSeries series, EmaCross kind, Choice choice) {
        super(choice);
        closes = series.bars().close();
        size = series.size();
        fast = choice.whole("fast");
        slow = choice.whole("slow");
        warmUpBars = kind.needs(choice).warmUpBars();
    }

    @Override
    void forEach(Turns turns) {
        crossings = 0;
        asked = 0;
        int last = size - 2;
        if (last < warmUpBars) {
            return;
        }
        double fastMean = begun(fast);
        double slowMean = begun(slow);
        double fastWeight = 2.0 / (fast + 1);
        double slowWeight = 2.0 / (slow + 1);
        for (int i = fast; i < slow; i++) {
            fastMean += fastWeight * (closes[i] - fastMean);
        }
        int before = side(fastMean, slowMean);
        int[] found = new int[BLOCK + 1];
        for (int from = slow; from < last; from += BLOCK) {
            int to = Math.min(last, from + BLOCK);
            int count = 0;
            for (int i = from; i < to; i++) {
                double close = closes[i];
                fastMean += fastWeight * (close - fastMean);
                slowMean += slowWeight * (close - slowMean);
                int side = side(fastMean, slowMean);
                if (side * before < 0 && i >= warmUpBars - 1) {
                    found[count++] = side > 0 ? i : ~i;
                    keep(i, fastMean, slowMean);
                }
                before = side;
            }
            turns.at(found, count);
        }
    }

    private double begun(int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += closes[i];
        }
        return sum / length;
    }

    private static int side(double fastMean, double slowMean) {
        double distance = fastMean - slowMean;
        return Math.abs(distance) > EQUAL * Math.abs(slowMean) ? (distance > 0 ? 1 : -1) : 0;
    }

    private void keep(int bar, double fastMean, double slowMean) {
        if (crossings == bars.length) {
            bars = Arrays.copyOf(bars, 2 * crossings);
            fastMeans = Arrays.copyOf(fastMeans, 2 * crossings);
            slowMeans = Arrays.copyOf(slowMeans, 2 * crossings);
        }
        bars[crossings] = bar;
        fastMeans[crossings] = fastMean;
        slowMeans[crossings++] = slowMean;
    }

    @Override
    Reason reason(int bar) {
        int at = asked < crossings && bars[asked] <= bar ? asked : 0;
        while (bars[at] < bar) {
            at++;
        }
        asked = at;
        return reason(fastMeans[at], slowMeans[at]);
    }
}
