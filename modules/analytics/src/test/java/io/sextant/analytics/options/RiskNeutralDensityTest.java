package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RiskNeutralDensityTest {

    private static final SviSmile SKEWED = new SviSmile(0.01, 0.08, -0.6, 0.03, 0.2, 0.5, 250);
    private static final SviSmile FLAT = new SviSmile(0.04, 0, 0, 0, 0.1, 1, 100);

    @Test
    void integratesToOneAndItsMeanIsTheForward() {
        RandomGenerator random = new SeededRandom(11);
        int tried = 0;
        while (tried < 200) {
            double forward = 10 + 1_000 * random.nextDouble();
            double years = 0.02 + 2 * random.nextDouble();
            SviSmile smile = new SviSmile(
                    0.02 * years * random.nextDouble(),
                    0.3 * years * random.nextDouble(),
                    1.8 * random.nextDouble() - 0.9,
                    0.2 * random.nextDouble() - 0.1,
                    0.05 + 0.3 * random.nextDouble(),
                    years,
                    forward);
            if (!free(smile)) {
                continue;
            }
            tried++;
            RiskNeutralDensity density = new RiskNeutralDensity(smile);
            assertThat(density.mass()).as("%s", smile).isCloseTo(1, within(1e-7));
            assertThat(density.mean()).as("%s", smile).isCloseTo(forward, within(1e-6 * forward));
        }
    }

    private static boolean free(SviSmile smile) {
        for (double k = -5; k <= 5; k += 0.02) {
            if (smile.durrleman(k) <= 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void isTheSecondDifferenceOfCallPricesAndItsSumTheFirstOfPuts() {
        RiskNeutralDensity density = new RiskNeutralDensity(SKEWED);
        double h = 0.05;
        for (double strike = 150; strike <= 400; strike += 10) {
            double bend = (SKEWED.price(OptionRight.CALL, strike + h)
                            - 2 * SKEWED.price(OptionRight.CALL, strike)
                            + SKEWED.price(OptionRight.CALL, strike - h))
                    / (h * h);
            assertThat(density.at(strike)).isCloseTo(bend, within(1e-7));
            double slope =
                    (SKEWED.price(OptionRight.PUT, strike + h) - SKEWED.price(OptionRight.PUT, strike - h)) / (2 * h);
            assertThat(density.below(strike)).isCloseTo(slope, within(1e-6));
        }
    }

    @Test
    void ofAFlatSmileItIsLogNormal() {
        RiskNeutralDensity density = new RiskNeutralDensity(FLAT);
        assertThat(density.deviation()).isCloseTo(0.2, within(1e-8));
        assertThat(density.skewness()).isCloseTo(0, within(1e-6));
        assertThat(density.excessKurtosis()).isCloseTo(0, within(1e-5));
        for (double p : new double[] {0.01, 0.25, 0.5, 0.9}) {
            assertThat(density.quantile(p)).isCloseTo(100 * Math.exp(-0.02 + 0.2 * Normal.quantile(p)), within(1e-7));
        }
    }

    @Test
    void fearsFallsMoreWhereTheSmileLeansLeft() {
        RiskNeutralDensity density = new RiskNeutralDensity(SKEWED);
        assertThat(density.skewness()).isNegative();
        assertThat(density.excessKurtosis()).isPositive();
        assertThat(density.quantile(0.05)).isLessThan(density.quantile(0.5));
    }
}
