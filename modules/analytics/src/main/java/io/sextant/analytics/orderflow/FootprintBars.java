package io.sextant.analytics.orderflow;

import java.util.function.Consumer;

/** Makes footprint bars of trades. With rows of one unit they are footprints, with higher rows cluster bars. */
public final class FootprintBars {

    /** When a bar is over. */
    public enum Closing {
        /** At each multiple of a span of nanoseconds; spans without a trade have no bar. */
        TIME,
        TRADES,
        /** By the trade that fills it, which is not split. */
        VOLUME,
        /** When bought less sold reaches so much either way. */
        DELTA,
        /** When high less low reaches so many units of the price. */
        RANGE
    }

    private final Closing closing;
    private final long limit;
    private final PriceRows rows;
    private final Consumer<FootprintBar> finished;
    private long openNanos;
    private long closeNanos;
    private long open;
    private long high;
    private long low;
    private long close;
    private long trades;
    private double volume;
    private double delta;

    public FootprintBars(Closing closing, long limit, long rowTicks, Consumer<FootprintBar> finished) {
        if (limit < 1) {
            throw new IllegalArgumentException("a bar closes at something above zero: " + limit);
        }
        this.closing = closing;
        this.limit = limit;
        this.finished = finished;
        rows = new PriceRows(rowTicks);
    }

    public void trade(long timeNanos, int sign, long price, double quantity) {
        if (closing == Closing.TIME && trades > 0 && timeNanos >= openNanos + limit) {
            finish();
        }
        if (trades == 0) {
            openNanos = closing == Closing.TIME ? Math.floorDiv(timeNanos, limit) * limit : timeNanos;
            open = price;
            high = price;
            low = price;
        }
        rows.add(sign, price, quantity);
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        closeNanos = timeNanos;
        trades++;
        volume += quantity;
        delta += sign * quantity;
        if (isFull()) {
            finish();
        }
    }

    private boolean isFull() {
        return switch (closing) {
            case TIME -> false;
            case TRADES -> trades >= limit;
            case VOLUME -> volume >= limit;
            case DELTA -> Math.abs(delta) >= limit;
            case RANGE -> high - low >= limit;
        };
    }

    /** Ends the bar that is open, if there is one. */
    public void finish() {
        if (trades == 0) {
            return;
        }
        finished.accept(new FootprintBar(openNanos, closeNanos, open, high, low, close, trades, rows.copy()));
        rows.clear();
        trades = 0;
        volume = 0;
        delta = 0;
    }
}
