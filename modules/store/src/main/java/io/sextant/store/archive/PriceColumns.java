package io.sextant.store.archive;

import io.sextant.domain.market.BarSeries;

/**
 * Open, high, low and close together, each told by its distance from what the others make likely: an open from the close
 * before, a close from its open, a high from the higher of the two, a low from the lower.
 */
final class PriceColumns {

    private static final int GRID = 1;
    private static final int PATTERNS = 2;

    private final long[] open;
    private final long[] high;
    private final long[] low;
    private final long[] close;
    private final long[][] corrections;
    private final ChunkOutput grid = new ChunkOutput();
    private final ChunkOutput patterns = new ChunkOutput();

    PriceColumns(int capacity) {
        open = new long[capacity];
        high = new long[capacity];
        low = new long[capacity];
        close = new long[capacity];
        corrections = new long[4][capacity];
    }

    /** Writes them in the shorter of the two ways; what lies on a grid exactly is taken to be shorter as counts. */
    void write(ChunkOutput out, BarSeries bars) {
        grid.clear();
        DecimalGrid found = DecimalGrid.of(bars.size(), bars.open(), bars.high(), bars.low(), bars.close());
        if (found.exists() && !writeGrid(grid, bars, found)) {
            out.putBytes(grid);
            return;
        }
        patterns.clear();
        writePatterns(patterns, bars);
        out.putBytes(found.exists() && grid.size() < patterns.size() ? grid : patterns);
    }

    /** Returns whether corrections were needed. */
    private boolean writeGrid(ChunkOutput out, BarSeries bars, DecimalGrid found) {
        int count = bars.size();
        int corrected = (found.split(bars.open(), count, open, corrections[0]) ? 1 : 0)
                | (found.split(bars.high(), count, high, corrections[1]) ? 2 : 0)
                | (found.split(bars.low(), count, low, corrections[2]) ? 4 : 0)
                | (found.split(bars.close(), count, close, corrections[3]) ? 8 : 0);
        out.putByte(GRID);
        out.putByte(found.scale());
        out.putNumber(found.tick());
        out.putByte(corrected);
        long closeBefore = open[0];
        out.putNumber(closeBefore);
        for (int i = 0; i < count; i++) {
            high[i] -= Math.max(open[i], close[i]);
            low[i] = Math.min(open[i], close[i]) - low[i];
            long opened = open[i];
            long closed = close[i];
            open[i] = opened - closeBefore;
            close[i] = closed - opened;
            closeBefore = closed;
        }
        NumberColumn.putRanges(out, open, count);
        NumberColumn.putRanges(out, close, count);
        NumberColumn.putRanges(out, high, count);
        NumberColumn.putRanges(out, low, count);
        for (int column = 0; column < corrections.length; column++) {
            if ((corrected & (1 << column)) != 0) {
                NumberColumn.putRanges(out, corrections[column], count);
            }
        }
        return corrected != 0;
    }

    private void writePatterns(ChunkOutput out, BarSeries bars) {
        out.putByte(PATTERNS);
        int count = bars.size();
        long before = 0;
        for (int i = 0; i < count; i++) {
            double opened = bars.open()[i];
            double closed = bars.close()[i];
            long openBits = Double.doubleToRawLongBits(opened);
            long closeBits = Double.doubleToRawLongBits(closed);
            // Plain comparisons: Math.max may pick another NaN than the one that is there.
            open[i] = openBits ^ before;
            close[i] = closeBits ^ openBits;
            high[i] = Double.doubleToRawLongBits(bars.high()[i]) ^ (opened > closed ? openBits : closeBits);
            low[i] = Double.doubleToRawLongBits(bars.low()[i]) ^ (opened > closed ? closeBits : openBits);
            before = closeBits;
        }
        NumberColumn.putPatterns(out, open, count);
        NumberColumn.putPatterns(out, close, count);
        NumberColumn.putPatterns(out, high, count);
        NumberColumn.putPatterns(out, low, count);
    }

    void read(ChunkInput in, int count, BarSeries into, int at) {
        if (in.getByte() == GRID) {
            readGrid(in, count, into, at);
        } else {
            readPatterns(in, count, into, at);
        }
    }

    private void readGrid(ChunkInput in, int count, BarSeries into, int at) {
        int scale = in.getByte();
        DecimalGrid found = new DecimalGrid(scale, in.getNumber());
        int corrected = in.getByte();
        long closeBefore = in.getNumber();
        NumberColumn.getRanges(in, open, count);
        NumberColumn.getRanges(in, close, count);
        NumberColumn.getRanges(in, high, count);
        NumberColumn.getRanges(in, low, count);
        for (int i = 0; i < count; i++) {
            long opened = open[i] + closeBefore;
            long closed = close[i] + opened;
            open[i] = opened;
            close[i] = closed;
            high[i] += Math.max(opened, closed);
            low[i] = Math.min(opened, closed) - low[i];
            closeBefore = closed;
        }
        double[][] columns = {into.open(), into.high(), into.low(), into.close()};
        long[][] ticks = {open, high, low, close};
        for (int column = 0; column < columns.length; column++) {
            found.join(ticks[column], count, columns[column], at);
            if ((corrected & (1 << column)) != 0) {
                NumberColumn.getRanges(in, corrections[column], count);
                DecimalGrid.correct(corrections[column], count, columns[column], at);
            }
        }
    }

    private void readPatterns(ChunkInput in, int count, BarSeries into, int at) {
        NumberColumn.getPatterns(in, open, count);
        NumberColumn.getPatterns(in, close, count);
        NumberColumn.getPatterns(in, high, count);
        NumberColumn.getPatterns(in, low, count);
        long before = 0;
        for (int i = 0; i < count; i++) {
            long openBits = open[i] ^ before;
            long closeBits = close[i] ^ openBits;
            double opened = Double.longBitsToDouble(openBits);
            double closed = Double.longBitsToDouble(closeBits);
            into.open()[at + i] = opened;
            into.close()[at + i] = closed;
            into.high()[at + i] = Double.longBitsToDouble(high[i] ^ (opened > closed ? openBits : closeBits));
            into.low()[at + i] = Double.longBitsToDouble(low[i] ^ (opened > closed ? closeBits : openBits));
            before = closeBits;
        }
    }
}
