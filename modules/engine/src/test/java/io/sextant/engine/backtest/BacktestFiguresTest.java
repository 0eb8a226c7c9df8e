package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.strategy.group.BuyAndHold;
import io.sextant.strategy.kind.Choice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestFiguresTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Prices of a little saw that rises a hundredth of what it was with each two bars. */
    private static BarSeries bars(int days) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < 200; i++) {
            double price = Math.rint(100_00 * Math.pow(1.005, i) * (i % 2 == 0 ? 1 : 1.01)) / 100;
            bars.add((long) i * days * DAY_NANOS, price, price, price, price, 1_000);
        }
        return bars.build();
    }

    /** Whatever a bar's length, the geometric mean of its return is taken to the power of as many as a year has. */
    @ParameterizedTest
    @CsvSource({"1, 252", "7, 52", "30, 12", "91, 4", "365, 1"})
    void countsAsManyBarsAYearAsThereAre(int days, int ofYear) {
        BacktestTerms terms = new BacktestTerms(1_000_000, 0, true);
        BacktestMarket market = BacktestMarket.of(bars(days), terms);
        BuyAndHold hold = new BuyAndHold();
        BacktestRun run = EventBacktest.run(market, hold, Choice.usual(hold), terms);

        BacktestFigures figures = BacktestFigures.of(run, terms);

        double growth = Math.pow(run.equity()[199] / run.equity()[0], 1.0 / 199);
        assertThat(figures.annualReturn()).isCloseTo(Math.pow(growth, ofYear) - 1, within(1e-9));
        assertThat(figures.sharpe()).isCloseTo(figures.annualReturn() / figures.annualVolatility(), within(1e-12));
    }
}
