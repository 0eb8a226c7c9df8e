package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestOutcomesTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    /** Bars within a day, of a day, of a week and of a month. */
    private static final int[] HOURS = {5, 24, 7 * 24, 30 * 24};

    /** Sums are rounded in another order, and the variance is a difference of squares: a billionth of each figure, or of a tenth where it is smaller. */
    private static final double CLOSE = 1e-9;

    private static BarSeries bars(int size, long stepNanos, long seed) {
        SeededRandom random = new SeededRandom(seed);
        BarSeries bars = new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
        double price = 200;
        for (int i = 0; i < size; i++) {
            bars.openTimeNanos()[i] = (i + 50) * stepNanos;
            bars.open()[i] = Math.rint(price * 100) / 100;
            price *= Math.exp(0.01 * random.nextGaussian());
            bars.close()[i] = Math.rint(price * 100) / 100;
            bars.high()[i] = Math.max(bars.open()[i], bars.close()[i]) + 0.01;
            bars.low()[i] = Math.min(bars.open()[i], bars.close()[i]) - 0.01;
            bars.volume()[i] = 1_000;
        }
        return bars;
    }

    private static void isNear(double one, double other) {
        if (Double.isNaN(other)) {
            assertThat(one).isNaN();
        } else {
            assertThat(one).isCloseTo(other, within(CLOSE * Math.max(0.1, Math.abs(other))));
        }
    }

    @Test
    void figuresWithoutTheEquityAreThoseOfTheWholeRun() {
        StrategyKind kind = StrategyCatalog.get("sma-cross");
        int compared = 0;
        for (long seed = 1; seed <= 12; seed++) {
            SeededRandom random = new SeededRandom(seed);
            BarSeries bars = bars(300, HOURS[random.nextInt(HOURS.length)] * HOUR_NANOS, seed);
            BacktestTerms terms = new BacktestTerms(10_000, random.nextInt(3) * 0.001, random.nextBoolean());
            BacktestOutcomes outcomes = BacktestOutcomes.over(bars, kind, terms);
            for (int fast = 1; fast < 30; fast += 7) {
                Choice choice = Choice.of(
                        kind,
                        Map.of(
                                "fast",
                                (double) fast,
                                "slow",
                                fast + 1.0 + random.nextInt(60),
                                StrategyKind.LONG_ONLY,
                                random.nextInt(2) * 1.0));
                BacktestOutcome lean = outcomes.of(choice);
                BacktestOutcome whole = outcomes.told(outcomes.run(choice));
                assertThat(lean.trades()).isEqualTo(whole.trades());
                assertThat(lean.finalEquity()).isEqualTo(whole.finalEquity());
                assertThat(lean.returnShare()).isEqualTo(whole.returnShare());
                isNear(lean.maxDrawdown(), whole.maxDrawdown());
                isNear(lean.sharpe(), whole.sharpe());
                isNear(lean.calmar(), whole.calmar());
                isNear(lean.sharpeABar(), whole.sharpeABar());
                compared += lean.trades() > 0 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void whatNeverTradesEarnsNothingAndHasNoRatio() {
        StrategyKind kind = StrategyCatalog.get("sma-cross");
        BacktestOutcomes outcomes =
                BacktestOutcomes.over(bars(50, 24 * HOUR_NANOS, 1), kind, new BacktestTerms(10_000, 0, false));
        BacktestOutcome still = outcomes.of(Choice.of(kind, Map.of("fast", 10.0, "slow", 100.0)));
        assertThat(still).isEqualTo(new BacktestOutcome(0, 10_000, 0, Double.NaN, Double.NaN, 0, 0));
    }
}
