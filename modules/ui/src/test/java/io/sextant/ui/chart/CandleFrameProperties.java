package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CandleFrameProperties {

    @Property(tries = 200)
    void everyVisibleBarIsInOneSlotAndNoHighOrLowIsLost(
            @ForAll @IntRange(min = 1, max = 20_000) int size,
            @ForAll @IntRange(min = 50, max = 900) int width,
            @ForAll @IntRange(min = 1, max = 2_000) int zoomThousandths,
            @ForAll @DoubleRange(min = -5_000, max = 5_000) double pan,
            @ForAll @LongRange(min = 1, max = 9_999) long seed) {
        BarSeries bars = RandomBars.walk(size, seed);
        CandleSeries series = CandleSeries.of(bars);
        ChartViewport view = new ChartViewport();
        view.resize(width);
        view.reset(0, size);
        view.zoom(zoomThousandths / 1e3, width / 3.0);
        view.panPixels(pan);
        CandleFrame frame = new CandleFrame();

        frame.compute(series, view);

        int expected = frame.count == 0 ? 0 : frame.from[0];
        for (int slot = 0; slot < frame.count; slot++) {
            assertThat(frame.from[slot]).as("slots join").isEqualTo(expected);
            expected = frame.to[slot];
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            for (int i = frame.from[slot]; i < frame.to[slot]; i++) {
                high = Math.max(high, bars.high()[i]);
                low = Math.min(low, bars.low()[i]);
                assertThat((double) frame.x[slot])
                        .as("bar %d stands where the axis says", i)
                        .isBetween(view.x(i) - 1.01, view.x(i + 1) + 1.01);
            }
            assertThat(frame.high[slot]).isEqualTo(high);
            assertThat(frame.low[slot]).isEqualTo(low);
        }
        assertThat(frame.count == 0 ? 0 : frame.from[0]).isLessThanOrEqualTo(Math.max(0, (int) Math.ceil(view.left())));
        assertThat(expected).isGreaterThanOrEqualTo(Math.min(size, (int) Math.floor(view.right())));
        assertThat(frame.count).as("cost is bounded by the width").isLessThanOrEqualTo(width + 2);
    }

    @Property(tries = 60)
    void panningByWholePixelsMovesColumnsWithoutRedistributingBars(
            @ForAll @IntRange(min = 1, max = 100) int pixels, @ForAll @LongRange(min = 1, max = 999) long seed) {
        int size = 30_000;
        CandleSeries series = CandleSeries.of(RandomBars.walk(size, seed));
        ChartViewport view = new ChartViewport();
        view.resize(400);
        view.reset(0, size);
        view.zoom(0.004, 200);
        view.panPixels(300);
        CandleFrame before = new CandleFrame();
        before.compute(series, view);
        view.panPixels(pixels);
        CandleFrame after = new CandleFrame();
        after.compute(series, view);

        for (int slot = 0; slot < after.count; slot++) {
            int old = slot + before.count - after.count;
            for (int other = 0; other < before.count; other++) {
                if (before.from[other] == after.from[slot]) {
                    old = other;
                }
            }
            if (after.from[slot] > before.from[0] && after.to[slot] < before.to[before.count - 1]) {
                assertThat(before.from[old]).isEqualTo(after.from[slot]);
                assertThat(before.to[old]).isEqualTo(after.to[slot]);
            }
        }
    }
}
