package io.sextant.analytics.orderflow;

import io.sextant.analytics.feature.FeatureReading;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/**
 * What trades and levels of one instrument say bar by bar, in money, units and hundredths of a percent of the middle. What happens is counted
 * from one {@link #close} to the next; what stands is told as it stands then. A trade is told before the levels that it changes.
 */
public final class FlowReadings {

    private static final double BPS = 1e4;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long REALISED_AFTER_NANOS = 5 * SECOND_NANOS;
    private static final long NOT_BEGUN = Long.MIN_VALUE;
    /** A price where nothing traded for so long hides nothing any more. */
    private static final long ICEBERG_NANOS = 60 * SECOND_NANOS;

    private static final int NEAR_LEVELS = 10;
    /** Resilience forgets in ten minutes. */
    private static final double MEMORY_SECONDS = 600;

    /** Where an order that shows only its tip was found. */
    private record Tip(BookSide side, long price) {}

    private final double unit;
    private final Map<Tip, Long> icebergs = new HashMap<>();
    private final FlowGuard guard;
    private final OrderFlowImbalance imbalance = new OrderFlowImbalance();
    private final Resilience resilience = new Resilience(MEMORY_SECONDS);
    private final WaitingTrades waiting = new WaitingTrades(REALISED_AFTER_NANOS);
    private double bought;
    private double sold;
    private double largest;
    private double nearIcebergs;
    private long trades;
    private long sweeps;
    private long quoteChanges;
    private double added;
    private long sampleNanos = NOT_BEGUN;
    private long bidPrice;
    private long askPrice;

    /** @param unit how many units of the instrument one of the sizes told is */
    public FlowReadings(double unit) {
        this.unit = unit;
        guard = new FlowGuard(FlowGuard.Settings.EVERY_ONE, (kind, timeNanos, side, price, size, score) -> {
            switch (kind) {
                case SWEEP -> sweeps++;
                case ICEBERG -> icebergs.put(new Tip(side, price), timeNanos);
                case SPOOFING, VOLUME -> {
                    // Pulls are told as a share of what was shown, volume by its own features.
                }
            }
        });
    }

    /** @param taker who crossed the spread: buyers are {@link BookSide#BID} */
    public void trade(long timeNanos, BookSide taker, long price, long size) {
        sample(timeNanos);
        guard.trade(timeNanos, taker, price, size);
        double units = size * unit;
        if (taker == BookSide.BID) {
            bought += units;
        } else {
            sold += units;
        }
        Tip hit = new Tip(taker == BookSide.BID ? BookSide.ASK : BookSide.BID, price);
        if (icebergs.computeIfPresent(hit, (tip, before) -> timeNanos) != null) {
            nearIcebergs += units;
        }
        largest = Math.max(largest, units);
        trades++;
        waiting.trade(timeNanos, taker.sign(), (double) price, BookMetrics.mid(guard.book()));
    }

    /** {@code size} waits at this price from now on; the book counts as whole at the next {@link #whole}. */
    public void level(long timeNanos, BookSide side, long price, long size) {
        sample(timeNanos);
        guard.level(timeNanos, side, price, size);
    }

    /** All that changed at this time was told. */
    public void whole(long timeNanos) {
        Depth book = guard.book();
        added += imbalance.next(book) * unit;
        if (book.isTwoSided()) {
            long bid = book.price(BookSide.BID, 0);
            long ask = book.price(BookSide.ASK, 0);
            quoteChanges += bid != bidPrice || ask != askPrice ? 1 : 0;
            bidPrice = bid;
            askPrice = ask;
        }
        waiting.middle(timeNanos, BookMetrics.mid(book));
    }

    public void forgetBook() {
        guard.forgetBook();
    }

    /** The spread at each whole second, as it stood before what happens at {@code timeNanos}. */
    private void sample(long timeNanos) {
        if (sampleNanos == NOT_BEGUN) {
            sampleNanos = Math.floorDiv(timeNanos, SECOND_NANOS) * SECOND_NANOS + SECOND_NANOS;
            return;
        }
        double spread = BookMetrics.spread(guard.book()) / BookMetrics.mid(guard.book());
        while (sampleNanos <= timeNanos) {
            resilience.sample(spread);
            sampleNanos += SECOND_NANOS;
        }
    }

    /** Tells all that is a number, and begins to count anew. */
    public void close(long timeNanos, ObjDoubleConsumer<FeatureReading> told) {
        sample(timeNanos);
        waiting.settle(timeNanos);
        counted(told);
        standing(timeNanos, told);
        icebergs.values().removeIf(newest -> timeNanos - newest > ICEBERG_NANOS);
        bought = 0;
        sold = 0;
        largest = 0;
        nearIcebergs = 0;
        trades = 0;
        sweeps = 0;
        quoteChanges = 0;
        added = 0;
    }

    private void counted(ObjDoubleConsumer<FeatureReading> told) {
        told.accept(FeatureReading.BUY_VOLUME, bought);
        told.accept(FeatureReading.SELL_VOLUME, sold);
        told.accept(FeatureReading.TRADE_COUNT, (double) trades);
        told.accept(FeatureReading.LARGEST_TRADE, largest);
        told.accept(FeatureReading.SWEEP_COUNT, (double) sweeps);
        told.accept(FeatureReading.EFFECTIVE_SPREAD_BPS, BPS * waiting.takeEffective());
        told.accept(FeatureReading.REALISED_SPREAD_BPS, BPS * waiting.takeRealised());
        told.accept(FeatureReading.ORDER_FLOW_IMBALANCE, added);
        told.accept(FeatureReading.QUOTE_CHANGES, (double) quoteChanges);
        told.accept(FeatureReading.ICEBERG_SCORE, nearIcebergs / (bought + sold));
    }

    private void standing(long timeNanos, ObjDoubleConsumer<FeatureReading> told) {
        Depth book = guard.book();
        double mid = BookMetrics.mid(book);
        told.accept(FeatureReading.SPREAD_BPS, BPS * BookMetrics.spread(book) / mid);
        told.accept(FeatureReading.MICROPRICE_LEAN_BPS, BPS * (BookMetrics.microprice(book) / mid - 1));
        told.accept(FeatureReading.BID_SIZE_1, size(book, BookSide.BID, 1));
        told.accept(FeatureReading.ASK_SIZE_1, size(book, BookSide.ASK, 1));
        told.accept(FeatureReading.BID_SIZE_5, size(book, BookSide.BID, 5));
        told.accept(FeatureReading.ASK_SIZE_5, size(book, BookSide.ASK, 5));
        told.accept(FeatureReading.BID_SIZE_10, size(book, BookSide.BID, 10));
        told.accept(FeatureReading.ASK_SIZE_10, size(book, BookSide.ASK, 10));
        told.accept(FeatureReading.BOOK_SLOPE_BID, slope(book, BookSide.BID, mid));
        told.accept(FeatureReading.BOOK_SLOPE_ASK, slope(book, BookSide.ASK, mid));
        told.accept(FeatureReading.RESILIENCE_SECONDS, resilience.halfLife());
        told.accept(FeatureReading.SPOOFING_SCORE, guard.spoofingScore(timeNanos));
    }

    private double size(Depth book, BookSide side, int levels) {
        return book.levels(side) == 0 ? Double.NaN : BookMetrics.depth(book, side, levels) * unit;
    }

    /** Units near the best price for each hundredth of a percent of distance. */
    private double slope(Depth book, BookSide side, double mid) {
        int last = Math.min(NEAR_LEVELS, book.levels(side)) - 1;
        return last < 0
                ? Double.NaN
                : size(book, side, NEAR_LEVELS) / (BPS * Math.abs(book.price(side, last) / mid - 1));
    }
}
