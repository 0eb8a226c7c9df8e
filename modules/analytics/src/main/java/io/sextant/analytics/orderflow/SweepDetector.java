package io.sextant.analytics.orderflow;

/**
 * One taker through several levels: trades of one direction with no more than {@code gapNanos} from one to the next, each at a price no better
 * for the taker than the one before, over at least {@code levels} prices and {@code multiple} times the usual volume of a run. It is known as soon as the level
 * is reached; the volume is what was taken until then.
 */
public final class SweepDetector {

    private static final double MEMORY = 200;
    /** Runs before their usual volume can be trusted. */
    private static final int WARM_UP = 50;

    private final long gapNanos;
    private final int levels;
    private final double multiple;
    private long lastNanos = Long.MIN_VALUE;
    private long lastPrice;
    private int lastSign;
    private int reached;
    private long firstPrice;
    private double taken;
    private boolean told;
    private long runs;
    private double usual;

    public SweepDetector(long gapNanos, int levels, double multiple) {
        this.gapNanos = gapNanos;
        this.levels = levels;
        this.multiple = multiple;
    }

    /** True once a run, at the trade that makes it a sweep. */
    public boolean trade(long timeNanos, int sign, long price, double quantity) {
        boolean same = lastNanos != Long.MIN_VALUE
                && sign == lastSign
                && timeNanos - lastNanos <= gapNanos
                && sign * (price - lastPrice) >= 0;
        if (!same) {
            begin(sign, price);
        } else if (price != lastPrice) {
            reached++;
        }
        lastNanos = timeNanos;
        lastPrice = price;
        taken += quantity;
        if (told || sign == 0 || reached < levels || runs < WARM_UP || taken < multiple * usual) {
            return false;
        }
        told = true;
        return true;
    }

    private void begin(int sign, long price) {
        if (taken > 0) {
            runs++;
            usual += (taken - usual) / Math.min((double) runs, MEMORY);
        }
        lastSign = sign;
        firstPrice = price;
        reached = 1;
        taken = 0;
        told = false;
    }

    /** Of the run that goes on: 1 when the taker buys. */
    public int sign() {
        return lastSign;
    }

    public int levelsTaken() {
        return reached;
    }

    public long firstPrice() {
        return firstPrice;
    }

    public double taken() {
        return taken;
    }

    /** How many times the usual volume of a run it took. */
    public double score() {
        return usual > 0 ? taken / usual : Double.NaN;
    }
}
