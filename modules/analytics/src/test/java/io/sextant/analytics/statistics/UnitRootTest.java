package io.sextant.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitRootTest {

    /** Without lags and constant the test is one quotient. */
    @Test
    void withoutLagsIsTheTValueOfOneQuotient() {
        double[] y = {1, 2, 1.5, 3, 2.2, 2.9, 1.1, 0.4, 1.7};
        double top = 0;
        double bottom = 0;
        for (int i = 1; i < y.length; i++) {
            top += (y[i] - y[i - 1]) * y[i - 1];
            bottom += y[i - 1] * y[i - 1];
        }
        double slope = top / bottom;
        double squares = 0;
        for (int i = 1; i < y.length; i++) {
            squares += Math.pow(y[i] - y[i - 1] - slope * y[i - 1], 2);
        }
        double error = Math.sqrt(squares / (y.length - 2) / bottom);

        assertThat(AugmentedDickeyFuller.test(y, 0, Deterministic.NONE).statistic())
                .isCloseTo(slope / error, within(1e-12));
    }

    /** MacKinnon's own examples of his tables: the 5 % points of the asymptotic distributions have p-values of 0.05. */
    @ParameterizedTest
    @CsvSource({
        "NONE, 1, -1.941",
        "CONSTANT, 1, -2.86154",
        "TREND, 1, -3.41049",
        "CONSTANT, 2, -3.33613",
        "CONSTANT, 3, -3.74066",
        "TREND, 2, -3.78057",
        "CONSTANT, 6, -4.70693",
        "TREND, 6, -4.98228"
    })
    void pValuesAndCriticalValuesAgree(Deterministic deterministic, int series, double fivePercent) {
        assertThat(MacKinnon.pValue(fivePercent, deterministic, series)).isCloseTo(0.05, within(0.002));
        if (deterministic != Deterministic.NONE || series == 1) {
            assertThat(MacKinnon.criticalValues(deterministic, series, Integer.MAX_VALUE)
                            .fivePercent())
                    .isCloseTo(fivePercent, within(1e-6));
        }
    }

    @Test
    void pValuesRiseWithTheStatistic() {
        for (Deterministic deterministic : Deterministic.values()) {
            for (int series = 1; series <= 6; series++) {
                double before = 0;
                for (double t = -30; t <= 5; t += 0.01) {
                    double p = MacKinnon.pValue(t, deterministic, series);
                    assertThat(p).isBetween(0.0, 1.0);
                    // The two surfaces meet within a thousandth.
                    assertThat(p).isGreaterThanOrEqualTo(before - 2e-3);
                    before = p;
                }
            }
        }
        assertThat(MacKinnon.pValue(-3, Deterministic.CONSTANT, 7)).isNaN();
    }

    @Test
    void wanderingAndReturningSeriesAreToldApart() {
        SplittableRandom random = new SplittableRandom(11);
        int wrongWalk = 0;
        int wrongReturn = 0;
        for (int run = 0; run < 200; run++) {
            double[] walk = new double[300];
            double[] back = new double[300];
            for (int i = 1; i < walk.length; i++) {
                double step = random.nextGaussian();
                walk[i] = walk[i - 1] + step;
                back[i] = 0.5 * back[i - 1] + step;
            }
            wrongWalk +=
                    AugmentedDickeyFuller.test(walk, 1, Deterministic.CONSTANT).pValue() < 0.05 ? 1 : 0;
            wrongReturn +=
                    AugmentedDickeyFuller.test(back, 1, Deterministic.CONSTANT).pValue() > 0.05 ? 1 : 0;
            assertThat(PhillipsPerron.test(back, 4, Deterministic.CONSTANT)
                            .tau()
                            .pValue())
                    .isLessThan(0.05);
        }
        assertThat(wrongWalk).as("of 200 walks some ten pass by chance").isBetween(2, 22);
        assertThat(wrongReturn).isZero();
    }

    /** Without lags of the long-run variance nothing is corrected. */
    @Test
    void phillipsPerronWithoutLagsIsDickeyFullerWithout() {
        SplittableRandom random = new SplittableRandom(3);
        double[] y = new double[80];
        for (int i = 1; i < y.length; i++) {
            y[i] = 0.9 * y[i - 1] + random.nextGaussian();
        }
        for (Deterministic deterministic : Deterministic.values()) {
            assertThat(PhillipsPerron.test(y, 0, deterministic).tau().statistic())
                    .as(deterministic.name())
                    .isCloseTo(AugmentedDickeyFuller.test(y, 0, deterministic).statistic(), within(1e-9));
        }
    }

    @Test
    void refusesWhatCannotBeTested() {
        double[] flat = new double[50];
        Arrays.fill(flat, 3);
        assertThatThrownBy(() -> AugmentedDickeyFuller.test(flat, 1, Deterministic.CONSTANT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kpss.test(flat, 1, Deterministic.CONSTANT)).hasMessageContaining("does not move");
        assertThatThrownBy(() -> Kpss.test(Series.count(1, 20), 1, Deterministic.NONE))
                .hasMessageContaining("level or a trend");
        assertThatThrownBy(() -> AugmentedDickeyFuller.test(new double[] {1, 2, 3}, 1, Deterministic.NONE))
                .hasMessageContaining("at least 7 values, not 3");
        assertThatThrownBy(() -> AugmentedDickeyFuller.test(
                        new double[] {1, 2, Double.NaN, 3, 4, 5, 6, 7, 8}, 1, Deterministic.NONE))
                .hasMessageContaining("value 3");
    }
}
