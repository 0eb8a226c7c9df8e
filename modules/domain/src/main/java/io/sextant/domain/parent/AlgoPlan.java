package io.sextant.domain.parent;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Quantity;
import java.util.List;

/** How an algorithm spreads what it trades. What was measured beforehand is part of the plan, so that a replay does the same. */
public sealed interface AlgoPlan {

    long SHORTEST_SLICE_NANOS = 1_000_000_000L;
    long LONGEST_NANOS = 7 * 86_400_000_000_000L;
    int MOST_SLICES = 1_440;

    ParentKind kind();

    /** Equal parts in equal times. */
    record Twap(long durationNanos, int slices) implements AlgoPlan {

        public Twap {
            requireSlices(durationNanos, slices);
        }

        @Override
        public ParentKind kind() {
            return ParentKind.TWAP;
        }
    }

    /** Parts in equal times, in proportion to the volume that such times had before. */
    record Vwap(long durationNanos, List<Integer> volumeWeights) implements AlgoPlan {

        public Vwap {
            volumeWeights = List.copyOf(volumeWeights);
            requireSlices(durationNanos, volumeWeights.size());
            if (volumeWeights.stream().anyMatch(weight -> weight < 0)
                    || volumeWeights.stream().allMatch(weight -> weight == 0)) {
                throw new IllegalArgumentException("weights of a volume curve are not negative, and not all zero");
            }
        }

        @Override
        public ParentKind kind() {
            return ParentKind.VWAP;
        }
    }

    /** A share of what the market trades from now on, for at most so long. */
    record Pov(int shareBps, long durationNanos) implements AlgoPlan {

        public Pov {
            if (shareBps < 1 || shareBps > 5_000) {
                throw new IllegalArgumentException("a share is 1 to 5,000 basis points, was " + shareBps);
            }
            requireDuration(durationNanos);
        }

        @Override
        public ParentKind kind() {
            return ParentKind.POV;
        }
    }

    /** The least expected cost for the risk that is left on the way (Almgren and Chriss). */
    record Shortfall(long durationNanos, int slices, ImpactTerms impact) implements AlgoPlan {

        public Shortfall {
            requireSlices(durationNanos, slices);
        }

        /** Whether slices are short enough to have a temporary impact at all: without one there is no best schedule. */
        public boolean hasSchedule() {
            double sliceSeconds = durationNanos / 1e9 / slices;
            return impact.temporaryImpact() > impact.permanentImpact() * sliceSeconds / 2;
        }

        @Override
        public ParentKind kind() {
            return ParentKind.SHORTFALL;
        }
    }

    /** One limit order that stays with the market, and leans across it as its time runs out. */
    record Chaser(long durationNanos) implements AlgoPlan {

        public Chaser {
            requireDuration(durationNanos);
        }

        @Override
        public ParentKind kind() {
            return ParentKind.CHASER;
        }
    }

    /** Only {@code display} of it can be seen, give or take a random part of up to {@code varianceBps}. */
    record Iceberg(Quantity display, int varianceBps) implements AlgoPlan {

        public Iceberg {
            if (display.isZero() || varianceBps < 0 || varianceBps > 5_000) {
                throw new IllegalArgumentException("an iceberg shows something, and varies it by at most half");
            }
        }

        @Override
        public ParentKind kind() {
            return ParentKind.ICEBERG;
        }
    }

    /**
     * Takes at once wherever it costs least with fees, at the instrument's own venue and at others of the desk; what is not filled is
     * routed again, for at most so long. {@code alsoAt} names the same pair at those other venues.
     */
    record Route(List<InstrumentId> alsoAt, long durationNanos) implements AlgoPlan {

        public static final int MOST_OTHERS = 9;

        public Route {
            alsoAt = List.copyOf(alsoAt);
            requireDuration(durationNanos);
            if (alsoAt.isEmpty()
                    || alsoAt.size() > MOST_OTHERS
                    || alsoAt.stream().distinct().count() < alsoAt.size()) {
                throw new IllegalArgumentException(
                        "a route goes over 1 to " + MOST_OTHERS + " other venues, each once, was " + alsoAt);
            }
        }

        @Override
        public ParentKind kind() {
            return ParentKind.ROUTE;
        }
    }

    private static void requireDuration(long durationNanos) {
        if (durationNanos < SHORTEST_SLICE_NANOS || durationNanos > LONGEST_NANOS) {
            throw new IllegalArgumentException("an algorithm takes a second to a week, was " + durationNanos + " ns");
        }
    }

    private static void requireSlices(long durationNanos, int slices) {
        requireDuration(durationNanos);
        if (slices < 1 || slices > MOST_SLICES || durationNanos / slices < SHORTEST_SLICE_NANOS) {
            throw new IllegalArgumentException(
                    "there are 1 to " + MOST_SLICES + " slices of at least a second, was " + slices);
        }
    }
}
