package io.sextant.strategy.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Walks;
import io.sextant.strategy.testing.Wished;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendStrategiesTest {

    private static List<Wished> wishes(StrategyKind kind, Map<String, Double> given, double... closes) {
        return Market.ofCloses(closes).wishesOf(kind, Choice.of(kind, given));
    }

    private static List<String> told(List<Wished> wishes) {
        return wishes.stream()
                .map(each -> each.bar() + " " + each.share() + " "
                        + each.target().reason().code())
                .toList();
    }

    /** Exponential means of 1 and 3 closes, begun with 2: the second moves half of the way to each close. */
    @Test
    void theEmaCrossWaitsUntilTheBeginningIsForgotten() {
        EmaCross cross = new EmaCross();
        Choice choice = Choice.of(cross, Map.of("fast", 1.0, "slow", 3.0));
        int warmUp = cross.needs(choice).warmUpBars();
        // 0.5^20 is the first power below a millionth; 3 closes make the first mean and a crossing takes one bar more.
        assertThat(warmUp).isEqualTo(3 + 20 + 1);
        double[] closes = new double[30];
        Arrays.setAll(closes, i -> i % 2 == 0 ? 10 : 11);
        assertThat(Market.ofCloses(closes).wishesOf(cross, choice))
                .hasSize(30 - warmUp + 1)
                .first()
                .matches(each -> each.bar() == warmUp - 1);
    }

    @Test
    void entersWhereTheCloseBreaksOutOfTheChannelBeforeItAndLeavesByTheShorterOne() {
        DonchianBreakout breakout = new DonchianBreakout();
        Map<String, Double> given = Map.of("entry", 4.0, "exit", 2.0);
        // Highs of the four before bar 5 reach 12; 13 breaks them. 11 is below the two lows before it, 12 and 13; 9
        // below all four.
        assertThat(told(wishes(breakout, given, 10, 12, 11, 10, 12, 13, 13.5, 11, 9)))
                .containsExactly("5 1.0 broke-out-up", "7 0.0 fell-back", "8 -1.0 broke-out-down");
        assertThat(told(wishes(
                        breakout,
                        Map.of("entry", 4.0, "exit", 2.0, "long-only", 1.0),
                        10,
                        12,
                        11,
                        10,
                        12,
                        13,
                        13.5,
                        11,
                        9)))
                .containsExactly("5 1.0 broke-out-up", "7 0.0 fell-back");
        assertThatThrownBy(() -> wishes(breakout, Map.of("entry", 4.0, "exit", 5.0), 1))
                .hasMessageContaining("5 and 4");
    }

    @Test
    void touchingTheChannelIsNoBreak() {
        assertThat(wishes(new DonchianBreakout(), Map.of("entry", 3.0, "exit", 2.0), 10, 12, 11, 12, 10, 12))
                .isEmpty();
    }

    @Test
    void followsTheSignOfTheReturnOverItsLook() {
        TimeSeriesMomentum momentum = new TimeSeriesMomentum();
        double[] closes = {10, 11, 12, 11, 10, 9, 12};
        assertThat(told(wishes(momentum, Map.of("lookback", 2.0), closes)))
                .containsExactly("2 1.0 rose", "4 -1.0 fell", "6 1.0 rose");
        // A fall of 16.7 % at bar 4 is too little, of 18.2 % at bar 5 is not.
        assertThat(told(wishes(momentum, Map.of("lookback", 2.0, "least-move", 0.17, "long-only", 1.0), closes)))
                .containsExactly("2 1.0 rose", "5 0.0 fell", "6 1.0 rose");
    }

    @Test
    void holdsSoMuchThatItMovesAsMuchAsItWasTold() {
        VolatilityTargetTrend trend = new VolatilityTargetTrend();
        Map<String, Double> given =
                Map.of("lookback", 10.0, "volatility-bars", 250.0, "volatility-target", 0.1, "step", 0.01);
        // A daily deviation of 2 % is 0.02 * sqrt(252) = 31.7 % a year, and a tenth takes a share of 0.315.
        double[] closes = Walks.autoregressive(5, 1_500, 0.002, 0, 0.02);
        List<Wished> wishes = wishes(trend, given, closes);
        // The deviation of 250 draws is known within 1 / sqrt(500) = 4.5 %; four of those and the step are the
        // tolerance.
        assertThat(wishes)
                .allSatisfy(
                        each -> assertThat(Math.abs(each.share())).isCloseTo(0.315, within(0.315 * 4 * 0.045 + 0.01)));
        assertThat(wishes.stream().filter(each -> each.share() > 0).count()).isPositive();
        double[] calm = new double[300];
        Arrays.setAll(calm, i -> 100 + i % 2 * 0.001 + i * 0.001);
        assertThat(wishes(trend, given, calm))
                .as("no more than it may")
                .extracting(Wished::share)
                .containsExactly(1.0);
        double[] resting = new double[300];
        Arrays.fill(resting, 100);
        assertThat(wishes(trend, given, resting)).isEmpty();
    }
}
