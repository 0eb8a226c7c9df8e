package io.sextant.analytics.cost;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.List;

/** How a market's volume spreads over a stretch of the day, measured from the same times of past days (UTC). */
public final class VolumeCurve {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final double WHOLE = 10_000;

    private VolumeCurve() {}

    /**
     * Weights of equal slices of a stretch that begins at {@code startNanos}: the volume of the bars that opened at that time of day. Even
     * where nothing was measured; at least one where something else was, so that no slice is left out.
     */
    public static List<Integer> weights(BarSeries past, long startNanos, long durationNanos, int slices) {
        double[] volume = new double[slices];
        long sliceNanos = Math.max(1, durationNanos / slices);
        for (int i = 0; i < past.size(); i++) {
            long into = Math.floorMod(past.openTimeNanos()[i] - startNanos, DAY_NANOS);
            if (past.openTimeNanos()[i] < startNanos && into < sliceNanos * slices) {
                volume[(int) (into / sliceNanos)] += past.volume()[i];
            }
        }
        double total = Arrays.stream(volume).sum();
        return Arrays.stream(volume)
                .mapToObj(part -> total == 0 ? 1 : (int) Math.max(1, Math.round(part / total * WHOLE)))
                .toList();
    }
}
