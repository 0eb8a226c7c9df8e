package io.sextant.engine.backtest;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.strategy.Grid;
import java.util.Arrays;

/**
 * Bars of one instrument as the engine counts them: columns of ticks and lots, and the same bars in decimals on that grid.
 *
 * @param closeSums of the closes before each bar, in ticks; empty where they are too large to be exact
 * @param shortSums the same in 32 bits, whatever overflows: differences that fit are right
 * @param highestClose in ticks
 * @param endNanos when each bar ends: where the next begins, or the usual length after its beginning where the next is much later or none
 * @param usualLengthNanos the median from one beginning to the next
 */
record TestedSeries(
        Instrument instrument,
        Grid grid,
        BarSeries bars,
        long[] openTicks,
        long[] highTicks,
        long[] lowTicks,
        long[] closeTicks,
        long[] volumeLots,
        long[] endNanos,
        long usualLengthNanos,
        double[] closeSums,
        int[] shortSums,
        double highestClose) {

    /** Whole numbers below this are exact in floating point. */
    private static final double EXACT = 1L << 53;

    /** A next bar that begins after so many usual lengths leaves a gap in which nobody traded. */
    private static final double LONG_GAP = 1.5;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    static TestedSeries of(Instrument instrument, BarSeries read) {
        return of(
                instrument,
                read,
                ends(read.openTimeNanos(), read.size(), usualLength(read.openTimeNanos(), read.size())));
    }

    /** @param endNanos when each bar ends, where that is known */
    static TestedSeries of(Instrument instrument, BarSeries read, long[] endNanos) {
        Grid grid = new Grid(instrument);
        int size = read.size();
        long[][] ticks = new long[4][];
        double[][] read4 = {read.open(), read.high(), read.low(), read.close()};
        double[][] prices = new double[4][];
        for (int column = 0; column < 4; column++) {
            ticks[column] = new long[size];
            prices[column] = new double[size];
            for (int i = 0; i < size; i++) {
                long each = Math.max(1, grid.ticks(read4[column][i]));
                ticks[column][i] = each;
                prices[column][i] = grid.price(each);
            }
        }
        long[] lots = new long[size];
        double[] volume = new double[size];
        for (int i = 0; i < size; i++) {
            double known = read.volume()[i];
            lots[i] = Double.isNaN(known) ? 0 : Math.round(known / grid.units(1));
            volume[i] = grid.units(lots[i]);
            // A bar whose extremes do not hold its open and close would end as another one in the engine.
            ticks[1][i] = Math.max(ticks[1][i], Math.max(ticks[0][i], ticks[3][i]));
            ticks[2][i] = Math.min(ticks[2][i], Math.min(ticks[0][i], ticks[3][i]));
            prices[1][i] = grid.price(ticks[1][i]);
            prices[2][i] = grid.price(ticks[2][i]);
        }
        BarSeries bars = new BarSeries(read.openTimeNanos(), prices[0], prices[1], prices[2], prices[3], volume, size);
        long usual = usualLength(read.openTimeNanos(), size);
        return new TestedSeries(
                instrument,
                grid,
                bars,
                ticks[0],
                ticks[1],
                ticks[2],
                ticks[3],
                lots,
                endNanos,
                usual,
                sums(ticks[3]),
                shortSums(ticks[3]),
                Decimal.highest(prices[3], size) / grid.price(1));
    }

    private static double[] sums(long[] ticks) {
        double[] sums = new double[ticks.length + 1];
        for (int i = 0; i < ticks.length; i++) {
            sums[i + 1] = sums[i] + ticks[i];
        }
        return sums[ticks.length] < EXACT ? sums : new double[0];
    }

    private static int[] shortSums(long[] ticks) {
        int[] sums = new int[ticks.length + 1];
        for (int i = 0; i < ticks.length; i++) {
            sums[i + 1] = sums[i] + (int) ticks[i];
        }
        return sums;
    }

    private static long usualLength(long[] opens, int size) {
        if (size < 2) {
            return DAY_NANOS;
        }
        long[] lengths = new long[size - 1];
        Arrays.setAll(lengths, i -> opens[i + 1] - opens[i]);
        Arrays.sort(lengths);
        return lengths[lengths.length / 2];
    }

    private static long[] ends(long[] opens, int size, long usual) {
        long[] ends = new long[size];
        for (int i = 0; i < size; i++) {
            boolean isFollowed = i + 1 < size && opens[i + 1] - opens[i] <= LONG_GAP * usual;
            ends[i] = isFollowed ? opens[i + 1] : opens[i] + usual;
        }
        return ends;
    }

    int size() {
        return bars.size();
    }
}
