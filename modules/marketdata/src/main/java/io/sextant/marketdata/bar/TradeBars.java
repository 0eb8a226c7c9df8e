package io.sextant.marketdata.bar;

/**
 * Bars from one instrument's trades in time order. A trade is never split: the one that fills a bar belongs to it whole. Bars
 * of a clock are labelled by the start of their period, others by their first trade, or a nanosecond behind the bar before
 * where both began at the same time.
 */
public final class TradeBars {

    /** Hears of each bar when it is full. */
    @FunctionalInterface
    public interface Taker {
        void bar(long openTimeNanos, double open, double high, double low, double close, double volume);
    }

    private final BarRule rule;
    private final Taker taker;
    private final CompensatedSum volume = new CompensatedSum();
    private final CompensatedSum turnover = new CompensatedSum();
    private long trades;
    private long start;
    private long end;
    private long startBefore = Long.MIN_VALUE;
    private double open;
    private double high;
    private double low;
    private double close;

    public TradeBars(BarRule rule, Taker taker) {
        this.rule = rule;
        this.taker = taker;
    }

    public void trade(long timeNanos, double price, double quantity) {
        if (trades > 0 && rule instanceof BarRule.Time && timeNanos >= end) {
            finish();
        }
        if (trades == 0) {
            begin(timeNanos, price);
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume.add(quantity);
        turnover.add(price * quantity);
        trades++;
        boolean full = switch (rule) {
            case BarRule.Time ignored -> false;
            case BarRule.Ticks(long most) -> trades >= most;
            case BarRule.Volume(double most) -> volume.value() >= most;
            case BarRule.Dollar(double most) -> turnover.value() >= most;
        };
        if (full) {
            finish();
        }
    }

    private void begin(long timeNanos, double price) {
        if (rule instanceof BarRule.Time(var length)) {
            start = length.startOf(timeNanos);
            end = length.nextStart(start);
        } else {
            start = Math.max(timeNanos, startBefore + 1);
        }
        open = price;
        high = price;
        low = price;
    }

    /** Hands out the bar that has begun, full or not. */
    public void finish() {
        if (trades == 0) {
            return;
        }
        taker.bar(start, open, high, low, close, volume.value());
        startBefore = start;
        trades = 0;
        volume.clear();
        turnover.clear();
    }
}
