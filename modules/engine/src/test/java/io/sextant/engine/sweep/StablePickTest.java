package io.sextant.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.verdict.Grid;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StablePickTest {

    private static final int SIDE = 20;
    private static final Grid GRID = Grid.parse("a=1:20:1,b=1:20:1");

    /** 1 on a plateau of five by five in a plain of 0, and 3 on a spike far from it. */
    private static double planted(int a, int b) {
        boolean plateau = a >= 11 && a <= 15 && b >= 3 && b <= 7;
        return a == 4 && b == 14 ? 3 : plateau ? 1 : 0;
    }

    private static SweepPoint point(int a, int b, double value) {
        return new SweepPoint(
                List.of(a, b),
                new Choice(Map.of("a", a + 1.0, "b", b + 1.0)),
                new BacktestOutcome(1, 0, value, 0, 0, 0, 0));
    }

    private static SweepResult every(SeededRandom noise, double deviation) {
        List<SweepPoint> points = new ArrayList<>();
        for (int a = 0; a < SIDE; a++) {
            for (int b = 0; b < SIDE; b++) {
                points.add(point(a, b, planted(a, b) + deviation * noise.nextGaussian()));
            }
        }
        return new SweepResult(GRID, SweepMeasure.RETURN, points);
    }

    @Test
    void thePlateauIsPickedAndNotTheHigherSpikeBesideIt() {
        SweepResult result = every(new SeededRandom(1), 0);
        assertThat(result.best().at()).containsExactly(4, 14);
        StablePick pick = result.stable().orElseThrow();
        assertThat(pick.point().at().get(0)).isBetween(12, 14);
        assertThat(pick.point().at().get(1)).isBetween(4, 6);
        assertThat(pick.mean()).isEqualTo(1);
        assertThat(pick.deviation()).isZero();
        assertThat(pick.neighbours()).isEqualTo(9);
        assertThat(pick.reach()).isEqualTo(1);
    }

    @Test
    void noiseMovesThePickWithinThePlateau() {
        for (long seed = 1; seed <= 20; seed++) {
            StablePick pick = every(new SeededRandom(seed), 0.1).stable().orElseThrow();
            assertThat(pick.point().at().get(0)).isBetween(11, 15);
            assertThat(pick.point().at().get(1)).isBetween(3, 7);
        }
    }

    /** By hand: a mean of 2 with the deviation of 1, 2 and 3, which is 1. */
    @Test
    void theScoreIsTheMeanLessTheDeviation() {
        Grid line = Grid.parse("a=1:3:1");
        List<SweepPoint> points = new ArrayList<>();
        for (int a = 0; a < 3; a++) {
            points.add(new SweepPoint(
                    List.of(a), new Choice(Map.of("a", a + 1.0)), new BacktestOutcome(1, 0, a + 1, 0, 0, 0, 0)));
        }
        StablePick pick =
                new SweepResult(line, SweepMeasure.RETURN, points).stable().orElseThrow();
        // The end of 2 and 3 scores 2.5 less the root of a half, the middle 2 less 1.
        assertThat(pick.point().at()).containsExactly(2);
        assertThat(pick.score()).isCloseTo(2.5 - Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void ofAFewPointsTheNeighboursAreFurtherAwayAndALoneOneIsNoPlateau() {
        SeededRandom random = new SeededRandom(2);
        List<SweepPoint> points = new ArrayList<>();
        for (SweepPoint each : every(new SeededRandom(1), 0).points()) {
            boolean spike = each.at().equals(List.of(4, 14));
            if (spike || random.nextInt(8) == 0) {
                points.add(each);
            }
        }
        StablePick pick =
                new SweepResult(GRID, SweepMeasure.RETURN, points).stable().orElseThrow();
        assertThat(pick.reach()).isGreaterThan(1);
        assertThat(pick.neighbours()).isGreaterThanOrEqualTo(4);
        assertThat(pick.point().at()).isNotEqualTo(List.of(4, 14));
        assertThat(new SweepResult(GRID, SweepMeasure.RETURN, List.of(point(1, 1, 5))).stable())
                .isEmpty();
    }

    /** Sets that never trade lose nothing; of those that did, all lost. */
    @Test
    void whereAllLostTheBestIsOneThatTraded() {
        List<SweepPoint> points = new ArrayList<>();
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                int trades = a < 2 ? 0 : 5;
                points.add(new SweepPoint(
                        List.of(a, b),
                        new Choice(Map.of("a", a + 1.0, "b", b + 1.0)),
                        new BacktestOutcome(trades, 0, trades == 0 ? 0 : -1 - 0.1 * b, 0, 0, 0, 0)));
            }
        }
        SweepResult result = new SweepResult(GRID, SweepMeasure.RETURN, points);
        assertThat(result.best().at()).containsExactly(2, 0);
        assertThat(result.stable().orElseThrow().point().outcome().trades()).isEqualTo(5);
        assertThat(new SweepResult(GRID, SweepMeasure.RETURN, points.subList(0, 8))
                        .best()
                        .at())
                .containsExactly(0, 0);
    }
}
