package io.sextant.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.simulator.DayFigures.Spread;
import io.sextant.simulator.process.Regime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * The older bars against the agents' market in distribution. How far two samples of so many days may lie apart is not guessed:
 * it is how far samples of the same length from independent weeks of the older bars lie apart.
 */
class HistoryLikenessTest {

    /** Standard deviations of what independent samples of the same process do: one false alarm in fifteen thousand. */
    private static final double DEVIATIONS = 4;

    private static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.50, 0.75, 0.95, 0.99};

    /** By quantile: what the approximation may be off, in standard deviations of a minute's diffusion. */
    private static final double[] QUANTILE_ALLOWANCE = {0.20, 0.08, 0.04, 0.04, 0.04, 0.08, 0.20};

    private static final double KS_ALLOWANCE = 0.01;

    /** Regimes that four days have enough of; a crash comes once a month and has a test of its own. */
    private static final List<Regime> COMMON = List.of(Regime.CALM, Regime.TRENDING, Regime.TURBULENT);

    private static final int LEAST_MINUTES = 120;

    @Test
    void daysOfTheAgentsAreLikeDaysOfTheOlderBars() {
        for (int place = 0; place < MarketSamples.NAMES.size(); place++) {
            List<BarStatistics> days = statistics(MarketSamples.agentDays(place));
            List<BarStatistics> olderDays = statistics(MarketSamples.historyDays(place));
            for (DayFigures figure : DayFigures.ALL) {
                Spread older = figure.over(olderDays);
                double tolerance = DEVIATIONS * older.deviation() / Math.sqrt(days.size()) + figure.allowance();
                assertThat(figure.over(days).mean())
                        .as("%s of %s", figure.name(), MarketSamples.NAMES.get(place))
                        .isCloseTo(older.mean(), within(tolerance));
            }
        }
    }

    @Test
    void standardisedReturnsHaveTheSameDistribution() {
        for (int place = 0; place < MarketSamples.NAMES.size(); place++) {
            String name = MarketSamples.NAMES.get(place);
            double[] agents = standardised(MarketSamples.agentDays(place));
            double[] older = standardised(MarketSamples.historyYears(place));
            List<double[]> pools = pools(place);
            assertThat(SampleDistance.of(agents, older))
                    .as("Kolmogorov-Smirnov distance of %s", name)
                    .isLessThan(farthest(pools, older) + KS_ALLOWANCE);
            for (int i = 0; i < QUANTILES.length; i++) {
                double level = QUANTILES[i];
                Spread spread = Spread.of(pools.stream()
                        .mapToDouble(pool -> quantile(pool, level))
                        .toArray());
                assertThat(quantile(agents, level))
                        .as("quantile %s of %s", level, name)
                        .isCloseTo(spread.mean(), within(DEVIATIONS * spread.deviation() + QUANTILE_ALLOWANCE[i]));
            }
        }
    }

    /** The distance above can fail: a third more or less volatility in one of the two would not pass. */
    @Test
    void wouldNoticeAThirdMoreOrLessVolatility() {
        for (int place = 0; place < MarketSamples.NAMES.size(); place++) {
            double[] agents = standardised(MarketSamples.agentDays(place));
            double[] older = standardised(MarketSamples.historyYears(place));
            double bound = farthest(pools(place), older) + KS_ALLOWANCE;
            for (double factor : new double[] {1.33, 1 / 1.33}) {
                double[] wrong = Arrays.stream(agents).map(z -> z * factor).toArray();
                assertThat(SampleDistance.of(wrong, older))
                        .as("%s times %s", MarketSamples.NAMES.get(place), factor)
                        .isGreaterThan(bound);
            }
        }
    }

    @Test
    void regimesAreAsVolatileInBoth() {
        for (int place = 0; place < MarketSamples.NAMES.size(); place++) {
            double calmer = 0;
            for (Regime regime : COMMON) {
                String what = regime + " of " + MarketSamples.NAMES.get(place);
                double[] agents = returnsIn(regime, MarketSamples.agentDays(place));
                assertThat(agents.length).as("minutes of %s", what).isGreaterThan(LEAST_MINUTES);
                double[] olderLogs = poolsOfDays(place).stream()
                        .map(pool -> returnsIn(regime, pool))
                        .filter(returns -> returns.length > LEAST_MINUTES)
                        .mapToDouble(returns -> Math.log(rootMeanSquare(returns)))
                        .toArray();
                Spread older = Spread.of(olderLogs);
                assertThat(Math.log(rootMeanSquare(agents)))
                        .as("log volatility in %s", what)
                        .isCloseTo(older.mean(), within(DEVIATIONS * older.deviation() + 0.05));
                double usual = Math.exp(older.mean());
                assertThat(usual).as("volatility in %s", what).isGreaterThan(1.15 * calmer);
                calmer = usual;
            }
        }
    }

    private static List<BarStatistics> statistics(List<MinuteMarket> days) {
        return days.stream().map(MinuteMarket::statistics).toList();
    }

    /** Days of the older bars in groups as large as the sample of the agents. */
    private static List<List<MinuteMarket>> poolsOfDays(int place) {
        List<MinuteMarket> days = MarketSamples.historyDays(place);
        List<List<MinuteMarket>> pools = new ArrayList<>();
        for (int from = 0; from + MarketSamples.DAYS <= days.size(); from += MarketSamples.DAYS) {
            pools.add(days.subList(from, from + MarketSamples.DAYS));
        }
        return pools;
    }

    private static List<double[]> pools(int place) {
        return poolsOfDays(place).stream()
                .map(HistoryLikenessTest::standardised)
                .toList();
    }

    private static double[] standardised(List<MinuteMarket> markets) {
        return markets.stream()
                .flatMapToDouble(market -> Arrays.stream(market.standardised()))
                .sorted()
                .toArray();
    }

    private static double[] returnsIn(Regime regime, List<MinuteMarket> markets) {
        return markets.stream()
                .flatMapToDouble(market -> Arrays.stream(market.returnsIn(regime)))
                .toArray();
    }

    private static double farthest(List<double[]> pools, double[] all) {
        return pools.stream()
                .mapToDouble(pool -> SampleDistance.of(pool, all))
                .max()
                .orElseThrow();
    }

    private static double quantile(double[] sorted, double level) {
        return sorted[(int) (level * sorted.length)];
    }

    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(DoubleStream.of(values).map(v -> v * v).average().orElseThrow());
    }
}
