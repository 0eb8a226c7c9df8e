package io.sextant.engine.backtest;

import io.sextant.strategy.kind.Reason;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The fills of a run as columns, so that a sweep makes no object for each. */
final class VectorFills {

    private static final int FIRST = 64;

    private int[] bar = new int[FIRST];
    private long[] lots = new long[FIRST];
    private long[] priceTicks = new long[FIRST];
    private long[] feeUnits = new long[FIRST];
    private @Nullable Reason[] reason = new Reason[FIRST];
    private int size;

    /** {@code why} may be null where it can be told from the bar later. */
    void add(int atBar, long filledLots, long ticks, long fee, @Nullable Reason why) {
        if (size == bar.length) {
            bar = Arrays.copyOf(bar, 2 * size);
            lots = Arrays.copyOf(lots, 2 * size);
            priceTicks = Arrays.copyOf(priceTicks, 2 * size);
            feeUnits = Arrays.copyOf(feeUnits, 2 * size);
            reason = Arrays.copyOf(reason, 2 * size);
        }
        bar[size] = atBar;
        lots[size] = filledLots;
        priceTicks[size] = ticks;
        feeUnits[size] = fee;
        reason[size++] = why;
    }

    int size() {
        return size;
    }

    int bar(int fill) {
        return bar[fill];
    }

    long lots(int fill) {
        return lots[fill];
    }

    long priceTicks(int fill) {
        return priceTicks[fill];
    }

    long feeUnits(int fill) {
        return feeUnits[fill];
    }

    String reason(int fill, IntFunction<Reason> byBar) {
        Reason known = reason[fill];
        return (known == null ? byBar.apply(bar[fill]) : known).text();
    }
}
