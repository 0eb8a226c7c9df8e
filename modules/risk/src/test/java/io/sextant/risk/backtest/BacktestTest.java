package io.sextant.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {

    /** The Committee's own table for 250 days at 99%. */
    @Test
    void theZonesAreBasels() {
        assertThat(TrafficLight.of(250, 4, 0.99)).isEqualTo(TrafficLight.GREEN);
        assertThat(TrafficLight.of(250, 5, 0.99)).isEqualTo(TrafficLight.YELLOW);
        assertThat(TrafficLight.of(250, 9, 0.99)).isEqualTo(TrafficLight.YELLOW);
        assertThat(TrafficLight.of(250, 10, 0.99)).isEqualTo(TrafficLight.RED);
        // Cumulative probabilities printed there: 8.11%, 89.22%, 99.97%.
        assertThat(TrafficLight.cumulative(250, 0, 0.01)).isCloseTo(0.0811, within(5e-5));
        assertThat(TrafficLight.cumulative(250, 4, 0.01)).isCloseTo(0.8922, within(5e-5));
        assertThat(TrafficLight.cumulative(250, 9, 0.01)).isCloseTo(0.9997, within(5e-5));
    }

    /** Kupiec's formula by hand for 3 of 100 at 95%: -2 ln(0.95^97 0.05^3 / (0.97^97 0.03^3)). */
    @Test
    void kupiecsRatioIsHisFormula() {
        boolean[] breach = new boolean[100];
        breach[10] = true;
        breach[50] = true;
        breach[90] = true;
        Coverage coverage = Coverage.of(breach, 0.95);
        double wanted = -2 * (97 * Math.log(0.95) + 3 * Math.log(0.05) - 97 * Math.log(0.97) - 3 * Math.log(0.03));
        assertThat(coverage.kupiec()).isCloseTo(wanted, within(1e-12));
        assertThat(coverage.conditional()).isCloseTo(coverage.kupiec() + coverage.independence(), within(1e-12));
    }

    @Test
    void breachesInARowSpeakAgainstIndependenceAndScatteredOnesDoNot() {
        boolean[] scattered = new boolean[500];
        boolean[] together = new boolean[500];
        for (int i = 0; i < 25; i++) {
            scattered[i * 20] = true;
            together[200 + i] = true;
        }
        assertThat(Coverage.of(scattered, 0.95).kupiecProbability()).isCloseTo(1, within(1e-6));
        assertThat(Coverage.of(together, 0.95).kupiecProbability()).isCloseTo(1, within(1e-6));
        assertThat(Coverage.of(scattered, 0.95).independenceProbability()).isGreaterThan(0.05);
        assertThat(Coverage.of(together, 0.95).independenceProbability()).isLessThan(1e-6);
        assertThat(Coverage.of(new boolean[500], 0.95).kupiecProbability()).isLessThan(1e-6);
    }

    /** Forecasts that know the law score about 0; ones that halve the losses are found out. */
    @Test
    void acerbiAndSzekelySeeTooSmallAShortfall() {
        SeededRandom random = new SeededRandom(4);
        List<TailForecast> right = new ArrayList<>();
        List<TailForecast> wrong = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double outcome = random.nextGaussian();
            right.add(new TailForecast(1.959964, 2.337803, outcome));
            wrong.add(new TailForecast(1.2, 1.4, outcome));
        }
        AcerbiSzekely good = AcerbiSzekely.of(right, 0.975);
        // 100 breaches expected, so the second statistic has a deviation of about 0.1.
        assertThat(good.unconditional()).isCloseTo(0, within(0.4));
        assertThat(good.given()).isCloseTo(0, within(0.1));
        assertThat(good.speaksAgainst()).isFalse();
        assertThat(AcerbiSzekely.of(wrong, 0.975).speaksAgainst()).isTrue();
    }

    @Test
    void aForecastKnowsNothingOfItsOwnDayOrLater() {
        SeededRandom random = new SeededRandom(5);
        double[] returns = new double[400];
        Arrays.setAll(returns, i -> 0.01 * random.nextGaussian());
        double[] changed = returns.clone();
        for (int i = 350; i < 400; i++) {
            changed[i] *= 10;
        }
        for (TailMethod method : List.of(TailMethod.HISTORICAL, TailMethod.CORNISH_FISHER, TailMethod.EWMA)) {
            TailWish wish = TailWish.of(method, 0.95, 1);
            List<TailForecast> one = RollingForecasts.of(returns, wish, 250);
            List<TailForecast> other = RollingForecasts.of(changed, wish, 250);
            assertThat(other.subList(0, 100)).isEqualTo(one.subList(0, 100));
            assertThat(other.get(100).valueAtRisk()).isEqualTo(one.get(100).valueAtRisk());
            assertThat(other.get(149).valueAtRisk()).isNotEqualTo(one.get(149).valueAtRisk());
        }
        assertThatThrownBy(() -> RollingForecasts.of(returns, TailWish.of(TailMethod.HISTORICAL, 0.95, 5), 250))
                .isInstanceOf(CannotMeasure.class);
    }
}
