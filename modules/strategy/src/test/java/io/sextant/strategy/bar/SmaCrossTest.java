package io.sextant.strategy.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.strategy.bar.BarStrategy.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmaCrossTest {

    private static List<Wish> wishes(SmaCross cross, double... closes) {
        List<Wish> wishes = new ArrayList<>();
        for (double close : closes) {
            wishes.add(cross.next(0, close, close, close, close, 1));
        }
        return wishes;
    }

    @Test
    void wantsToBeLongWhereTheFastMeanCrossesAboveTheSlowAndShortWhereBelow() {
        // Means of 1 and 3 closes: -, -, 1 below 2, 4 above 7/3, 2 below 7/3.
        assertThat(wishes(new SmaCross(1, 3, false), 3, 2, 1, 4, 2))
                .containsExactly(Wish.AS_IT_IS, Wish.AS_IT_IS, Wish.AS_IT_IS, Wish.LONG, Wish.SHORT);
        assertThat(wishes(new SmaCross(1, 3, true), 3, 2, 1, 4, 2)).endsWith(Wish.LONG, Wish.FLAT);
    }

    @Test
    void aTouchIsNoCrossing() {
        // Below, level, above: a crossing goes from one side to the other from one bar to the next.
        assertThat(wishes(new SmaCross(1, 2, false), 3, 2, 2, 4)).doesNotContain(Wish.LONG, Wish.SHORT);
    }

    @Test
    void pricesThatRestAreLevelWhateverTheLastDigitsOfTheirMeans() {
        double[] closes = new double[500];
        Arrays.fill(closes, 0.1 + 0.2);
        assertThat(wishes(new SmaCross(7, 30, false), closes)).containsOnly(Wish.AS_IT_IS);
    }

    @Test
    void refusesAFastMeanThatIsNotFaster() {
        assertThatThrownBy(() -> new SmaCross(30, 30, false)).hasMessageContaining("30 of 30");
    }
}
