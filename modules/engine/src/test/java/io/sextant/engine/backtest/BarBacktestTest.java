package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BarBacktestTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Bars that open and close as told; what lies between is no matter here. */
    private static BarSeries bars(double... opensAndCloses) {
        int size = opensAndCloses.length / 2;
        long[] times = new long[size];
        double[] open = new double[size];
        double[] close = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = i * DAY_NANOS;
            open[i] = opensAndCloses[2 * i];
            close[i] = opensAndCloses[2 * i + 1];
        }
        return new BarSeries(times, open, open, open, close, new double[size], size);
    }

    /** What is wished at the end of each bar. */
    private enum Wish {
        LONG,
        SHORT,
        AS_IT_IS
    }

    private static StrategyRun wishing(Wish... wishes) {
        return (scene, to) -> {
            Wish wish = scene.bars(0) <= wishes.length ? wishes[scene.bars(0) - 1] : Wish.AS_IT_IS;
            if (wish != Wish.AS_IT_IS) {
                to.hold(Target.strong(0, wish == Wish.LONG ? 1 : -1, Reason.of("told")));
            }
        };
    }

    @Test
    void whatIsWantedAtACloseIsFilledAtTheNextOpen() {
        BarSeries bars = bars(10, 11, 12, 13, 14, 15, 16, 17);
        BacktestRun run = BarBacktest.run(bars, wishing(Wish.LONG), new BacktestTerms(1_000, 0, false));
        // floor(0.9999 * 1000 / 12) = 83 units for 996; the last open is 16.
        assertThat(run.trades()).containsExactly(new BacktestTrade(83, 1, 3, 12, 16, 0));
        assertThat(run.equity()).containsExactly(1_000, 4 + 83 * 13, 4 + 83 * 15, 4 + 83 * 16);
        assertThat(run.barsHeld()).isEqualTo(3);
    }

    @Test
    void turnsAtOneOpenWithTheEquityThatTheOldPositionLeft() {
        BarSeries bars = bars(10, 10, 10, 10, 20, 20, 10, 10);
        BacktestRun run = BarBacktest.run(bars, wishing(Wish.LONG, Wish.SHORT), new BacktestTerms(1_000, 0.001, true));
        double bought = 0.9999 * 1_000 / (10 * 1.001);
        double left = 1_000 + bought * 10 - bought * 30 * 0.001;
        double sold = 0.9999 * left / (20 * 1.001);
        assertThat(run.trades()).hasSize(2);
        assertThat(run.trades().get(0).units()).isCloseTo(bought, within(1e-12));
        assertThat(run.trades().get(1).units()).isCloseTo(-sold, within(1e-9));
        double end = left + sold * 10 - sold * 30 * 0.001;
        assertThat(run.equity()[3]).isCloseTo(end, within(1e-9));
        assertThat(run.fees()).isCloseTo((bought + sold) * 30 * 0.001, within(1e-9));
        assertThat(run.trades().stream().mapToDouble(BacktestTrade::profit).sum())
                .isCloseTo(end - 1_000, within(1e-9));
    }

    @Test
    void buysNothingWhereTheCashIsNotEnoughForOneUnit() {
        BacktestRun run =
                BarBacktest.run(bars(10, 10, 10, 10, 10, 10), wishing(Wish.LONG), new BacktestTerms(9, 0, false));
        assertThat(run.trades()).isEmpty();
        assertThat(run.equity()).containsOnly(9);
        BacktestFigures figures = BacktestFigures.of(run, new BacktestTerms(9, 0, false));
        assertThat(figures.profitFactor()).isNaN();
        assertThat(figures.exposure()).isZero();
    }

    @Test
    void doesNotOpenWhereItWouldCloseAtTheSamePrice() {
        BacktestRun run = BarBacktest.run(
                bars(10, 10, 10, 10, 10, 10), wishing(Wish.AS_IT_IS, Wish.LONG), new BacktestTerms(1_000, 0.01, false));
        assertThat(run.orders()).isEmpty();
    }

    @Test
    void runsThatTradeAlikeHaveTheSameHash() {
        BarSeries bars = bars(10, 11, 12, 13, 14, 15, 16, 17);
        BacktestTerms terms = new BacktestTerms(1_000, 0, false);
        String hash = BarBacktest.run(bars, wishing(Wish.LONG), terms).orderStreamHash();
        assertThat(hash)
                .hasSize(64)
                .isEqualTo(BarBacktest.run(bars, wishing(Wish.LONG), terms).orderStreamHash());
        assertThat(BarBacktest.run(bars, wishing(Wish.SHORT), terms).orderStreamHash())
                .isNotEqualTo(hash);
    }

    /** Two years in which every day doubles what the one before halved: the figures by hand. */
    @Test
    void figuresFollowTheirFormulas() {
        BarSeries bars = bars(1, 1, 1, 2, 2, 1, 1, 1);
        BacktestTerms terms = new BacktestTerms(100, 0, true);
        BacktestFigures figures = BacktestFigures.of(BarBacktest.run(bars, wishing(Wish.LONG), terms), terms);
        double[] equity = {100, 0.01 + 99.99 * 2, 0.01 + 99.99, 0.01 + 99.99};
        double[] returns = {equity[1] / 100 - 1, equity[2] / equity[1] - 1, 0};
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / 2;
        assertThat(figures.annualReturn()).isCloseTo(0, within(1e-9));
        assertThat(figures.annualVolatility())
                .isCloseTo(Math.sqrt(Math.pow(variance + 1, 252) - 1), within(1e-3 * Math.pow(variance + 1, 126)));
        assertThat(figures.maxDrawdown()).isCloseTo(equity[2] / equity[1] - 1, within(1e-12));
        assertThat(figures.winRate()).isZero();
        assertThat(figures.exposure()).isEqualTo(0.75);
        assertThat(figures.buyHold()).isZero();
    }
}
