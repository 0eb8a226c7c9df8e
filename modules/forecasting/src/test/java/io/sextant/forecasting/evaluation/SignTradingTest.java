package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.forecasting.evaluation.SignTrading.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignTradingTest {

    @Test
    void everyChangeOfThePositionCostsAndTheLastOneToo() {
        List<Signal> signals = List.of(
                new Signal(10, 1, 100, 110),
                new Signal(11, 1, 110, 99),
                new Signal(12, -1, 99, 108.9),
                new Signal(13, 0, 108.9, 200));

        // +10 % -10 % -10 % and four changes of one stake: in, twice over, out.
        assertThat(SignTrading.netProfit(signals, 1, 25)).isCloseTo(0.1 - 0.1 - 0.1 - 4 * 0.0025, within(1e-12));
    }

    @Test
    void aHoleClosesThePosition() {
        List<Signal> signals = List.of(new Signal(1, 1, 100, 101), new Signal(7, 1, 100, 102));

        assertThat(SignTrading.netProfit(signals, 1, 10)).isCloseTo(0.03 - 4 * 0.001, within(1e-12));
    }

    @Test
    void forecastsOfTwoStepsHoldHalfTheStakeEach() {
        List<Signal> signals =
                List.of(new Signal(1, 1, 100, 102), new Signal(2, 1, 102, 104.04), new Signal(3, -1, 104.04, 100));

        // Half, then whole, then flat.
        assertThat(SignTrading.netProfit(signals, 2, 100)).isCloseTo(0.5 * 0.02 + 0.02 - 0.01 * 2, within(1e-12));
    }
}
