package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ImpliedVolatilityTest {

    /** From the time value itself, so that only the search can lose digits. */
    @Property(tries = 5_000)
    void normalizedPricesGiveBackTheirDeviation(
            @ForAll @DoubleRange(min = -6, max = 0) double x, @ForAll @DoubleRange(min = 0.02, max = 6) double s) {
        double price = NormalizedBlack.price(x, s);
        double most = Math.exp(x / 2);
        if (price < 1e-290 || most - price < 1e-6 * most) {
            return;
        }
        double found = ImpliedVolatility.ofForward(OptionRight.CALL, price, Math.exp(x / 2), Math.exp(-x / 2), 1);
        // What is known of the price decides what is known of the deviation.
        double known = 1e-15 * price / NormalizedBlack.vega(x, s) * Math.max(1, Math.abs(x) / s);
        assertThat(found).isCloseTo(s, within(1e-10 * s + 100 * known));
    }

    @Test
    void fewStepsAreTaken() {
        int most = 0;
        long sum = 0;
        int count = 0;
        for (double x = -4; x <= 0; x += 0.0503) {
            for (double s = 0.03; s < 5; s *= 1.07) {
                double price = NormalizedBlack.price(x, s);
                if (price > 1e-250 && Math.exp(x / 2) - price > 1e-4 * Math.exp(x / 2)) {
                    int steps = ImpliedVolatility.steps(x, price);
                    most = Math.max(most, steps);
                    sum += steps;
                    count++;
                }
            }
        }
        assertThat(sum / (double) count).as("steps on average").isLessThan(3);
        assertThat(most).isLessThanOrEqualTo(5);
    }

    @Test
    void pricesOutsideTheBoundsHaveNone() {
        assertThat(ImpliedVolatility.of(OptionRight.CALL, 101, 100, 90, 1, 0, 0))
                .isNaN();
        assertThat(ImpliedVolatility.of(OptionRight.CALL, 9, 100, 90, 1, 0, 0)).isNaN();
        assertThat(ImpliedVolatility.of(OptionRight.CALL, 10, 100, 90, 1, 0, 0)).isZero();
        assertThat(ImpliedVolatility.of(OptionRight.PUT, 0, 100, 90, 1, 0, 0)).isZero();
        assertThat(ImpliedVolatility.of(OptionRight.PUT, 1, 100, 90, 0, 0, 0)).isNaN();
    }

    @Test
    void farOutOfTheMoneyPricesKeepTheirDigits() {
        double price = BlackScholes.price(new OptionTerms(OptionRight.PUT, 100, 20, 0.1, 0.02, 0.01, 0.3));
        assertThat(price).isBetween(1e-70, 1e-40);
        assertThat(ImpliedVolatility.of(OptionRight.PUT, price, 100, 20, 0.1, 0.02, 0.01))
                .isCloseTo(0.3, within(1e-11));
    }
}
