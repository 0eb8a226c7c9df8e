package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmericanOptionTest {

    /** A tree of many steps with the usual averaging of two depths: slow and plain. */
    private static double tree(OptionTerms t, int steps) {
        double step = t.years() / steps;
        double up = Math.exp(t.volatility() * Math.sqrt(step));
        double grow = Math.exp((t.rate() - t.dividend()) * step);
        double chance = (grow - 1 / up) / (up - 1 / up);
        double discount = Math.exp(-t.rate() * step);
        double[] value = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            value[i] = t.right().intrinsic(t.spot() * Math.pow(up, 2 * i - steps), t.strike());
        }
        for (int k = steps - 1; k >= 0; k--) {
            for (int i = 0; i <= k; i++) {
                double wait = discount * (chance * value[i + 1] + (1 - chance) * value[i]);
                value[i] = Math.max(wait, t.right().intrinsic(t.spot() * Math.pow(up, 2 * i - k), t.strike()));
            }
        }
        return value[0];
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, 100, 100, 1, 0.05, 0, 0.2",
        "PUT, 90, 100, 0.5, 0.08, 0.02, 0.3",
        "PUT, 120, 100, 2, 0.05, 0, 0.25",
        "CALL, 100, 100, 1, 0.03, 0.07, 0.25",
        "CALL, 80, 100, 3, 0.05, 0.1, 0.4",
        "PUT, 40, 45, 0.5833, 0.0488, 0, 0.3",
        "PUT, 100.3, 100, 0.1, 0.05, 0.01, 0.15",
        "CALL, 110, 100, 0.25, -0.01, 0, 0.2"
    })
    void equalsATreeOfManySteps(
            OptionRight right, double spot, double strike, double years, double rate, double yield, double vol) {
        OptionTerms t = new OptionTerms(right, spot, strike, years, rate, yield, vol);
        double plain = (tree(t, 2_000) + tree(t, 2_001)) / 2;

        assertThat(AmericanOption.price(t)).isCloseTo(plain, within(2e-5 * strike));
    }

    @Property(tries = 60)
    void isWorthAtLeastTheEuropeanAndExercise(
            @ForAll boolean call,
            @ForAll @DoubleRange(min = 50, max = 200) double spot,
            @ForAll @DoubleRange(min = 0.01, max = 3) double years,
            @ForAll @DoubleRange(min = 0.05, max = 1) double vol,
            @ForAll @DoubleRange(min = 0, max = 0.12) double yield) {
        OptionTerms t = new OptionTerms(call ? OptionRight.CALL : OptionRight.PUT, spot, 100, years, 0.05, yield, vol);
        double price = AmericanOption.price(t);

        assertThat(price).isGreaterThanOrEqualTo(BlackScholes.price(t) - 1e-12);
        assertThat(price).isGreaterThanOrEqualTo(t.right().intrinsic(spot, 100));
        assertThat(price).isLessThanOrEqualTo(call ? spot : 100);
        if (call && yield == 0) {
            assertThat(price).isEqualTo(BlackScholes.price(t));
        }
    }

    @Test
    void greeksNearTheEuropeanAreItsOwn() {
        // Far out of the money and soon over, the right to exercise early is worth nothing.
        OptionTerms t = new OptionTerms(OptionRight.PUT, 130, 100, 0.25, 0.02, 0, 0.3);
        Greeks american = AmericanOption.greeks(t);
        Greeks european = BlackScholes.greeks(t);

        assertThat(american.price()).isCloseTo(european.price(), within(2e-3));
        assertThat(american.delta()).isCloseTo(european.delta(), within(3e-4));
        assertThat(american.gamma()).isCloseTo(european.gamma(), within(1e-4));
        assertThat(american.vega()).isCloseTo(european.vega(), within(0.03));
        assertThat(american.theta()).isCloseTo(european.theta(), within(0.03));
        assertThat(american.vanna()).isCloseTo(european.vanna(), within(0.01));
    }

    /** Deep in the money a put is exercised: its price falls one for one and nothing else moves it. */
    @Test
    void exercisedAtOnceItIsItsIntrinsicValue() {
        Greeks g = AmericanOption.greeks(new OptionTerms(OptionRight.PUT, 50, 100, 1, 0.1, 0, 0.2));
        assertThat(g.price()).isEqualTo(50);
        assertThat(g.delta()).isCloseTo(-1, within(1e-9));
        assertThat(g.vega()).isCloseTo(0, within(1e-9));
    }

    @Test
    void withoutUncertaintyTheBestMomentIsTaken() {
        assertThat(AmericanOption.price(new OptionTerms(OptionRight.PUT, 90, 100, 1, 0.05, 0, 0)))
                .isEqualTo(10);
        assertThat(AmericanOption.price(new OptionTerms(OptionRight.CALL, 100, 100, 1, 0.05, 0, 0)))
                .isCloseTo(100 - 100 * Math.exp(-0.05), within(1e-12));
        assertThatThrownBy(() -> AmericanOption.price(new OptionTerms(OptionRight.PUT, 100, 100, 1, -0.01, -0.02, 0.2)))
                .hasMessageContaining("between two prices");
    }
}
