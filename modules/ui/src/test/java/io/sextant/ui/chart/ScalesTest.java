package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScalesTest {

    @Property(tries = 200)
    void aLogarithmicScaleGivesEqualRatiosEqualHeightsAndGoesBack(
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double low,
            @ForAll @DoubleRange(min = 1.01, max = 1e4) double ratio) {
        ValueScale scale = new ValueScale();
        scale.set(low, low * ratio, 10, 310, true);
        assertThat(scale.isLogarithmic()).isTrue();
        assertThat(scale.y(low)).isCloseTo(310, within(1e-6));
        assertThat(scale.y(low * ratio)).isCloseTo(10, within(1e-6));
        assertThat(scale.y(low * Math.sqrt(ratio))).isCloseTo(160, within(1e-6));
        assertThat(scale.value(scale.y(low * 1.005))).isCloseTo(low * 1.005, within(low * 1e-9));
        PriceTicks ticks = new PriceTicks();
        ticks.compute(scale, 320, 8);
        for (int i = 1; i < ticks.count; i++) {
            assertThat(ticks.value[i]).isGreaterThan(ticks.value[i - 1]);
        }
    }

    @Test
    void pricesAtOrBelowZeroStayOnAPlainScale() {
        ValueScale scale = new ValueScale();
        scale.set(-5, 100, 0, 105, true);
        assertThat(scale.isLogarithmic()).isFalse();
        assertThat(scale.y(0)).isCloseTo(100, within(1e-9));
    }

    /** What stands at the same height has changed by the same percentage since the first bar in sight. */
    @Test
    void comparedInstrumentsMeetAtTheFirstBarInSightAndMoveByPercent() {
        BarSeries own = RandomBars.walk(500, 1);
        BarSeries other =
                RandomBars.walk(480, 2, own.firstTimeNanos() + 20 * RandomBars.MINUTE_NANOS, RandomBars.MINUTE_NANOS);
        CandleSeries otherSeries = CandleSeries.of(other.copyOfRange(0, 470));
        PlotFrame frame = new PlotFrame();
        frame.bars = CandleSeries.of(own.copyOfRange(0, 490));
        frame.source = frame.bars;
        frame.comparisons = List.of(new ComparisonPlot(new Comparison("X", 1, otherSeries)));
        frame.view.resize(400);
        frame.view.reset(0, 490);
        frame.view.showRange(100, 200);
        frame.prepare(400, 300);
        otherSeries.putAll(other);
        frame.bars.putAll(own);
        frame.view.dataChanged(0, 500);
        frame.markStale();
        frame.prepare(400, 300);

        ComparisonPlot plot = frame.comparisons.getFirst();
        int first = frame.candles.from[0];
        for (int slot = 0; slot < frame.candles.count; slot++) {
            int index = frame.candles.to[slot] - 1;
            double change = other.close()[index - 20] / other.close()[first - 20];
            assertThat(plot.frame.last[slot] / own.close()[first]).isCloseTo(change, within(1e-9));
        }
        assertThat(plot.value(499)).isEqualTo(other.close()[479]);
        assertThat(plot.value(19)).isNaN();
        assertThat(frame.priceText(own.close()[first] * 1.0234)).isEqualTo("+2.34%");
        for (int i = 0; i < frame.priceTicks.count; i++) {
            double percent = (frame.priceTicks.value[i] / own.close()[first] - 1) * 100;
            assertThat(percent * 100).isCloseTo(Math.rint(percent * 100), within(1e-6));
        }
    }
}
