package io.sextant.strategy.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.linear.LeastSquares;
import io.sextant.analytics.statistics.Series;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Walks;
import io.sextant.strategy.testing.Wished;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReversionStrategiesTest {

    private static List<Wished> wishes(StrategyKind kind, Map<String, Double> given, double... closes) {
        return Market.ofCloses(closes).wishesOf(kind, Choice.of(kind, given));
    }

    private static List<String> told(List<Wished> wishes) {
        return wishes.stream()
                .map(each -> each.bar() + " " + each.share() + " "
                        + each.target().reason().code())
                .toList();
    }

    @Test
    void buysBelowTheLowerBandAndIsOutAtTheMean() {
        BollingerReversion bands = new BollingerReversion();
        Map<String, Double> given = Map.of("length", 5.0, "deviations", 1.5);
        // 8 among 10, 10, 10, 10 lies (8 - 9.6) / 0.8 = -2 deviations off; 9.8 among 10 10 10 8 above their mean of
        // 9.56.
        List<Wished> wishes = wishes(bands, given, 10, 10, 10, 10, 8, 9.8, 9.8, 12);
        assertThat(told(wishes)).containsExactly("4 1.0 too-low", "5 0.0 came-home", "7 -1.0 too-high");
        assertThat(wishes.getFirst().target().reason().figures().getFirst().value())
                .isCloseTo(-2, within(1e-12));
        assertThat(told(wishes(
                        bands, Map.of("length", 5.0, "deviations", 1.5, "long-only", 1.0), 10, 10, 10, 10, 12, 10)))
                .isEmpty();
    }

    @Test
    void pricesThatRestAreNeitherHighNorLow() {
        double[] closes = new double[400];
        Arrays.fill(closes, 7.1);
        for (StrategyKind kind : List.of(new BollingerReversion(), new OrnsteinUhlenbeckReversion())) {
            assertThat(Market.ofCloses(closes).wishesOf(kind, Choice.usual(kind)))
                    .as(kind.name())
                    .isEmpty();
        }
    }

    @Test
    void buysWhereTheStrengthIsLowAndIsOutAtFifty() {
        RsiReversion reversion = new RsiReversion();
        double[] closes = new double[80];
        // Ups and downs of one: the strength swings around 50. Then ten falls and ten rises.
        Arrays.setAll(closes, i -> i < 60 ? 100 + i % 2 : i < 70 ? 160 - i : 20 + i);
        List<Wished> wishes = wishes(reversion, Map.of("length", 2.0, "low", 5.0), closes);
        assertThat(wishes).extracting(Wished::share).containsExactly(1.0, 0.0, -1.0);
        assertThat(wishes.get(0).bar()).isBetween(60, 69);
        assertThat(wishes.get(1).bar())
                .as("the first rise outweighs falls of one")
                .isBetween(70, 72);
    }

    /** Its score is that of a regression and of a process at rest, taken here by hand from five logs. */
    @Test
    void scoresByTheProcessThatItFits() {
        double[] closes = Walks.exp(50, Walks.returning(2, 400, 0.8, 0.02));
        List<Wished> wishes = wishes(new OrnsteinUhlenbeckReversion(), Map.of("window", 50.0), closes);
        assertThat(wishes).isNotEmpty();
        Wished first = wishes.getFirst();
        int bar = first.bar();
        double[] x = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = Math.log(closes[bar - 50 + i]);
            y[i] = Math.log(closes[bar - 49 + i]);
        }
        LeastSquares fit = LeastSquares.fit(y, new double[][] {Series.ones(50), x});
        double slope = fit.coefficients()[1];
        double squares = Arrays.stream(fit.residuals()).map(e -> e * e).sum();
        double deviation = Math.sqrt(squares / 48 / (1 - slope * slope));
        double score = (y[49] - fit.coefficients()[0] / (1 - slope)) / deviation;
        // Two ways to the same sums of squares around logs near 4, which leave ten digits of the fourteen.
        assertThat(first.target().reason().figures().getFirst().value()).isCloseTo(score, within(1e-8));
        assertThat(Math.abs(score)).isGreaterThan(1.25);
        assertThat(Math.signum(first.share())).isEqualTo(-Math.signum(score));
    }

    @Test
    void keepsOutWhereHalfOfADistanceTakesTooLong() {
        double[] slow = Walks.exp(50, Walks.returning(2, 600, 0.97, 0.02));
        Map<String, Double> quick = Map.of("window", 200.0, "longest-half-life", 2.0);
        assertThat(wishes(new OrnsteinUhlenbeckReversion(), quick, slow)).isEmpty();
        assertThatThrownBy(() -> wishes(new OrnsteinUhlenbeckReversion(), Map.of("enter", 1.0, "leave", 1.5), 1))
                .hasMessageContaining("1.5 and 1.0");
    }
}
