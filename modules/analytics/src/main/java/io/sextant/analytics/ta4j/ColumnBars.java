package io.sextant.analytics.ta4j;

import java.util.AbstractList;
import java.util.List;
import org.ta4j.core.Bar;
import org.ta4j.core.BarBuilder;
import org.ta4j.core.BarSeries;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/** Our columns as ta4j's series, without copying: a bar is a view that is made when asked for. ta4j adds nothing to it. */
final class ColumnBars implements BarSeries {

    private static final long serialVersionUID = 1;

    private transient io.sextant.domain.market.BarSeries bars;

    /** ta4j takes the same object of the last bar for a bar that has not changed. */
    private transient Bar last;

    ColumnBars(io.sextant.domain.market.BarSeries bars) {
        this.bars = bars;
        last = new ColumnBar(bars, bars.size() - 1);
    }

    /** From now on it is these bars, for example with one more. */
    void show(io.sextant.domain.market.BarSeries other) {
        bars = other;
        last = new ColumnBar(other, other.size() - 1);
    }

    @Override
    public NumFactory numFactory() {
        return DoubleNumFactory.getInstance();
    }

    @Override
    public String getName() {
        return "columns";
    }

    @Override
    public Bar getBar(int index) {
        return index == bars.size() - 1 ? last : new ColumnBar(bars, index);
    }

    @Override
    public int getBarCount() {
        return bars.size();
    }

    @Override
    public List<Bar> getBarData() {
        return new AbstractList<>() {
            @Override
            public Bar get(int index) {
                return getBar(index);
            }

            @Override
            public int size() {
                return bars.size();
            }
        };
    }

    @Override
    public int getBeginIndex() {
        return bars.isEmpty() ? -1 : 0;
    }

    @Override
    public int getEndIndex() {
        return bars.size() - 1;
    }

    @Override
    public int getMaximumBarCount() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int getRemovedBarsCount() {
        return 0;
    }

    @Override
    public BarSeries getSubSeries(int from, int to) {
        return new ColumnBars(bars.copyOfRange(from, Math.min(to, bars.size())));
    }

    @Override
    public BarBuilder barBuilder() {
        throw fixed();
    }

    @Override
    public void setMaximumBarCount(int count) {
        throw fixed();
    }

    @Override
    public void addBar(Bar bar, boolean replace) {
        throw fixed();
    }

    @Override
    public void addTrade(Num volume, Num price) {
        throw fixed();
    }

    @Override
    public void addPrice(Num price) {
        throw fixed();
    }

    private static UnsupportedOperationException fixed() {
        return new UnsupportedOperationException("a view of columns takes no bars");
    }
}
