package io.sextant.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Market.Outcome;
import io.sextant.strategy.testing.Walks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where there is something to earn the strategies made for it earn it, and where there is nothing they earn nothing. */
class PlantedEdgeTest {

    private static final int BARS = 4_000;

    /** How far a Sharpe ratio a bar may be from its truth, at four deviations of its estimate. */
    private static final double FOUR_DEVIATIONS = 4 / Math.sqrt(BARS);

    private static Outcome outcome(String name, Map<String, Double> given, double[]... closes) {
        StrategyKind kind = StrategyCatalog.get(name);
        return Market.ofCloses(closes).outcomeOf(kind, Choice.of(kind, given));
    }

    /**
     * Returns r' = 0.4 r + e. A position by the sign of the return before earns E[sign(r) r'] = 0.4 E|r| = 0.4 sqrt(2 / pi) of a deviation a
     * bar: a Sharpe ratio of 0.32 / sqrt(1 - 0.32^2) = 0.337.
     */
    @Test
    void momentumEarnsWhatReturnsThatFollowEachOtherHold() {
        double[] closes = Walks.autoregressive(11, BARS, 0, 0.4, 0.01);
        assertThat(outcome("time-series-momentum", Map.of("lookback", 1.0), closes)
                        .sharpeOfBar())
                .isCloseTo(0.337, within(FOUR_DEVIATIONS));
    }

    @Test
    void nothingIsEarnedOnAWalk() {
        double[] walk = Walks.random(12, BARS);
        for (String name : new String[] {
            "time-series-momentum", "bollinger-reversion", "ou-reversion", "rsi-reversion", "donchian-breakout"
        }) {
            Map<String, Double> given = name.equals("time-series-momentum") ? Map.of("lookback", 1.0) : Map.of();
            assertThat(outcome(name, given, walk).sharpeOfBar()).as(name).isCloseTo(0, within(FOUR_DEVIATIONS));
        }
    }

    /**
     * A log that keeps 0.9 of its distance at each bar. Who knows all of it and holds by the sign of the distance earns 0.1 E|x| a bar, with x at
     * rest of deviation s / sqrt(1 - 0.81) = 2.29 s: 0.1 * 0.798 * 2.29 = 0.183. In a position at some of the times and by a fit,
     * a third of that is asked for; of a walk it would be nothing.
     */
    @Test
    void reversionEarnsAPartOfWhatAReturningPriceHolds() {
        double[] closes = Walks.exp(100, Walks.returning(13, BARS, 0.9, 0.01));
        for (String name : new String[] {"ou-reversion", "bollinger-reversion", "rsi-reversion"}) {
            assertThat(outcome(name, Map.of(), closes).sharpeOfBar())
                    .as(name)
                    .isGreaterThan(0.183 / 3)
                    .isLessThan(0.183 + FOUR_DEVIATIONS);
        }
    }

    /** The same between two instruments: the walk of the one is hedged away, and nobody who holds one alone could earn it. */
    @Test
    void pairsEarnWhatIsBetweenTiedInstruments() {
        double[] walk = Walks.random(14, BARS);
        double[] tied = Walks.tiedTo(walk, 0.8, Walks.returning(15, BARS, 0.9, 0.01));
        for (String name : new String[] {"pairs", "basket", "kalman-pair"}) {
            assertThat(outcome(name, Map.of(), tied, walk).sharpeOfBar())
                    .as(name)
                    .isGreaterThan(0.183 / 3)
                    .isLessThan(0.183 + FOUR_DEVIATIONS);
        }
        double[] stranger = Walks.random(16, BARS);
        for (String name : new String[] {"pairs", "basket", "kalman-pair"}) {
            assertThat(outcome(name, Map.of(), stranger, walk).sharpeOfBar())
                    .as(name)
                    .isCloseTo(0, within(FOUR_DEVIATIONS));
        }
    }

    /** Ten instruments with drifts from -0.1 to 0.1 of a deviation a bar; the first and last three differ by 0.156 deviations on average. */
    @Test
    void crossSectionalMomentumEarnsWhatInstrumentsDifferBy() {
        double[][] closes = new double[10][];
        for (int k = 0; k < 10; k++) {
            closes[k] = Walks.autoregressive(20 + k, BARS, 0.01 * (-0.1 + 0.2 * k / 9), 0, 0.01);
        }
        // Half of the equity each way in thirds: 0.078 over sqrt(6) / 6 is a ratio of 0.19 with a perfect ranking, from
        // the right side.
        assertThat(outcome("cross-sectional-momentum", Map.of(), closes).sharpeOfBar())
                .isBetween(0.19 / 2, 0.19 + FOUR_DEVIATIONS);
    }
}
