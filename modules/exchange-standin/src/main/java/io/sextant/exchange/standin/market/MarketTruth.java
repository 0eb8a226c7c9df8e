package io.sextant.exchange.standin.market;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One market whose whole history is known: the same seed and the same times give the same books and trades. It trades at its
 * best prices only and its book never crosses. Not thread-safe.
 */
public final class MarketTruth {

    /** Fewer levels a side are filled up with the next update. */
    private static final int LEVELS_A_SIDE = 24;

    private static final int NEAR_TICKS = 40;
    private static final int MOST_LOTS = 5_000;
    private static final double TRADE_SHARE = 0.45;

    private final ListedPair pair;
    private final SeededRandom random;
    private final BookState book = BookState.empty();
    private final List<MarketUpdate> updates = Collections.synchronizedList(new ArrayList<>());
    private final List<Deal> deals = Collections.synchronizedList(new ArrayList<>());
    private long updateId;
    private long dealId;

    public MarketTruth(ListedPair pair, long seed, long startNanos) {
        this.pair = pair;
        random = SeededRandom.stream(seed, pair.startTicks());
        List<LevelChange> changes = new ArrayList<>();
        fillUp(changes);
        take(startNanos, changes, List.of());
    }

    public ListedPair pair() {
        return pair;
    }

    /** Lets something happen at this time, which is not before the last. */
    public MarketUpdate step(long timeNanos) {
        List<LevelChange> changes = new ArrayList<>();
        List<Deal> traded = new ArrayList<>();
        if (random.nextDouble() < TRADE_SHARE) {
            trade(timeNanos, changes, traded);
        } else {
            shuffle(changes);
        }
        fillUp(changes);
        return take(timeNanos, changes, traded);
    }

    private MarketUpdate take(long timeNanos, List<LevelChange> changes, List<Deal> traded) {
        MarketUpdate update = new MarketUpdate(updateId + 1, updateId + changes.size(), timeNanos, changes, traded);
        updateId = update.lastId();
        updates.add(update);
        deals.addAll(traded);
        return update;
    }

    /** An aggressor takes up to three best levels, perhaps the last of them in part. */
    private void trade(long timeNanos, List<LevelChange> changes, List<Deal> traded) {
        boolean buys = random.nextBoolean();
        NavigableMap<Long, Long> other = buys ? book.asks() : book.bids();
        int levels = 1 + random.nextInt(3);
        for (int i = 0; i < levels && other.size() > 1; i++) {
            Map.Entry<Long, Long> best = other.firstEntry();
            long lots = i + 1 < levels || random.nextBoolean() ? best.getValue() : 1 + random.nextLong(best.getValue());
            dealId++;
            traded.add(new Deal(dealId, timeNanos, best.getKey(), lots, !buys));
            change(changes, !buys, best.getKey(), best.getValue() - lots);
        }
    }

    private void shuffle(List<LevelChange> changes) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            boolean bid = random.nextBoolean();
            NavigableMap<Long, Long> side = bid ? book.bids() : book.asks();
            long ticks = nearPrice(bid);
            boolean cancels = side.containsKey(ticks) && side.size() > 2 && random.nextInt(3) == 0;
            change(changes, bid, ticks, cancels ? 0 : 1 + random.nextInt(MOST_LOTS));
        }
    }

    /** A price that does not cross. */
    private long nearPrice(boolean bid) {
        long away = random.nextInt(NEAR_TICKS);
        return bid ? book.asks().firstKey() - 1 - away : book.bids().firstKey() + 1 + away;
    }

    private void fillUp(List<LevelChange> changes) {
        while (book.bids().size() < LEVELS_A_SIDE) {
            long from = book.asks().isEmpty() ? pair.startTicks() : book.asks().firstKey();
            change(changes, true, from - 1 - random.nextInt(3 * NEAR_TICKS), 1 + random.nextInt(MOST_LOTS));
        }
        while (book.asks().size() < LEVELS_A_SIDE) {
            change(
                    changes,
                    false,
                    book.bids().firstKey() + 1 + random.nextInt(3 * NEAR_TICKS),
                    1 + random.nextInt(MOST_LOTS));
        }
    }

    private void change(List<LevelChange> changes, boolean bid, long ticks, long lots) {
        LevelChange change = new LevelChange(bid, ticks, lots);
        changes.add(change);
        book.apply(List.of(change));
    }

    public long lastUpdateId() {
        return updateId;
    }

    /** Best bid, ticks and lots; the book is never empty. */
    public LevelChange bestBid() {
        var best = book.bids().firstEntry();
        return new LevelChange(true, best.getKey(), best.getValue());
    }

    /** Best offer, ticks and lots; the book is never empty. */
    public LevelChange bestAsk() {
        var best = book.asks().firstEntry();
        return new LevelChange(false, best.getKey(), best.getValue());
    }

    public BookState book() {
        return book.copyAt(updateId);
    }

    /** The book as it stood after the update with this last id. */
    public BookState bookAt(long lastId) {
        BookState then = BookState.empty();
        for (int i = 0; i < updates.size() && updates.get(i).lastId() <= lastId; i++) {
            then.apply(updates.get(i).changes());
        }
        return new BookState(lastId, then.bids(), then.asks());
    }

    public List<MarketUpdate> updates() {
        return List.copyOf(updates);
    }

    /** The update with this index, counted from the market's begin; empty when it has not happened. */
    public Optional<MarketUpdate> findUpdate(int index) {
        return index < updates.size() ? Optional.of(updates.get(index)) : Optional.empty();
    }

    public List<Deal> deals() {
        return List.copyOf(deals);
    }

    /** At most {@code limit} deals from this id on. */
    public List<Deal> dealsFrom(long firstId, int limit) {
        int from = Math.clamp(firstId - 1, 0, deals.size());
        int to = Math.min(deals.size(), from + limit);
        return List.copyOf(deals.subList(from, to));
    }

    /** Bars by open time; a time without deals has none. */
    public NavigableMap<Long, TruthBar> bars(long lengthNanos) {
        NavigableMap<Long, TruthBar> bars = new TreeMap<>();
        for (Deal deal : List.copyOf(deals)) {
            long open = Math.floorDiv(deal.timeNanos(), lengthNanos) * lengthNanos;
            TruthBar bar = bars.get(open);
            bars.put(open, bar == null ? TruthBar.of(open, deal) : bar.with(deal));
        }
        return bars;
    }
}
