package io.sextant.analytics.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.parent.ImpactTerms;
import org.junit.jupiter.api.Test;

/** Curves and impact from bars whose answer is known. */
class MeasuredCostTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long DAY = 1_440 * MINUTE;
    private static final long START = 20_000 * DAY + 600 * MINUTE;

    @Test
    void weighsSlicesByTheVolumeOfTheSameTimeOnPastDays() {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int day = 3; day >= 1; day--) {
            for (int minute = 0; minute < 4; minute++) {
                bars.add(START - day * DAY + minute * MINUTE, 1, 1, 1, 1, minute < 2 ? 30 : 10);
            }
            bars.add(START - day * DAY + 10 * MINUTE, 1, 1, 1, 1, 1_000);
        }
        assertThat(VolumeCurve.weights(bars.build(), START, 4 * MINUTE, 2)).containsExactly(7_500, 2_500);
    }

    @Test
    void isEvenWhereNothingWasMeasured() {
        assertThat(VolumeCurve.weights(BarSeries.EMPTY, START, 4 * MINUTE, 3)).containsExactly(1, 1, 1);
    }

    @Test
    void looksAtNothingThatComesLater() {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        bars.add(START + MINUTE, 1, 1, 1, 1, 500);
        assertThat(VolumeCurve.weights(bars.build(), START, 2 * MINUTE, 2)).containsExactly(1, 1);
    }

    @Test
    void measuresVolatilityAndImpactByTheRulesOfThePaper() {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < 101; i++) {
            double close = 100 + (i % 2 == 0 ? 0 : 0.6);
            bars.add(START + i * MINUTE, close, close, close, close, 50);
        }
        ImpactTerms terms = ImpactEstimate.of(bars.build(), 60, 0.02, 120, 10).orElseThrow();

        assertThat(terms.volatility()).isCloseTo(0.6 / Math.sqrt(60), within(0.001));
        assertThat(terms.temporaryImpact()).isCloseTo(0.02 / (0.01 * 50 * 1_440 / 86_400), within(1e-12));
        assertThat(terms.permanentImpact()).isCloseTo(0.02 / (0.1 * 50 * 1_440), within(1e-12));
        double eta = terms.temporaryImpact() - terms.permanentImpact() * 5;
        double x = terms.riskAversion() * terms.volatility() * terms.volatility() / eta * 100 / 2;
        double kappa = Math.log1p(x + Math.sqrt(x * (x + 2))) / 10;
        assertThat(1 / kappa).isCloseTo(120, within(1e-6));
    }

    @Test
    void saysNothingWithTooFewBars() {
        assertThat(ImpactEstimate.of(BarSeries.EMPTY, 60, 0.02, 120, 10)).isEmpty();
    }
}
