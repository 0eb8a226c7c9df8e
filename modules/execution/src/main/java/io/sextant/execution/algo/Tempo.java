package io.sextant.execution.algo;

import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.ImpactTerms;
import java.util.Arrays;

/** How much of an algorithm should be traded by when. A slice is due from its beginning on. */
final class Tempo {

    private static final double NANOS = 1e9;
    private static final int BPS = 10_000;

    private final AlgoPlan plan;
    private final long lots;
    private final long durationNanos;
    private final long[] dueByEnd;

    Tempo(AlgoPlan plan, long lots) {
        this.plan = plan;
        this.lots = lots;
        switch (plan) {
            case AlgoPlan.Twap(long duration, int slices) -> {
                durationNanos = duration;
                dueByEnd = shares(slices, j -> (double) j / slices);
            }
            case AlgoPlan.Vwap vwap -> {
                durationNanos = vwap.durationNanos();
                double[] curve = vwap.volumeWeights().stream()
                        .mapToDouble(Integer::doubleValue)
                        .toArray();
                Arrays.parallelPrefix(curve, Double::sum);
                dueByEnd = shares(curve.length, j -> curve[j - 1] / curve[curve.length - 1]);
            }
            case AlgoPlan.Shortfall(long duration, int slices, ImpactTerms impact) -> {
                durationNanos = duration;
                double seconds = duration / NANOS / slices;
                double kappa = AlmgrenChriss.kappa(impact, seconds);
                dueByEnd = shares(slices, j -> AlmgrenChriss.tradedBy(j, slices, kappa, seconds));
            }
            case AlgoPlan.Pov(int shareBps, long duration) -> {
                durationNanos = duration;
                dueByEnd = new long[0];
            }
            case AlgoPlan.Chaser(long duration) -> {
                durationNanos = duration;
                dueByEnd = new long[0];
            }
            case AlgoPlan.Iceberg _ -> {
                durationNanos = Long.MAX_VALUE;
                dueByEnd = new long[0];
            }
            case AlgoPlan.Route _ -> throw new IllegalArgumentException("a route has no tempo");
        }
    }

    private interface Share {
        double until(int slice);
    }

    private long[] shares(int slices, Share share) {
        long[] due = new long[slices];
        for (int j = 1; j < slices; j++) {
            due[j - 1] = Math.clamp(Math.round(lots * share.until(j)), j == 1 ? 0 : due[j - 2], lots);
        }
        due[slices - 1] = lots;
        return due;
    }

    /** {@link Long#MAX_VALUE} for one without an end. */
    long durationNanos() {
        return durationNanos;
    }

    boolean isOver(long elapsedNanos) {
        return elapsedNanos >= durationNanos;
    }

    /** What should be filled or working after so long, and after the market traded so much. */
    long dueLots(long elapsedNanos, long marketLots) {
        if (isOver(elapsedNanos)) {
            return lots;
        }
        return switch (plan) {
            case AlgoPlan.Twap _, AlgoPlan.Vwap _, AlgoPlan.Shortfall _ ->
                dueByEnd[(int) Math.min(dueByEnd.length - 1, elapsedNanos / sliceNanos())];
            case AlgoPlan.Pov(int shareBps, long duration) ->
                Math.min(lots, (long) ((double) marketLots * shareBps / BPS));
            case AlgoPlan.Chaser _, AlgoPlan.Iceberg _, AlgoPlan.Route _ -> lots;
        };
    }

    /** How long a child may wait on its own side of the market before it crosses. */
    long patienceNanos() {
        return switch (plan) {
            case AlgoPlan.Twap _, AlgoPlan.Vwap _, AlgoPlan.Shortfall _ -> sliceNanos() / 2;
            case AlgoPlan.Pov _ -> 0;
            case AlgoPlan.Chaser _, AlgoPlan.Iceberg _, AlgoPlan.Route _ -> Long.MAX_VALUE;
        };
    }

    private long sliceNanos() {
        return Math.max(1, durationNanos / dueByEnd.length);
    }
}
