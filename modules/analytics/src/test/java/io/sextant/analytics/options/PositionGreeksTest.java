package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.options.PositionGreeks.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionGreeksTest {

    private static final List<OptionPosition> STRADDLE = List.of(
            new OptionPosition(OptionRight.CALL, 100, 0.5, 0.2, 3),
            new OptionPosition(OptionRight.PUT, 100, 0.5, 0.25, -2));

    private static double value(double spot, double shift, double years) {
        return PositionGreeks.of(STRADDLE, new Scenario(spot, shift, years), 0.03, 0.01, 100)
                .value();
    }

    @Test
    void addsUpContractsWithTheirSigns() {
        double call = BlackScholes.price(new OptionTerms(OptionRight.CALL, 105, 100, 0.4, 0.03, 0.01, 0.25));
        double put = BlackScholes.price(new OptionTerms(OptionRight.PUT, 105, 100, 0.4, 0.03, 0.01, 0.3));
        assertThat(value(105, 0.05, 0.1)).isCloseTo(300 * call - 200 * put, within(1e-9));
    }

    @Test
    void itsGreeksAreTheDifferencesOfItsValue() {
        PositionGreeks now = PositionGreeks.of(STRADDLE, new Scenario(100, 0, 0), 0.03, 0.01, 100);
        assertThat(now.delta()).isCloseTo((value(100.01, 0, 0) - value(99.99, 0, 0)) / 0.02, within(1e-4));
        assertThat(now.vega()).isCloseTo((value(100, 0.001, 0) - value(100, -0.001, 0)) / 0.2, within(1e-4));
        assertThat(now.theta()).isCloseTo(value(100, 0, 0.5 / 365) - value(100, 0, 0) + now.theta() / 2, within(0.05));
    }

    @Test
    void afterExpiryOnlyTheIntrinsicValueIsLeft() {
        assertThat(value(110, 0, 1)).isEqualTo(3_000);
        assertThat(value(90, -1, 0.5)).isEqualTo(-2_000);
    }
}
