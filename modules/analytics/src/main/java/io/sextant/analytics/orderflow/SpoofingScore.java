package io.sextant.analytics.orderflow;

/**
 * Large orders placed and pulled without trading. An increase of a level near the best price by {@code multiple} times the usual increase is followed; when
 * nine tenths of it are gone within {@code lifeNanos} and no more than a tenth of it traded, that was a pull (the pattern of Lee, Eom and Park 2013). Trades
 * that are told after the level changed are waited for. The score is the share of large size shown lately that was pulled, 0 to 1.
 */
public final class SpoofingScore {

    private static final int FOLLOWED = 64;
    private static final double GONE = 0.9;
    private static final double TRADED = 0.1;
    private static final double MEMORY = 500;
    /** Increases before their usual size can be trusted. */
    private static final int WARM_UP = 100;

    private static final long GRACE_NANOS = 250_000_000;

    private final double multiple;
    private final long lifeNanos;
    private final int nearLevels;
    private final Decay shown;
    private final Decay pulled;

    private final int[] sides = new int[FOLLOWED];
    private final long[] prices = new long[FOLLOWED];
    private final long[] sizes = new long[FOLLOWED];
    private final long[] gone = new long[FOLLOWED];
    private final long[] traded = new long[FOLLOWED];
    private final long[] placedNanos = new long[FOLLOWED];
    /** When it was gone, or {@link Long#MAX_VALUE} while it waits. */
    private final long[] goneNanos = new long[FOLLOWED];

    private int followed;
    private long increases;
    private double usual;
    private int foundSign;
    private long foundPrice;
    private long foundSize;

    public SpoofingScore(double multiple, long lifeNanos, int nearLevels, long memoryNanos) {
        this.multiple = multiple;
        this.lifeNanos = lifeNanos;
        this.nearLevels = nearLevels;
        shown = new Decay(memoryNanos);
        pulled = new Decay(memoryNanos);
    }

    public void clear() {
        followed = 0;
    }

    /** A trade against orders that wait at {@code side}. */
    public void trade(BookSide side, long price, long size) {
        for (int i = 0; i < followed; i++) {
            if (sides[i] == side.sign() && prices[i] == price) {
                traded[i] += size;
            }
        }
    }

    /** A level changed; {@code levelsBefore} better ones stand before it. */
    public void level(long timeNanos, BookSide side, long price, long before, long after, int levelsBefore) {
        long change = after - before;
        if (change < 0) {
            leave(timeNanos, side, price, -change);
        } else if (change > 0 && levelsBefore < nearLevels) {
            if (increases >= WARM_UP && change >= multiple * usual) {
                follow(timeNanos, side, price, change);
            } else {
                // What is large is not usual, and must not make itself so.
                increases++;
                usual += (change - usual) / Math.min((double) increases, MEMORY);
            }
        }
    }

    private void follow(long timeNanos, BookSide side, long price, long size) {
        int at = followed < FOLLOWED ? followed++ : oldest();
        sides[at] = side.sign();
        prices[at] = price;
        sizes[at] = size;
        gone[at] = 0;
        traded[at] = 0;
        placedNanos[at] = timeNanos;
        goneNanos[at] = Long.MAX_VALUE;
        shown.add(timeNanos, (double) size);
    }

    private void leave(long timeNanos, BookSide side, long price, long size) {
        long left = size;
        for (int i = 0; i < followed && left > 0; i++) {
            if (sides[i] == side.sign() && prices[i] == price && goneNanos[i] == Long.MAX_VALUE) {
                long part = Math.min(left, sizes[i] - gone[i]);
                gone[i] += part;
                left -= part;
                if (gone[i] >= GONE * sizes[i]) {
                    goneNanos[i] = timeNanos;
                }
            }
        }
    }

    /** Whether a pull is certain now; asked until it says no. */
    public boolean next(long nowNanos) {
        for (int i = 0; i < followed; i++) {
            boolean over = goneNanos[i] == Long.MAX_VALUE
                    ? nowNanos - placedNanos[i] > lifeNanos
                    : nowNanos - goneNanos[i] >= GRACE_NANOS;
            if (!over) {
                continue;
            }
            boolean hit = goneNanos[i] != Long.MAX_VALUE
                    && goneNanos[i] - placedNanos[i] <= lifeNanos
                    && traded[i] <= TRADED * sizes[i];
            if (hit) {
                foundSign = sides[i];
                foundPrice = prices[i];
                foundSize = sizes[i];
                pulled.add(nowNanos, (double) sizes[i]);
            }
            forget(i--);
            if (hit) {
                return true;
            }
        }
        return false;
    }

    private void forget(int at) {
        int last = --followed;
        sides[at] = sides[last];
        prices[at] = prices[last];
        sizes[at] = sizes[last];
        gone[at] = gone[last];
        traded[at] = traded[last];
        placedNanos[at] = placedNanos[last];
        goneNanos[at] = goneNanos[last];
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < FOLLOWED; i++) {
            if (placedNanos[i] < placedNanos[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }

    /** The pull that {@link #next} told last. */
    public BookSide foundSide() {
        return foundSign > 0 ? BookSide.BID : BookSide.ASK;
    }

    public long foundPrice() {
        return foundPrice;
    }

    public long foundSize() {
        return foundSize;
    }

    /** The usual increase of a level near the best price. */
    public double usualIncrease() {
        return usual;
    }

    /** 0 where no large size was shown lately. */
    public double score(long nowNanos) {
        double all = shown.at(nowNanos);
        return all > 0 ? Math.min(1, pulled.at(nowNanos) / all) : 0;
    }
}
