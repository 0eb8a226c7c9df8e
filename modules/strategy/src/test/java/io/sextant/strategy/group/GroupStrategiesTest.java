package io.sextant.strategy.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Market.Outcome;
import io.sextant.strategy.testing.Walks;
import io.sextant.strategy.testing.Wished;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupStrategiesTest {

    private static double[] growing(int size, double logReturn) {
        double[] closes = new double[size];
        Arrays.setAll(closes, i -> 100 * Math.exp(logReturn * i));
        return closes;
    }

    @Test
    void buyAndHoldPutsTheSameMoneyIntoEachAtItsFirstBarAndNothingLater() {
        double[] doubling = {10, 10, 20, 20, 20};
        double[] late = growing(5, 0.1);
        Arrays.fill(late, 0, 3, Double.NaN);
        BuyAndHold kind = new BuyAndHold();
        Outcome outcome = Market.ofCloses(doubling, late).outcomeOf(kind, Choice.usual(kind));
        assertThat(outcome.wishes()).extracting(Wished::bar).containsExactly(0, 3);
        // Half of the money doubled: what is left for the late one is a third of all.
        assertThat(outcome.wishes().get(0).share()).isEqualTo(0.5);
        assertThat(outcome.wishes().get(1).share()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void buyAndHoldWishesAgainWhatNobodyFilledAndGivesUpInTheEnd() {
        BuyAndHold kind = new BuyAndHold();
        StrategyRun run = kind.begin(Choice.usual(kind));
        int[] wished = {0};
        Wishes lost = new Wishes() {
            @Override
            public void hold(Target target) {
                wished[0]++;
            }

            @Override
            public void order(OrderWish wish) {
                throw new IllegalStateException("no order is wished here");
            }
        };
        // What is wished in the first three bars gets lost, what is wished then is filled.
        Outcome late = Market.ofCloses(growing(9, 0.01))
                .outcomeOf((scene, wishes) -> run.next(scene, scene.bars(0) <= 3 ? lost : wishes));
        assertThat(wished[0]).isEqualTo(3);
        assertThat(late.wishes()).extracting(Wished::bar).containsExactly(3);
        StrategyRun never = kind.begin(Choice.usual(kind));
        Market.ofCloses(growing(90, 0.01)).outcomeOf((scene, wishes) -> never.next(scene, lost));
        assertThat(wished[0]).isEqualTo(3 + 20);
    }

    @Test
    void holdsTheFirstInTheRankingAndIsShortTheLast() {
        CrossSectionalMomentum kind = new CrossSectionalMomentum();
        Market market = Market.ofCloses(
                growing(60, 0.001), growing(60, -0.002), growing(60, 0.003), growing(60, 0), growing(60, 0.002));
        Map<String, Double> given = Map.of("lookback", 20.0, "skip", 2.0, "fraction", 0.4, "review-days", 10.0);
        Outcome both = market.outcomeOf(kind, Choice.of(kind, given));
        assertThat(both.wishes().stream().limit(4).map(Wished::instrument)).containsExactly(1, 2, 3, 4);
        assertThat(both.wishes().stream().limit(4).map(Wished::share)).containsExactly(-0.25, 0.25, -0.25, 0.25);
        assertThat(both.wishes()).allMatch(each -> (each.bar() + 1) % 10 == 0);
        Choice longOnly = Choice.of(
                kind, Map.of("lookback", 20.0, "skip", 2.0, "fraction", 0.4, "review-days", 10.0, "long-only", 1.0));
        assertThat(market.wishesOf(kind, longOnly)).extracting(Wished::share).containsOnly(0.5);
    }

    @Test
    void leavesWhatNoLongerTrades() {
        CrossSectionalMomentum kind = new CrossSectionalMomentum();
        double[] gone = growing(60, 0.01);
        Arrays.fill(gone, 35, 60, Double.NaN);
        Market market = Market.ofCloses(growing(60, 0.001), gone, growing(60, 0.002), growing(60, 0));
        Outcome outcome = market.outcomeOf(
                kind, Choice.of(kind, Map.of("lookback", 20.0, "skip", 0.0, "fraction", 0.25, "review-days", 10.0)));
        assertThat(outcome.shares(1)[34]).isEqualTo(0.5);
        assertThat(outcome.shares(1)[49]).isZero();
        assertThat(outcome.shares(2)[49]).isEqualTo(0.5);
    }

    @Test
    void bringsWeightsBackAtReviewsAndWhenOneDrifts() {
        PortfolioRebalance kind = new PortfolioRebalance();
        double[] jumping = growing(80, 0);
        for (int i = 50; i < 80; i++) {
            jumping[i] *= 1.5;
        }
        Market market = Market.ofCloses(growing(80, 0), jumping);
        Outcome outcome =
                market.outcomeOf(kind, Choice.of(kind, Map.of("window", 10.0, "review-days", 30.0, "band", 0.05)));
        // Reviews at the ends of days 30 and 60. At 50 a half becomes 1.5 / 2.5 = 0.6, a tenth off.
        assertThat(outcome.wishes().stream()
                        .map(each -> each.bar() + " " + each.target().reason().code()))
                .containsExactly("29 review", "29 review", "50 drifted", "50 drifted", "59 review", "59 review");
        assertThat(outcome.wishes()).extracting(Wished::share).containsOnly(0.5);
        assertThat(outcome.wishes().get(3).target().reason().figures().get(1).value())
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void aimsAtWeightsByInverseVolatility() {
        PortfolioRebalance kind = new PortfolioRebalance();
        Market market =
                Market.ofCloses(Walks.autoregressive(1, 300, 0, 0, 0.01), Walks.autoregressive(2, 300, 0, 0, 0.03));
        List<Wished> wishes = market.wishesOf(
                kind, Choice.of(kind, Map.of("method", 1.0, "window", 250.0, "review-days", 20.0, "band", 1.0)));
        // 1/0.01 over 1/0.01 + 1/0.03 is 0.75; the ratio of two deviations of 250 draws is known within 6 %, shrinking
        // evens them a little.
        assertThat(wishes.getFirst().share()).isCloseTo(0.75, within(0.05));
        assertThat(wishes.get(0).share() + wishes.get(1).share()).isCloseTo(1, within(1e-9));
        for (double method : new double[] {2, 3, 4}) {
            List<Wished> others = market.wishesOf(
                    kind, Choice.of(kind, Map.of("method", method, "window", 250.0, "review-days", 20.0, "band", 1.0)));
            assertThat(others.getFirst().share()).as("method %s", method).isBetween(0.6, 1.0);
        }
    }

    @Test
    void keepsOfManyTestsThoseThatStandWhenTheyAreCounted() {
        double[] pValues = {0.04, 0.001, 0.03, 0.012, 0.5};
        // Against 0.05 * i / 5: 0.001 <= 0.01, 0.012 <= 0.02, 0.03 <= 0.03, 0.04 <= 0.04, 0.5 > 0.05.
        assertThat(FalseDiscovery.BENJAMINI_HOCHBERG.standing(pValues, 0.05)).containsExactly(1, 3, 2, 0);
        assertThat(FalseDiscovery.BONFERRONI.standing(pValues, 0.05)).containsExactly(1);
        assertThat(FalseDiscovery.BENJAMINI_HOCHBERG.standing(new double[] {0.9, 0.06}, 0.05))
                .isEmpty();
    }

    /** Among 45 pairs of walks that know nothing of each other, as good as none may be called tied. */
    @Test
    void findsThePairThatIsTiedAndNotTheOnesThatAreNot() {
        Pairs kind = new Pairs();
        double[][] walks = new double[10][];
        for (int k = 0; k < 9; k++) {
            walks[k] = Walks.random(100 + k, 800);
        }
        walks[9] = Walks.tiedTo(walks[4], 1.2, Walks.returning(7, 800, 0.85, 0.01));
        Choice careful = Choice.of(kind, Map.of("window", 250.0, "bonferroni", 1.0));
        List<Wished> wishes = Market.ofCloses(walks).wishesOf(kind, careful);
        long ofThePair = wishes.stream()
                .filter(each -> each.instrument() == 4 || each.instrument() == 9)
                .count();
        assertThat(ofThePair).isGreaterThan(10);
        assertThat(wishes.size() - ofThePair)
                .as("a test at 5 %% of all 90 at each of 20 reviews lets through one whole selection at most")
                .isLessThan(ofThePair / 2);
        Outcome outcome = Market.ofCloses(walks).outcomeOf(kind, careful);
        double[] shares = outcome.shares(9);
        double[] others = outcome.shares(4);
        assertThat(IntStream.range(0, 800).filter(i -> shares[i] != 0))
                .isNotEmpty()
                .allMatch(i -> Math.signum(shares[i]) == -Math.signum(others[i]));
    }

    /** The usual form of the same filter: a covariance that is divided by what is kept before each point. */
    @Test
    void theMovingLineIsTheKalmanFilterWithADiscountedPast() {
        double[] x = Walks.returning(3, 300, 0.9, 0.5);
        double[] noise = Walks.returning(4, 300, 0, 0.2);
        double kept = 1 - 1.0 / 40;
        MovingLine line = new MovingLine(40);
        double[] state = {0, 0};
        double[][] p = {{1e8, 0}, {0, 1e8}};
        for (int i = 0; i < x.length; i++) {
            double y = 1 + (0.8 + 0.001 * i) * x[i] + noise[i];
            line.score(x[i], y);
            double[] toward = {
                (p[0][0] + p[0][1] * x[i]) / kept, (p[1][0] + p[1][1] * x[i]) / kept,
            };
            double uncertainty = toward[0] + toward[1] * x[i] + 1;
            double off = y - state[0] - state[1] * x[i];
            for (int r = 0; r < 2; r++) {
                state[r] += toward[r] / uncertainty * off;
                for (int c = 0; c < 2; c++) {
                    p[r][c] = p[r][c] / kept - toward[r] * toward[c] / uncertainty;
                }
            }
        }
        // The start counts for 1e-8 of a point, and 300 steps of rounding for less.
        assertThat(line.slope()).isCloseTo(state[1], within(1e-6));
        assertThat(line.slope()).as("it follows, a memory late").isCloseTo(1.1 - 0.04, within(0.1));
    }

    @Test
    void aLineThroughAPriceThatRestsSaysNothingAndLearnsAgainWhenItMoves() {
        MovingLine line = new MovingLine(10);
        for (int i = 0; i < 20_000; i++) {
            assertThat(line.score(4.6, 4.6 + (i % 2) * 1e-3)).isNaN();
        }
        for (int i = 0; i < 300; i++) {
            line.score(4.6 + 0.01 * (i % 7), 2 * (4.6 + 0.01 * (i % 7)));
        }
        assertThat(line.slope()).isCloseTo(2, within(1e-6));
    }

    @Test
    void stopsASpreadThatCameApartUntilItIsBack() {
        Spread spread = new Spread(new int[] {0, 1}, new double[] {1, -1}, 0, 1);
        Spread.Rule rule = new Spread.Rule(2, 0.5, 4);
        assertThat(spread.turns(2.5, rule)).isTrue();
        assertThat(spread.weight(0)).isEqualTo(-0.5);
        assertThat(spread.turns(4.5, rule)).isTrue();
        assertThat(spread.code()).isEqualTo("came-apart");
        assertThat(spread.turns(3, rule)).isFalse();
        assertThat(spread.turns(0.4, rule)).isFalse();
        assertThat(spread.turns(-3, rule)).isTrue();
        assertThat(spread.weight(1)).isEqualTo(-0.5);
        assertThatThrownBy(() -> new Spread.Rule(2, 2.5, 4)).hasMessageContaining("2.5, 2.0 and 4.0");
    }
}
