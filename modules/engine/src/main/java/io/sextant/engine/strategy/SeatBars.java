package io.sextant.engine.strategy;

import io.sextant.analytics.feature.FeatureStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bar of one instrument that forms, the newest that ended, and as much of the past as a strategy asked for. */
final class SeatBars {

    static final long NOT_FORMING = Long.MAX_VALUE;

    private final Grid grid;
    private final double[] closes;
    private final @Nullable FeatureStream stream;
    final double[] features;

    long endNanos = NOT_FORMING;
    private long startNanos;
    private long openTicks;
    private long highTicks;
    private long lowTicks;
    private long closeTicks;
    private long lots;

    int count;
    long openTimeNanos;
    double open = Double.NaN;
    double high = Double.NaN;
    double low = Double.NaN;
    double close = Double.NaN;
    double volume = Double.NaN;

    SeatBars(Grid grid, int pastBars, List<String> featureNames) {
        this.grid = grid;
        closes = new double[Math.max(1, pastBars) + 1];
        features = new double[featureNames.size()];
        Arrays.fill(features, Double.NaN);
        stream = featureNames.isEmpty() ? null : new FeatureStream(Features.of(featureNames));
    }

    boolean isForming() {
        return endNanos != NOT_FORMING;
    }

    void begin(long start, long end, long ticks) {
        startNanos = start;
        endNanos = end;
        openTicks = ticks;
        highTicks = ticks;
        lowTicks = ticks;
        lots = 0;
    }

    void trade(long ticks, long tradedLots) {
        highTicks = Math.max(highTicks, ticks);
        lowTicks = Math.min(lowTicks, ticks);
        closeTicks = ticks;
        lots += tradedLots;
    }

    /** Makes the bar that forms the newest that ended. */
    void end() {
        openTimeNanos = startNanos;
        open = grid.price(openTicks);
        high = grid.price(highTicks);
        low = grid.price(lowTicks);
        close = grid.price(closeTicks);
        volume = grid.units(lots);
        closes[count % closes.length] = close;
        count++;
        endNanos = NOT_FORMING;
        if (stream != null) {
            stream.input().bar(openTimeNanos, open, high, low, close, volume);
            stream.next(features);
        }
    }

    double close(int barsAgo) {
        return barsAgo < 0 || barsAgo >= Math.min(count, closes.length)
                ? Double.NaN
                : closes[(count - 1 - barsAgo) % closes.length];
    }
}
