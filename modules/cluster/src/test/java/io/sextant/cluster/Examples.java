package io.sextant.cluster;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.verdict.Grid;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;

/** What is run here and there. */
final class Examples {

    static final StrategyKind KIND = StrategyCatalog.get("sma-cross");
    static final BacktestTerms TERMS = new BacktestTerms(10_000, 0.0005, true);
    static final Grid GRID = Grid.parse("fast=2:9:1,slow=10:40:5");

    private Examples() {}

    static List<PricedBars> bars(int size) {
        SeededRandom random = new SeededRandom(5);
        BarSeries bars = new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
        double price = 100;
        for (int i = 0; i < size; i++) {
            bars.openTimeNanos()[i] = (i + 9_000) * 86_400_000_000_000L;
            bars.open()[i] = Math.rint(price * 100) / 100;
            price *= Math.exp(0.01 * random.nextGaussian());
            bars.close()[i] = Math.rint(price * 100) / 100;
            bars.high()[i] = Math.max(bars.open()[i], bars.close()[i]);
            bars.low()[i] = Math.min(bars.open()[i], bars.close()[i]);
            bars.volume()[i] = 1_000;
        }
        return List.of(new PricedBars(InstrumentId.of("A"), bars));
    }

    static List<Choice> sets() {
        return GRID.choices(values -> Choice.of(KIND, values));
    }

    static LocalSweep local(List<PricedBars> bars) {
        return new LocalSweep("sma-cross", KIND, bars, TERMS, 2);
    }
}
