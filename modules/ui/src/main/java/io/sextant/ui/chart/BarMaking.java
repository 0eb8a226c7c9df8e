package io.sextant.ui.chart;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.ui.chart.style.BarMaker;
import io.sextant.ui.chart.style.BarSink;
import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import io.sextant.ui.chart.style.HeikinAshi;
import io.sextant.ui.chart.style.Renko;

/** Bars made of a series: all finished ones at once on any thread, and from then on each as it comes. */
final class BarMaking {

    /** A smaller brick would be laid more often than this; it is made taller instead of filling the memory. */
    private static final double BRICKS_MAX = 1_000_000;

    private final BarMaker maker;
    private final CandleSeries made;
    private final int sourceFirst;
    private int fedEnd;

    private BarMaking(BarMaker maker, CandleSeries made, int sourceFirst, int fedEnd) {
        this.maker = maker;
        this.made = made;
        this.sourceFirst = sourceFirst;
        this.fedEnd = fedEnd;
    }

    /** {@code last} is the bar that may still form after the finished ones. Heikin-Ashi bars keep the indexes of those they are made of; bricks count from 0. {@code tick} is the smallest brick. */
    static BarMaking over(FinishedBars bars, Bar last, ChartStyle style, BrickSize brick, double tick) {
        BarMaker maker = switch (style) {
            case HEIKIN_ASHI -> new HeikinAshi();
            case RENKO -> new Renko(size(bars, brick, tick));
            case CANDLES, BARS, LINE -> throw new IllegalArgumentException(style + " draws the bars as they are");
        };
        BarSeriesBuilder all = new BarSeriesBuilder();
        BarSink sink = all::add;
        for (int i = bars.firstIndex(); i < bars.endIndex(); i++) {
            maker.finished(
                    bars.openTimeNanos(i),
                    bars.open(i),
                    bars.high(i),
                    bars.low(i),
                    bars.close(i),
                    bars.volume(i),
                    sink);
        }
        maker.forming(last.openTimeNanos(), last.open(), last.high(), last.low(), last.close(), last.volume(), sink);
        return new BarMaking(
                maker,
                series(all.build(), style == ChartStyle.RENKO ? 0 : bars.firstIndex()),
                bars.firstIndex(),
                bars.endIndex());
    }

    CandleSeries made() {
        return made;
    }

    int sourceFirst() {
        return sourceFirst;
    }

    /** Takes the bars that have come or changed since. */
    void follow(IndexedBars bars) {
        int last = bars.endIndex() - 1;
        for (; fedEnd < last; fedEnd++) {
            maker.finished(
                    bars.openTimeNanos(fedEnd),
                    bars.open(fedEnd),
                    bars.high(fedEnd),
                    bars.low(fedEnd),
                    bars.close(fedEnd),
                    bars.volume(fedEnd),
                    made::put);
        }
        if (last >= fedEnd) {
            maker.forming(
                    bars.openTimeNanos(last),
                    bars.open(last),
                    bars.high(last),
                    bars.low(last),
                    bars.close(last),
                    bars.volume(last),
                    made::put);
        }
    }

    private static CandleSeries series(BarSeries bars, int firstIndex) {
        if (firstIndex == 0) {
            return CandleSeries.of(bars);
        }
        CandleSeries series = CandleSeries.of(bars.copyOfRange(-firstIndex, bars.size()));
        series.prepend(bars.copyOfRange(0, -firstIndex));
        return series;
    }

    private static double size(FinishedBars bars, BrickSize brick, double tick) {
        double wanted = switch (brick) {
            case BrickSize.Fixed(double size) -> size;
            case BrickSize.OfRange(int length) -> averageRange(bars, length);
        };
        double way = 0;
        for (int i = bars.firstIndex() + 1; i < bars.endIndex(); i++) {
            way += Math.abs(bars.close(i) - bars.close(i - 1));
        }
        return Math.max(Math.max(tick, way / BRICKS_MAX), Math.rint(wanted / tick) * tick);
    }

    private static double averageRange(FinishedBars bars, int length) {
        Indicator range = IndicatorSpec.parse("atr:" + length).make();
        double[] out = new double[1];
        for (int i = bars.firstIndex(); i < bars.endIndex(); i++) {
            range.next(
                    bars.openTimeNanos(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i), out);
        }
        return Double.isNaN(out[0]) ? 0 : out[0];
    }
}
