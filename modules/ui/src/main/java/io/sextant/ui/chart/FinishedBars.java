package io.sextant.ui.chart;

import io.sextant.domain.market.BarSeries;

/** The bars of a {@link CandleSeries} that were finished at one moment. They never change, so any thread may read them. */
final class FinishedBars implements IndexedBars {

    private final BarColumns older;
    private final BarSeries settled;
    private final int settledEnd;
    private final BarColumns newer;

    FinishedBars(BarColumns older, BarSeries settled, int settledEnd, BarColumns newer) {
        this.older = older;
        this.settled = settled;
        this.settledEnd = settledEnd;
        this.newer = newer;
    }

    @Override
    public int firstIndex() {
        return -older.size;
    }

    @Override
    public int endIndex() {
        return Math.max(firstIndex(), settledEnd + newer.size - 1);
    }

    @Override
    public long openTimeNanos(int index) {
        if (index >= settledEnd) {
            return newer.openTimeNanos[index - settledEnd];
        }
        return index >= 0 ? settled.openTimeNanos()[index] : older.openTimeNanos[~index];
    }

    @Override
    public double open(int index) {
        return column(index, older.open, settled.open(), newer.open);
    }

    @Override
    public double high(int index) {
        return column(index, older.high, settled.high(), newer.high);
    }

    @Override
    public double low(int index) {
        return column(index, older.low, settled.low(), newer.low);
    }

    @Override
    public double close(int index) {
        return column(index, older.close, settled.close(), newer.close);
    }

    @Override
    public double volume(int index) {
        return column(index, older.volume, settled.volume(), newer.volume);
    }

    private double column(int index, double[] before, double[] among, double[] after) {
        if (index >= settledEnd) {
            return after[index - settledEnd];
        }
        return index >= 0 ? among[index] : before[~index];
    }
}
