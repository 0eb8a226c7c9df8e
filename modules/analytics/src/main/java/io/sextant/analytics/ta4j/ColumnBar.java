package io.sextant.analytics.ta4j;

import io.sextant.domain.market.BarSeries;
import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.Bar;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** One bar of the columns. It ends where the next one begins; the last is as long as the one before. */
record ColumnBar(BarSeries bars, int index) implements Bar {

    private static final long serialVersionUID = 1;

    @Override
    public Duration getTimePeriod() {
        if (bars.size() < 2) {
            return Duration.ofNanos(1);
        }
        int from = Math.min(index, bars.size() - 2);
        return Duration.ofNanos(bars.openTimeNanos()[from + 1] - bars.openTimeNanos()[from]);
    }

    @Override
    public Instant getBeginTime() {
        return Instant.ofEpochSecond(0, bars.openTimeNanos()[index]);
    }

    @Override
    public Instant getEndTime() {
        return getBeginTime().plus(getTimePeriod());
    }

    @Override
    public Num getOpenPrice() {
        return DoubleNum.valueOf(bars.open()[index]);
    }

    @Override
    public Num getHighPrice() {
        return DoubleNum.valueOf(bars.high()[index]);
    }

    @Override
    public Num getLowPrice() {
        return DoubleNum.valueOf(bars.low()[index]);
    }

    @Override
    public Num getClosePrice() {
        return DoubleNum.valueOf(bars.close()[index]);
    }

    @Override
    public Num getVolume() {
        return DoubleNum.valueOf(bars.volume()[index]);
    }

    @Override
    public Num getAmount() {
        return DoubleNum.valueOf(bars.volume()[index] * bars.close()[index]);
    }

    @Override
    public long getTrades() {
        return 0;
    }

    @Override
    public void addTrade(Num volume, Num price) {
        throw new UnsupportedOperationException("a view of a bar takes no trades");
    }

    @Override
    public void addPrice(Num price) {
        throw new UnsupportedOperationException("a view of a bar takes no prices");
    }
}
