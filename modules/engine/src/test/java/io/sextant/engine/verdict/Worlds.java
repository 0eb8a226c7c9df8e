package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;
import java.util.Map;

/** Markets whose truth is known. */
final class Worlds {

    static final StrategyKind SMA = StrategyCatalog.get("sma-cross");
    static final Grid SMALL = Grid.parse("fast=4:20:4,slow=24:64:8");
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private Worlds() {}

    /** No rule can earn here: each move is drawn by itself. */
    static BarSeries noise(int size, long seed) {
        return trends(size, seed, 0, 1);
    }

    /** Up and down for {@code length} bars on average, by {@code strength} of the usual move a bar: what a crossing of means can earn by. */
    static BarSeries trends(int size, long seed, double strength, double length) {
        SeededRandom random = new SeededRandom(seed);
        BarSeries bars = new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
        double price = 500;
        int side = 1;
        for (int i = 0; i < size; i++) {
            side = random.nextDouble() * length < 1 ? -side : side;
            bars.openTimeNanos()[i] = (i + 10_000) * DAY_NANOS;
            bars.open()[i] = cents(price * Math.exp(0.001 * random.nextGaussian()));
            price *= Math.exp(0.01 * (strength * side + random.nextGaussian()));
            bars.close()[i] = cents(price);
            bars.high()[i] = cents(Math.max(bars.open()[i], bars.close()[i]) * (1 + 0.002 * random.nextDouble()));
            bars.low()[i] = cents(Math.min(bars.open()[i], bars.close()[i]) * (1 - 0.002 * random.nextDouble()));
            bars.volume()[i] = 1e6 * (0.5 + random.nextDouble());
        }
        return bars;
    }

    /** As files have them. */
    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    static Candidate smaCross(double commissionShare) {
        return new StrategyOnBars(SMA, new BacktestTerms(10_000, commissionShare, true));
    }

    static List<Choice> choices(Grid grid) {
        return grid.choices(values -> {
            Choice choice = Choice.of(SMA, values);
            SMA.needs(choice);
            return choice;
        });
    }

    static Choice sma(double fast, double slow) {
        return Choice.of(SMA, Map.of("fast", fast, "slow", slow));
    }
}
