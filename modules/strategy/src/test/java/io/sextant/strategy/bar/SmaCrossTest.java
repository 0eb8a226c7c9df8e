package io.sextant.strategy.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Wished;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmaCrossTest {

    private static List<Wished> wishes(int fast, int slow, boolean longOnly, double... closes) {
        SmaCross cross = new SmaCross();
        Choice choice = Choice.of(
                cross, Map.of("fast", (double) fast, "slow", (double) slow, "long-only", longOnly ? 1.0 : 0.0));
        return Market.ofCloses(closes).wishesOf(cross, choice);
    }

    @Test
    void wantsToBeLongWhereTheFastMeanCrossesAboveTheSlowAndShortWhereBelow() {
        // Means of 1 and 3 closes: -, -, 1 below 2, 4 above 7/3, 2 below 7/3.
        assertThat(wishes(1, 3, false, 3, 2, 1, 4, 2))
                .extracting(Wished::bar, Wished::share)
                .containsExactly(tuple(3, 1.0), tuple(4, -1.0));
        assertThat(wishes(1, 3, true, 3, 2, 1, 4, 2)).extracting(Wished::share).containsExactly(1.0, 0.0);
    }

    @Test
    void saysInWhichFiguresItSawACrossing() {
        assertThat(wishes(1, 3, false, 3, 2, 1, 4).getFirst().target().reason().text())
                .isEqualTo("crossed-up fast-mean=4.00000 slow-mean=2.33333");
    }

    @Test
    void aTouchIsNoCrossing() {
        // Below, level, above: a crossing goes from one side to the other from one bar to the next.
        assertThat(wishes(1, 2, false, 3, 2, 2, 4)).isEmpty();
    }

    @Test
    void pricesThatRestAreLevelWhateverTheLastDigitsOfTheirMeans() {
        double[] closes = new double[500];
        Arrays.fill(closes, 0.1 + 0.2);
        assertThat(wishes(7, 30, false, closes)).isEmpty();
    }

    @Test
    void refusesAFastMeanThatIsNotFaster() {
        assertThatThrownBy(() -> wishes(30, 30, false, 1)).hasMessageContaining("30 of 30");
    }
}
