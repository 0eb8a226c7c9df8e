package io.sextant.analytics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values to 17 digits of an independent library (SciPy 1.10), and against closed forms. */
class DistributionTest {

    private static final double DIGITS_13_PERCENT = 1e-11;

    @ParameterizedTest
    @CsvSource({
        "-20.0, 2.7536241186061556e-89, 1.0442939379528289e+174",
        "-8.3, 5.2055697448902465e-17, 1.6579707100729748e+30",
        "-5.1, 1.6982674071475966e-07, 395393449413.7257",
        "-2.7, 0.0034669738030406647, 2930.94452028064",
        "-1.0, 0.15865525393145707, 5.008980080762283",
        "-0.66, 0.25462691467133614, 2.5497554476026316",
        "-0.3, 0.3820885778110474, 1.4537492328427655",
        "-1e-09, 0.49999999960105773, 1.0000000011283796",
        "0.2, 0.579259709439103, 0.8090195199015808",
        "0.5, 0.6914624612740131, 0.6156903441929258",
        "1.7, 0.955434537241457, 0.2916632970753434",
        "3.9, 0.9999519036559824, 0.14031418160068973",
        "4.1, 0.9999793424930875, 0.13383411641865198",
        "5.8, 0.999999996684254, 0.09588837482481413",
        "6.2, 0.9999999997176842, 0.08985810831974593",
        "25.0, 1.0, 0.022549572432641357"
    })
    void normalKeepsItsDigitsFarOut(double x, double cumulative, double erfcx) {
        assertThat(Normal.cumulative(x)).isCloseTo(cumulative, withinPercentage(DIGITS_13_PERCENT));
        assertThat(Normal.erfcx(x)).isCloseTo(erfcx, withinPercentage(DIGITS_13_PERCENT));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-20, -9.262340089798409",
        "1e-11, -6.706023155495137",
        "1e-06, -4.753424308822899",
        "0.01, -2.3263478740408408",
        "0.075, -1.4395314709384563",
        "0.2, -0.8416212335729142",
        "0.4999, -0.0002506628300880075",
        "0.6, 0.2533471031357997",
        "0.93, 1.475791028179171",
        "0.999, 3.090232306167813",
        "0.9999999, 5.199337582290661"
    })
    void quantileInvertsTheDistribution(double probability, double x) {
        assertThat(Normal.quantile(probability)).isCloseTo(x, withinPercentage(DIGITS_13_PERCENT));
    }

    @Test
    void quantileEndsAtInfinity() {
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.quantile(1.1)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1.0, 0.7518296340458492",
        "3.84, 1.0, 0.05004352124870519",
        "40.0, 1.0, 2.5396285894708634e-10",
        "5.99, 2.0, 0.05003662708658629",
        "12.0, 10.0, 0.2850565003166312",
        "200.0, 30.0, 4.9527335290032224e-27",
        "90.0, 100.0, 0.7531979655998298",
        "300.0, 100.0, 7.4121008573230175e-22"
    })
    void chiSquaredTail(double x, double degrees, double tail) {
        assertThat(Tails.chiSquared(x, degrees)).isCloseTo(tail, withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 1.0, 10.0, 0.6642514717311352",
        "4.1, 2.0, 30.0, 0.026660505344448554",
        "19.0, 3.0, 7.0, 0.0009636186623282392",
        "1.01, 40.0, 1000.0, 0.4546644531545124",
        "8.0, 5.0, 2000.0, 1.7691546930740753e-07"
    })
    void fisherTail(double x, double above, double below, double tail) {
        assertThat(Tails.fisher(x, above, below)).isCloseTo(tail, withinPercentage(1e-9));
    }

    @Test
    void studentWithOneDegreeIsCauchys() {
        for (double x : new double[] {0.1, 1, 3, 40}) {
            double cauchy = 1 - 2 / Math.PI * Math.atan(x);
            assertThat(Tails.studentTwoSided(x, 1)).isCloseTo(cauchy, withinPercentage(1e-9));
        }
    }

    @Test
    void logGammaOfWholeNumbersIsTheLogarithmOfFactorials() {
        double factorial = 1;
        for (int n = 1; n < 60; n++) {
            assertThat(Math.exp(Tails.logGamma(n) - Math.log(factorial))).isCloseTo(1, withinPercentage(1e-10));
            factorial *= n;
        }
    }
}
