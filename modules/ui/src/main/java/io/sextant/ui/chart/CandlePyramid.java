package io.sextant.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Highs, lows and volumes of blocks of 8, 64, 512, ... bars, so that any range is summed up from at most 14 blocks a level. Block
 * {@code b} of level {@code n} covers the bars from {@code b * 8^n} on; bar indexes may be negative, since older bars get the
 * indexes below those that are already shown. Opens and closes need no levels: those of a range are those of its first and last bar.
 */
final class CandlePyramid {

    private static final int SHIFT = 3;
    private static final int MASK = (1 << SHIFT) - 1;

    private final CandleSeries bars;
    private final List<Level> levels = new ArrayList<>();
    private final CandleAccumulator block = new CandleAccumulator();

    CandlePyramid(CandleSeries bars) {
        this.bars = bars;
    }

    /** To be called when the bars in {@code [from, to)} are new or have changed. */
    void refresh(int from, int to) {
        int first = from;
        int last = to - 1;
        for (int level = 1; level <= levels.size(); level++) {
            first >>= SHIFT;
            last >>= SHIFT;
            rebuild(level, first, last);
        }
        while (bars.size() >> (SHIFT * (levels.size() + 1)) > 0) {
            levels.add(new Level());
            int shift = SHIFT * levels.size();
            rebuild(levels.size(), bars.firstIndex() >> shift, (bars.endIndex() - 1) >> shift);
        }
    }

    void accumulate(int from, int to, CandleAccumulator into) {
        int start = from;
        int end = to;
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
            if (wholeStart == wholeEnd) {
                return;
            }
            level++;
        }
    }

    private void addBlocks(int level, int from, int to, CandleAccumulator into) {
        if (level == 0) {
            for (int i = from; i < to; i++) {
                into.add(bars.high(i), bars.low(i), bars.volume(i));
            }
        } else {
            levels.get(level - 1).addTo(into, from, to);
        }
    }

    private void rebuild(int level, int firstBlock, int lastBlock) {
        Level target = levels.get(level - 1);
        int below = SHIFT * (level - 1);
        int firstChild = bars.firstIndex() >> below;
        int endChild = ((bars.endIndex() - 1) >> below) + 1;
        for (int at = firstBlock; at <= lastBlock; at++) {
            block.clear();
            int from = Math.max(at << SHIFT, firstChild);
            int to = Math.min((at + 1) << SHIFT, endChild);
            addBlocks(level - 1, from, to, block);
            target.put(at, block);
        }
    }

    /** Block 0 and up in one half, the blocks below 0 mirrored in the other, so that both ends grow without moving anything. */
    private static final class Level {
        private final Half upward = new Half();
        private final Half downward = new Half();

        void put(int at, CandleAccumulator value) {
            if (at >= 0) {
                upward.put(at, value);
            } else {
                downward.put(~at, value);
            }
        }

        void addTo(CandleAccumulator into, int from, int to) {
            for (int at = from; at < to; at++) {
                Half half = at >= 0 ? upward : downward;
                int index = at >= 0 ? at : ~at;
                into.add(half.high[index], half.low[index], half.volume[index]);
            }
        }
    }

    private static final class Half {
        private double[] high = new double[MASK + 1];
        private double[] low = new double[MASK + 1];
        private double[] volume = new double[MASK + 1];

        void put(int index, CandleAccumulator value) {
            if (index >= high.length) {
                int capacity = Math.max(index + 1, high.length * 2);
                high = Arrays.copyOf(high, capacity);
                low = Arrays.copyOf(low, capacity);
                volume = Arrays.copyOf(volume, capacity);
            }
            high[index] = value.high;
            low[index] = value.low;
            volume[index] = value.volume;
        }
    }
}
