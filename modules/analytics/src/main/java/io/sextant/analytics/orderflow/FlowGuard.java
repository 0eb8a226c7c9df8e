package io.sextant.analytics.orderflow;

import io.sextant.domain.market.FlowAnomaly.Kind;
import java.util.Arrays;

/**
 * Watches one instrument's levels and trades and tells what is unusual, each kind at most once in {@link Settings#quietNanos} for a side. It
 * knows nothing but what it was fed, allocates nothing, and the same reports give the same anomalies.
 */
public final class FlowGuard {

    /** Hears of an anomaly; {@code score} is in the kind's own measure. */
    @FunctionalInterface
    public interface Listener {
        void anomaly(Kind kind, long timeNanos, BookSide side, long price, long size, double score);
    }

    /**
     * @param sweepLevels prices that a run must reach
     * @param sweepMultiple of the usual volume of a run
     * @param icebergRefills how often one quantity must come back
     * @param spoofMultiple of the usual increase of a level
     * @param spoofPulls how many pulls on a side within the quiet time make it spoofing
     * @param volumeScore deviations of the logarithm
     */
    public record Settings(
            long quietNanos,
            long sweepGapNanos,
            int sweepLevels,
            double sweepMultiple,
            long icebergRefillNanos,
            int icebergRefills,
            double spoofMultiple,
            long spoofLifeNanos,
            int spoofPulls,
            double volumeScore) {

        private static final long SECOND_NANOS = 1_000_000_000L;

        /** What docs/methods/orderflow.md was measured with. */
        public static final Settings USUAL =
                new Settings(120 * SECOND_NANOS, 1_000_000, 5, 20, 100_000_000, 4, 8, 10 * SECOND_NANOS, 3, 5);

        /** The same, each one told however soon after the one before. */
        static final Settings EVERY_ONE = new Settings(0, 1_000_000, 5, 20, 100_000_000, 4, 8, 10 * SECOND_NANOS, 3, 5);
    }

    private static final int NEAR_LEVELS = 10;
    private static final long VOLUME_SPAN_NANOS = 10_000_000_000L;
    private static final double VOLUME_MEMORY = 360;
    private static final long SCORE_MEMORY_NANOS = 60_000_000_000L;
    private static final long FORGET_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 50_000_000;
    private static final int KINDS = Kind.values().length;
    /** In a book that is new every level seems to come; so long nothing is made of that. */
    private static final long NEW_BOOK_NANOS = 30_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Settings settings;
    private final Listener listener;
    private final LevelBook book = new LevelBook();
    private final SweepDetector sweeps;
    private final IcebergDetector icebergs;
    private final SpoofingScore spoofing;
    private final VolumeAnomaly volume;
    private final long[] toldNanos = new long[2 * KINDS];
    /** The newest pulls of each side, in two rings. */
    private final long[] pullNanos;

    private final int[] pulls = new int[2];
    private long lookNanos = NEVER;
    private long bookNanos = NEVER;
    private double signedVolume;
    private long lastPrice;

    public FlowGuard(Settings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
        sweeps = new SweepDetector(settings.sweepGapNanos(), settings.sweepLevels(), settings.sweepMultiple());
        icebergs = new IcebergDetector(settings.icebergRefillNanos(), settings.icebergRefills(), FORGET_NANOS);
        spoofing =
                new SpoofingScore(settings.spoofMultiple(), settings.spoofLifeNanos(), NEAR_LEVELS, SCORE_MEMORY_NANOS);
        volume = new VolumeAnomaly(VOLUME_SPAN_NANOS, VOLUME_MEMORY);
        pullNanos = new long[2 * settings.spoofPulls()];
        Arrays.fill(toldNanos, NEVER);
        Arrays.fill(pullNanos, NEVER);
    }

    /** @param taker who crossed the spread: buyers are {@link BookSide#BID} */
    public void trade(long timeNanos, BookSide taker, long price, long size) {
        if (size == 0) {
            return;
        }
        if (volume.trade(timeNanos, (double) size)) {
            volumeOver(timeNanos);
        }
        signedVolume += taker.sign() * (double) size;
        lastPrice = price;
        BookSide waiting = taker == BookSide.BID ? BookSide.ASK : BookSide.BID;
        icebergs.trade(timeNanos, waiting, price, size);
        spoofing.trade(waiting, price, size);
        if (sweeps.trade(timeNanos, taker.sign(), price, (double) size)) {
            tell(Kind.SWEEP, timeNanos, taker, sweeps.firstPrice(), Math.round(sweeps.taken()), sweeps.score());
        }
        look(timeNanos);
    }

    /** {@code size} waits at this price from now on. */
    public void level(long timeNanos, BookSide side, long price, long size) {
        long before = book.set(side, price, size);
        if (bookNanos == NEVER) {
            bookNanos = timeNanos;
        }
        if (timeNanos - bookNanos < NEW_BOOK_NANOS) {
            return;
        }
        if (icebergs.level(timeNanos, side, price, before, size)) {
            tell(Kind.ICEBERG, timeNanos, side, price, icebergs.foundTip(), icebergs.foundTimes());
        }
        spoofing.level(timeNanos, side, price, before, size, book.levelsBefore(side, price));
        look(timeNanos);
    }

    /** The book is not known any more; the next levels begin a new one. */
    public void forgetBook() {
        book.clear();
        bookNanos = NEVER;
        icebergs.clear();
        spoofing.clear();
    }

    private void volumeOver(long timeNanos) {
        if (volume.score() >= settings.volumeScore()) {
            BookSide side = signedVolume >= 0 ? BookSide.BID : BookSide.ASK;
            tell(Kind.VOLUME, timeNanos, side, lastPrice, Math.round(volume.scoredVolume()), volume.score());
        }
        signedVolume = 0;
    }

    private void look(long timeNanos) {
        if (timeNanos - lookNanos < LOOK_NANOS) {
            return;
        }
        lookNanos = timeNanos;
        while (spoofing.next(timeNanos)) {
            BookSide side = spoofing.foundSide();
            if (countPull(timeNanos, side)) {
                double score = spoofing.score(timeNanos);
                tell(Kind.SPOOFING, timeNanos, side, spoofing.foundPrice(), spoofing.foundSize(), score);
            }
        }
    }

    /** Whether so many pulls of this side lie within the quiet time, this one with them. */
    private boolean countPull(long timeNanos, BookSide side) {
        int which = side == BookSide.BID ? 0 : 1;
        int ring = settings.spoofPulls();
        int at = which * ring + pulls[which]++ % ring;
        pullNanos[at] = timeNanos;
        int oldest = which * ring + pulls[which] % ring;
        return timeNanos - pullNanos[oldest] <= settings.quietNanos();
    }

    private void tell(Kind kind, long timeNanos, BookSide side, long price, long size, double score) {
        int at = place(kind) * 2 + (side == BookSide.BID ? 0 : 1);
        if (timeNanos - toldNanos[at] >= settings.quietNanos()) {
            toldNanos[at] = timeNanos;
            listener.anomaly(kind, timeNanos, side, price, size, score);
        }
    }

    private static int place(Kind kind) {
        return switch (kind) {
            case SWEEP -> 0;
            case ICEBERG -> 1;
            case SPOOFING -> 2;
            case VOLUME -> 3;
        };
    }

    /** The share of large size shown lately that was pulled; 0 where none was shown. */
    double spoofingScore(long nowNanos) {
        return spoofing.score(nowNanos);
    }

    /** What waits at a price as the reports tell it. */
    public long waiting(BookSide side, long price) {
        return book.sizeAt(side, price);
    }

    /** The book as the reports tell it. */
    public Depth book() {
        return book;
    }
}
