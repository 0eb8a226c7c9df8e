package io.sextant.engine.backtest;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Of plain means. With closes in ticks and their running sums the distance of the means times both of their lengths is a whole number, so equal means
 * are exactly equal, and one that is not is further off than the strategy's own idea of equal. Where the distance fits into 32 bits so do its
 * parts, even where the sums behind them have overflown; loops over such columns have no branches, and the compiler makes vectors of them.
 */
final class PlainCrossings extends CrossColumns {

    /** Below this, a distance of one is more than a hundred times 1e-12 of the means, which the strategy calls equal. */
    private static final double MOST = 1e10;

    private static final double MOST_OF_32_BITS = 1L << 31;

    /** Bars that are passed over together where none of them crosses. */
    private static final int GROUP = 8;

    private final TestedSeries series;
    private final int fast;
    private final int slow;
    private final boolean fits32Bits;
    /** Beginning with the last of the block before. */
    private final double[] wide;

    private final int[] newest;
    private final int[] beforeFast;
    private final int[] beforeSlow;
    private final int[] narrow;
    private final int[] narrowBefore;
    private final int[] apart;
    private int newestNarrow;

    private PlainCrossings(TestedSeries series, Choice choice, int fast, int slow) {
        super(choice);
        this.series = series;
        this.fast = fast;
        this.slow = slow;
        fits32Bits = series.highestClose() * fast * slow < MOST_OF_32_BITS;
        wide = new double[fits32Bits ? 0 : BLOCK + 1];
        int length = fits32Bits ? BLOCK : 0;
        newest = new int[length];
        beforeFast = new int[length];
        beforeSlow = new int[length];
        narrow = new int[length];
        narrowBefore = new int[length];
        apart = new int[length];
    }

    /** Null where distances would not be exact. */
    static @Nullable PlainCrossings find(TestedSeries series, Choice choice) {
        int fast = choice.whole("fast");
        int slow = choice.whole("slow");
        return series.closeSums().length == 0 || series.highestClose() * fast * slow >= MOST
                ? null
                : new PlainCrossings(series, choice, fast, slow);
    }

    @Override
    void forEach(Turns turns) {
        int last = series.size() - 2;
        int[] found = new int[BLOCK + 1];
        for (int from = slow - 1; from < last; from += BLOCK) {
            int count = Math.min(BLOCK, last - from);
            turns.at(found, fits32Bits ? inNarrow(from, count, found) : inWide(from, count, found));
        }
    }

    private int inNarrow(int from, int count, int[] found) {
        int[] sums = series.shortSums();
        System.arraycopy(sums, from + 1, newest, 0, count);
        System.arraycopy(sums, from + 1 - fast, beforeFast, 0, count);
        System.arraycopy(sums, from + 1 - slow, beforeSlow, 0, count);
        distances(newest, beforeFast, beforeSlow, slow, fast, narrow, count);
        System.arraycopy(narrow, 0, narrowBefore, 1, count - 1);
        narrowBefore[0] = newestNarrow;
        newestNarrow = narrow[count - 1];
        signsApart(narrowBefore, narrow, apart, count);
        int size = 0;
        int k = 0;
        for (; k <= count - GROUP; k += GROUP) {
            int any = apart[k]
                    | apart[k + 1]
                    | apart[k + 2]
                    | apart[k + 3]
                    | apart[k + 4]
                    | apart[k + 5]
                    | apart[k + 6]
                    | apart[k + 7];
            if (any < 0) {
                size = gather(from, k, k + GROUP, found, size);
            }
        }
        return gather(from, k, count, found, size);
    }

    /** Arrays of one index: of several the compiler makes no vectors, as it cannot know that they are apart. */
    private static void distances(
            int[] newest, int[] beforeFast, int[] beforeSlow, int timesFast, int timesSlow, int[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] = (newest[k] - beforeFast[k]) * timesFast - (newest[k] - beforeSlow[k]) * timesSlow;
        }
    }

    /** Below nought where one distance and the next have different signs and neither is nought. */
    private static void signsApart(int[] before, int[] now, int[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] = (now[k] ^ before[k]) & (now[k] | -now[k]) & (before[k] | -before[k]);
        }
    }

    /** Written always, kept where they cross: a branch here would be guessed wrong at every crossing. */
    private int gather(int from, int first, int end, int[] found, int already) {
        int size = already;
        for (int k = first; k < end; k++) {
            found[size] = (from + k) ^ (narrow[k] >> 31);
            size += apart[k] >>> 31;
        }
        return size;
    }

    private int inWide(int from, int count, int[] found) {
        fillWide(series.closeSums(), from + 1, count);
        int size = 0;
        for (int k = 0; k < count; k++) {
            double now = wide[k + 1];
            found[size] = now > 0 ? from + k : ~(from + k);
            size += now * wide[k] < 0 ? 1 : 0;
        }
        wide[0] = wide[count];
        return size;
    }

    private void fillWide(double[] sum, int newest, int count) {
        double[] to = wide;
        double timesFast = slow;
        double timesSlow = fast;
        int beforeFast = newest - fast;
        int beforeSlow = newest - slow;
        for (int k = 0; k < count; k++) {
            double now = sum[newest + k];
            to[k + 1] = (now - sum[beforeFast + k]) * timesFast - (now - sum[beforeSlow + k]) * timesSlow;
        }
    }

    @Override
    Reason reason(int bar) {
        return reason(mean(bar, fast), mean(bar, slow));
    }

    private double mean(int bar, int count) {
        double[] sums = series.closeSums();
        return (sums[bar + 1] - sums[bar + 1 - count]) / count * series.grid().price(1);
    }
}
