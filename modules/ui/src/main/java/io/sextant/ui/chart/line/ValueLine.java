package io.sextant.ui.chart.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value a bar, NaN where there is none, with the extremes of blocks of 8, 64, 512, ... bars: the extremes of any range come
 * from at most 14 blocks a level, and none is lost. It grows at its newer end, and its last value may still change; older
 * history means another line, since an average knows all that came before.
 *
 * <p>May be made on any thread; from then on it belongs to one.
 */
public final class ValueLine {

    private static final int SHIFT = 3;
    private static final int MASK = (1 << SHIFT) - 1;

    private final int firstIndex;
    private final List<Level> levels = new ArrayList<>();
    private final ValueRange block = new ValueRange();
    private double[] values;
    private int size;

    /** Takes the array over without copying it; {@code values[0]} belongs to the bar {@code firstIndex}. */
    public ValueLine(int firstIndex, double[] values, int size) {
        this.firstIndex = firstIndex;
        this.values = values;
        this.size = size;
        refresh(0);
    }

    public int firstIndex() {
        return firstIndex;
    }

    /** One more than the index of the last bar that has a place here. */
    public int endIndex() {
        return firstIndex + size;
    }

    /** NaN where the line has no value. */
    public double value(int index) {
        int at = index - firstIndex;
        return at >= 0 && at < size ? values[at] : Double.NaN;
    }

    /** Sets the last value or adds one after it. */
    public void put(int index, double value) {
        int at = index - firstIndex;
        if (at < size - 1 || at > size || at < 0) {
            throw new IndexOutOfBoundsException(
                    "bar " + index + " is neither the last of nor next after " + endIndex());
        }
        if (at == size) {
            if (at == values.length) {
                values = Arrays.copyOf(values, Math.max(64, at + (at >> 1)));
            }
            size++;
        }
        values[at] = value;
        refresh(at);
    }

    /** Adds the extremes of the bars {@code [from, to)} to {@code into}. */
    public void addRange(int from, int to, ValueRange into) {
        int start = Math.max(0, from - firstIndex);
        int end = Math.min(size, to - firstIndex);
        int level = 0;
        while (start < end) {
            if (level == levels.size()) {
                addBlocks(level, start, end, into);
                return;
            }
            int wholeStart = Math.min(end, (start + MASK) & ~MASK);
            addBlocks(level, start, wholeStart, into);
            int wholeEnd = Math.max(wholeStart, end & ~MASK);
            addBlocks(level, wholeEnd, end, into);
            start = wholeStart >> SHIFT;
            end = wholeEnd >> SHIFT;
            level++;
        }
    }

    private void addBlocks(int level, int from, int to, ValueRange into) {
        if (level == 0) {
            for (int i = from; i < to; i++) {
                into.add(values[i], values[i]);
            }
        } else {
            Level blocks = levels.get(level - 1);
            for (int i = from; i < to; i++) {
                into.add(blocks.min[i], blocks.max[i]);
            }
        }
    }

    /** Sums up again what the values from {@code from} on have a part in. */
    private void refresh(int from) {
        int first = from;
        int last = size - 1;
        for (int level = 1; level <= levels.size(); level++) {
            first >>= SHIFT;
            last >>= SHIFT;
            rebuild(level, first, last);
        }
        while (size >> (SHIFT * (levels.size() + 1)) > 0) {
            levels.add(new Level());
            rebuild(levels.size(), 0, (size - 1) >> (SHIFT * levels.size()));
        }
    }

    private void rebuild(int level, int firstBlock, int lastBlock) {
        Level target = levels.get(level - 1);
        int children = ((size - 1) >> (SHIFT * (level - 1))) + 1;
        target.ensureCapacity(lastBlock + 1);
        for (int at = firstBlock; at <= lastBlock; at++) {
            block.clear();
            addBlocks(level - 1, at << SHIFT, Math.min((at + 1) << SHIFT, children), block);
            target.min[at] = block.min;
            target.max[at] = block.max;
        }
    }

    private static final class Level {
        private double[] min = new double[0];
        private double[] max = new double[0];

        void ensureCapacity(int wanted) {
            if (wanted > min.length) {
                int capacity = Math.max(wanted, min.length * 2);
                min = Arrays.copyOf(min, capacity);
                max = Arrays.copyOf(max, capacity);
            }
        }
    }
}
