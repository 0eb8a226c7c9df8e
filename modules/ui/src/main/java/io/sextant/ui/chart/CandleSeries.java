package io.sextant.ui.chart;

import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bars that a chart shows, live at the newer end and growing by older history at the other. A bar keeps its index for life: the
 * first load starts at 0, newer bars follow, and older history takes the negative indexes, so nothing that points at a bar moves
 * when history arrives. Any range is summed up in a time that hardly depends on its length.
 *
 * <p>A series may be made on any thread; from then on it belongs to the thread of the chart that shows it (JavaFX).
 */
public final class CandleSeries implements IndexedBars {

    private static final BarSeries NONE = BarSeries.EMPTY;

    /** Index -1 at position 0, -2 at position 1, and so on. */
    private final BarColumns older = new BarColumns();

    /** The columns handed in, shared and never written to: all of them but the last bar, which may still be forming. */
    private final BarSeries settled;

    private final int settledEnd;
    private final BarColumns newer = new BarColumns();

    private final CandlePyramid pyramid = new CandlePyramid(this);
    private final CandleAccumulator scratch = new CandleAccumulator();
    private final List<Runnable> listeners = new ArrayList<>();

    private CandleSeries(BarSeries settled, int settledEnd) {
        this.settled = settled;
        this.settledEnd = settledEnd;
    }

    public static CandleSeries empty() {
        return new CandleSeries(NONE, 0);
    }

    /** Shows {@code bars} without copying them: whoever hands them over stops writing to them. */
    public static CandleSeries of(BarSeries bars) {
        if (bars.isEmpty()) {
            return empty();
        }
        int settledEnd = bars.size() - 1;
        CandleSeries series = new CandleSeries(bars, settledEnd);
        series.newer.add(bars, settledEnd);
        series.pyramid.refresh(0, bars.size());
        return series;
    }

    /** Index of the oldest bar: 0, or below it once older history was put in front. */
    @Override
    public int firstIndex() {
        return -older.size;
    }

    /** One more than the index of the newest bar. */
    @Override
    public int endIndex() {
        return settledEnd + newer.size;
    }

    public int size() {
        return endIndex() - firstIndex();
    }

    public boolean isEmpty() {
        return size() == 0;
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
        if (index >= settledEnd) {
            return newer.open[index - settledEnd];
        }
        return index >= 0 ? settled.open()[index] : older.open[~index];
    }

    @Override
    public double high(int index) {
        if (index >= settledEnd) {
            return newer.high[index - settledEnd];
        }
        return index >= 0 ? settled.high()[index] : older.high[~index];
    }

    @Override
    public double low(int index) {
        if (index >= settledEnd) {
            return newer.low[index - settledEnd];
        }
        return index >= 0 ? settled.low()[index] : older.low[~index];
    }

    @Override
    public double close(int index) {
        if (index >= settledEnd) {
            return newer.close[index - settledEnd];
        }
        return index >= 0 ? settled.close()[index] : older.close[~index];
    }

    @Override
    public double volume(int index) {
        if (index >= settledEnd) {
            return newer.volume[index - settledEnd];
        }
        return index >= 0 ? settled.volume()[index] : older.volume[~index];
    }

    public Bar bar(int index) {
        checkIndex(index);
        return new Bar(openTimeNanos(index), open(index), high(index), low(index), close(index), volume(index));
    }

    /** The bars of {@code [from, to)} as one. */
    public Bar summary(int from, int to) {
        checkIndex(from);
        checkIndex(to - 1);
        scratch.clear();
        accumulate(from, to, scratch);
        return new Bar(openTimeNanos(from), open(from), scratch.high, scratch.low, close(to - 1), scratch.volume);
    }

    /** Index of the first bar that opens at or after {@code timeNanos}; {@link #endIndex()} when there is none. */
    public int indexAtOrAfter(long timeNanos) {
        int low = firstIndex();
        int high = endIndex();
        while (low < high) {
            int middle = Math.floorDiv(low + high, 2);
            if (openTimeNanos(middle) < timeNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Takes the newest bar as it stands now: it replaces the last one when it opens at the same time, and follows it when later. */
    public void put(Bar bar) {
        put(bar.openTimeNanos(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    /** The same without an object, for a feed that updates on every frame. */
    public void put(long timeNanos, double open, double high, double low, double close, double volume) {
        int end = endIndex();
        long lastNanos = isEmpty() ? Long.MIN_VALUE : openTimeNanos(end - 1);
        if (timeNanos < lastNanos) {
            throw new IllegalArgumentException("bar at " + timeNanos + " is older than the last one at " + lastNanos);
        }
        if (timeNanos == lastNanos && !isEmpty()) {
            newer.put(newer.size - 1, timeNanos, open, high, low, close, volume);
            pyramid.refresh(end - 1, end);
        } else {
            newer.add(timeNanos, open, high, low, close, volume);
            pyramid.refresh(end, end + 1);
        }
        changed();
    }

    /** Takes several newer bars at once; the first may replace the last bar, the others follow it. */
    public void putAll(BarSeries bars) {
        if (bars.isEmpty()) {
            return;
        }
        int end = endIndex();
        int from = 0;
        int changedFrom = end;
        if (!isEmpty()) {
            from = bars.indexAtOrAfter(openTimeNanos(end - 1));
            if (from < bars.size() && bars.openTimeNanos()[from] == openTimeNanos(end - 1)) {
                changedFrom = end - 1;
                newer.size--;
            }
        }
        newer.ensureCapacity(newer.size + bars.size() - from);
        for (int i = from; i < bars.size(); i++) {
            newer.add(bars, i);
        }
        if (endIndex() > changedFrom) {
            pyramid.refresh(changedFrom, endIndex());
            changed();
        }
    }

    /** Puts older history in front; what overlaps with the bars that are already there is left out. */
    public void prepend(BarSeries history) {
        if (isEmpty()) {
            putAll(history);
            return;
        }
        int first = firstIndex();
        int usable = history.indexAtOrAfter(openTimeNanos(first));
        if (usable == 0) {
            return;
        }
        older.ensureCapacity(older.size + usable);
        for (int i = usable - 1; i >= 0; i--) {
            older.add(history, i);
        }
        pyramid.refresh(firstIndex(), first);
        changed();
    }

    /** The bars that no longer change, all but the last, as they are now; the answer may be read on any thread. */
    FinishedBars finished() {
        return new FinishedBars(older.shared(), settled, settledEnd, newer.shared());
    }

    /** A copy of the bars in {@code [from, to)}. */
    public BarSeries copyOfRange(int from, int to) {
        BarSeriesBuilder copy = new BarSeriesBuilder();
        for (int i = from; i < to; i++) {
            copy.add(openTimeNanos(i), open(i), high(i), low(i), close(i), volume(i));
        }
        return copy.build();
    }

    void accumulate(int from, int to, CandleAccumulator into) {
        pyramid.accumulate(from, to, into);
    }

    /** Called after every change of the bars. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(@Nullable Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).run();
        }
    }

    private void checkIndex(int index) {
        if (index < firstIndex() || index >= endIndex()) {
            throw new IndexOutOfBoundsException(
                    "bar " + index + " is not in [" + firstIndex() + ", " + endIndex() + ")");
        }
    }
}
