package io.sextant.portfolio.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CardinalityTest {

    @Test
    void ofAFewAssetsTheBestSubsetIsFound() {
        for (long seed = 0; seed < 5; seed++) {
            Market market = OptimiserTest.market(8, 20 + seed);
            Limits three = Limits.longOnly(8).withHeldMax(3);
            double best = Double.POSITIVE_INFINITY;
            for (int subset = 0; subset < 256; subset++) {
                if (Integer.bitCount(subset) == 3) {
                    double[] upper = new double[8];
                    for (int i = 0; i < 8; i++) {
                        upper[i] = subset >> i & 1;
                    }
                    Limits only = Limits.longOnly(8).withBounds(new double[8], upper);
                    best = Math.min(
                            best,
                            Figures.of(
                                            market,
                                            Optimiser.solve(market, only, new Method.MinVolatility())
                                                    .weights())
                                    .volatility());
                }
            }

            Solution found = Optimiser.solve(market, three, new Method.MinVolatility());

            assertThat(Arrays.stream(found.weights()).filter(w -> w > 0)).hasSizeLessThanOrEqualTo(3);
            // Not proven in general, and so it says; on these every exchange leads there.
            assertThat(Figures.of(market, found.weights()).volatility()).isCloseTo(best, within(1e-12));
            assertThat(found.notes()).anyMatch(note -> note.contains("not proven"));
        }
    }

    /** Of one asset alone each choice can be written down: what it brings, less what risk and the way to it cost. */
    @Test
    void assetsAreExchangedByWhatIsLeftAfterCosts() {
        int keptForCosts = 0;
        for (int held = 0; held < 6; held++) {
            Market market = OptimiserTest.market(6, 31);
            double[] current = new double[6];
            current[held] = 1;
            double[] costs = new double[6];
            Arrays.fill(costs, 0.04);
            Limits one = Limits.longOnly(6)
                    .withTrades(current, Double.POSITIVE_INFINITY, costs)
                    .withHeldMax(1);
            double[] net = new double[6];
            double[] gross = new double[6];
            for (int i = 0; i < 6; i++) {
                gross[i] = market.means()[i] - 1.5 * market.covariance()[i][i];
                net[i] = gross[i] - (i == held ? 0 : 0.08);
            }

            double[] found =
                    Optimiser.solve(market, one, new Method.MaxUtility(3)).weights();

            assertThat(Figures.dot(found, net))
                    .isCloseTo(Arrays.stream(net).max().orElseThrow(), within(1e-9));
            keptForCosts +=
                    Figures.dot(found, gross) < Arrays.stream(gross).max().orElseThrow() - 1e-9 ? 1 : 0;
            double paid = found[held] > 0.5 ? 0 : 0.08;
            assertThat(Figures.net(market, one, found).expectedReturn())
                    .isCloseTo(Figures.dot(market.means(), found) - paid, within(1e-12));
        }
        // Otherwise it would be no test of costs.
        assertThat(keptForCosts).isPositive();
    }

    /** Robust and plain utility want different assets where the one that earns more is also the one less known. */
    @Test
    void assetsAreExchangedByWhatTheRobustMethodWantsLittleOf() {
        for (long seed = 0; seed < 5; seed++) {
            Market market = OptimiserTest.market(6, 50 + seed);
            double unsure = 3 * Math.sqrt(252.0 / OptimiserTest.DAYS);
            double[] badness = new double[6];
            for (int i = 0; i < 6; i++) {
                double variance = market.covariance()[i][i];
                badness[i] = unsure * Math.sqrt(variance) + variance / 2 - market.means()[i];
            }

            double[] found = Optimiser.solve(market, Limits.longOnly(6).withHeldMax(1), new Method.Robust(3, 1))
                    .weights();

            assertThat(Figures.dot(found, badness))
                    .isCloseTo(Arrays.stream(badness).min().orElseThrow(), within(1e-9));
        }
    }
}
