package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyledBarsTest {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<CandleSeries> shown = new ArrayList<>();
    private final StyledBars styled = new StyledBars(work::add, Runnable::run, shown::add);
    private final BarSeries bars = RandomBars.walk(2_000, 3);

    @Test
    void heikinAshiBarsKeepTheIndexesThroughHistoryAndLiveBars() {
        CandleSeries source = CandleSeries.of(bars.copyOfRange(800, 1_500));
        styled.setSource(source);
        styled.setStyle(ChartStyle.HEIKIN_ASHI, BrickSize.USUAL);
        source.prepend(bars.copyOfRange(0, 800));
        for (int i = 1_500; i < 2_000; i++) {
            Bar bar = bars.get(i);
            source.put(new Bar(bar.openTimeNanos(), bar.open(), bar.open(), bar.open(), bar.open(), 0));
            source.put(bar);
        }
        CandleSeries streamed = shown.getLast();
        StyledBars atOnce = new StyledBars(work::add, Runnable::run, shown::add);
        atOnce.setStyle(ChartStyle.HEIKIN_ASHI, BrickSize.USUAL);
        atOnce.setSource(CandleSeries.of(bars));
        CandleSeries whole = shown.getLast();
        assertThat(streamed.firstIndex()).isEqualTo(source.firstIndex());
        assertThat(streamed.endIndex()).isEqualTo(source.endIndex());
        for (int i = 0; i < 2_000; i++) {
            assertThat(streamed.bar(i - 800)).isEqualTo(whole.bar(i));
        }
    }

    @Test
    void historyBeforeASingleBarKeepsTheIndexesToo() {
        CandleSeries source = CandleSeries.of(bars.copyOfRange(10, 11));
        styled.setSource(source);
        styled.setStyle(ChartStyle.HEIKIN_ASHI, BrickSize.USUAL);
        source.prepend(bars.copyOfRange(0, 10));
        assertThat(shown.getLast().firstIndex()).isEqualTo(-10);
        assertThat(shown.getLast().endIndex()).isEqualTo(1);
    }

    @Test
    void bricksOfTheAverageRangeAreThatTallOnTheTickGrid() {
        styled.setTick(0.25);
        styled.setSource(CandleSeries.of(bars));
        styled.setStyle(ChartStyle.RENKO, new BrickSize.OfRange(14));
        CandleSeries bricks = shown.getLast();
        double size = Math.abs(bricks.close(0) - bricks.open(0));
        double range = IndicatorSpec.parse("atr:14").columns(bars)[0][bars.size() - 2];
        assertThat(size).isCloseTo(Math.max(0.25, Math.rint(range / 0.25) * 0.25), within(1e-9));
        assertThat(bricks.close(bricks.endIndex() - 1)).isEqualTo(bars.close()[bars.size() - 1]);
    }

    @Test
    void aBrickTooSmallToDrawIsMadeTaller() {
        styled.setTick(1e-9);
        styled.setSource(CandleSeries.of(bars));
        styled.setStyle(ChartStyle.RENKO, new BrickSize.Fixed(1e-9));
        assertThat(shown.getLast().size()).isLessThan(1_000_100);
    }

    @Test
    void longSeriesAreMadeOnTheWorkerAndALaterChoiceWins() {
        BarSeries many = RandomBars.walk(StyledBars.AT_ONCE_BARS + 10, 4);
        styled.setSource(CandleSeries.of(many));
        styled.setStyle(ChartStyle.RENKO, new BrickSize.Fixed(2));
        assertThat(styled.isWaiting()).isTrue();
        assertThat(shown.getLast().isEmpty()).isTrue();
        styled.setStyle(ChartStyle.HEIKIN_ASHI, BrickSize.USUAL);
        work.remove().run();
        assertThat(shown.getLast().isEmpty()).as("the bricks come too late").isTrue();
        work.remove().run();
        assertThat(styled.isWaiting()).isFalse();
        assertThat(shown.getLast().size()).isEqualTo(many.size());
    }
}
