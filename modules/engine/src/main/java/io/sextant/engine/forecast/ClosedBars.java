package io.sextant.engine.forecast;

import io.sextant.domain.market.BarSeries;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Closes of bars that are over, as models read them: logarithms, or as they are where a price is not above zero.
 *
 * @param closes in the unit of the price
 * @param endsNanos when each bar ends
 */
record ClosedBars(long[] endsNanos, double[] closes, Scale scale) {

    /**
     * @param forming whether the last bar still moves, and is left out
     * @param lengthNanos of a bar
     */
    static ClosedBars of(BarSeries bars, boolean forming, long lengthNanos) {
        int size = Math.max(0, bars.size() - (forming ? 1 : 0));
        long[] ends = new long[size];
        double[] closes = new double[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double close = bars.close()[i];
            if (Double.isFinite(close)) {
                ends[kept] = bars.openTimeNanos()[i] + lengthNanos;
                closes[kept++] = close;
            }
        }
        double[] finite = Arrays.copyOf(closes, kept);
        boolean positive = Arrays.stream(finite).allMatch(close -> close > 0);
        return new ClosedBars(Arrays.copyOf(ends, kept), finite, positive ? Scale.LOGARITHM : Scale.AS_GIVEN);
    }

    int size() {
        return closes.length;
    }

    long lastEndNanos() {
        return endsNanos[endsNanos.length - 1];
    }

    int endedAfter(long nanos) {
        int count = 0;
        for (int i = endsNanos.length - 1; i >= 0 && endsNanos[i] > nanos; i--) {
            count++;
        }
        return count;
    }

    Observations observations() {
        return observations(scale).orElseThrow();
    }

    /** On the scale of a model that learned from other bars; empty where a price has no place on it. */
    Optional<Observations> observations(Scale wanted) {
        if (wanted == Scale.LOGARITHM && scale != Scale.LOGARITHM) {
            return Optional.empty();
        }
        double[] values = Arrays.stream(closes).map(wanted::toModel).toArray();
        return Optional.of(Observations.of(endsNanos, values, List.of(), new double[0][]));
    }
}
