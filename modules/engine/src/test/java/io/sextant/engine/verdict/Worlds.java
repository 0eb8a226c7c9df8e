package io.sextant.engine.verdict;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

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

    /** Two prices of one walk, which what is between them leaves by a fiftieth and comes back to with a half-life of some bars. */
    static TestedBars tied(int size, long seed, double halfLifeBars) {
        return two(size, seed, Math.exp(-Math.log(2) / halfLifeBars));
    }

    /** As much alike from bar to bar, but what is between them never comes back. */
    static TestedBars apart(int size, long seed) {
        return two(size, seed, 1);
    }

    private static TestedBars two(int size, long seed, double kept) {
        SeededRandom random = new SeededRandom(seed);
        double[][] closes = new double[2][size];
        double walk = 0;
        double between = 0;
        double drawn = 0.02 * Math.sqrt(1 - Math.exp(-2 * Math.log(2) / 4));
        for (int i = 0; i < size; i++) {
            walk += 0.01 * random.nextGaussian();
            between = kept * between + drawn * random.nextGaussian();
            closes[0][i] = 100 * Math.exp(walk + between / 2);
            closes[1][i] = 50 * Math.exp(walk - between / 2);
        }
        return TestedBars.of(List.of(
                new PricedBars(InstrumentId.of("ONE"), days(closes[0], day -> true, random)),
                new PricedBars(InstrumentId.of("OTHER"), days(closes[1], day -> true, random))));
    }

    /** Days of the week and all days, one listed late and one that ends early: no two have the same rows. */
    static TestedBars ragged(int size, long seed) {
        SeededRandom random = new SeededRandom(seed);
        List<PricedBars> priced = new ArrayList<>();
        List<IntPredicate> trading = List.of(
                day -> day % 7 < 5, day -> true, day -> day % 7 < 5 && day >= size / 4, day -> day < 3 * size / 5);
        for (int k = 0; k < trading.size(); k++) {
            double[] closes = new double[size];
            double price = 100;
            for (int i = 0; i < size; i++) {
                price *= Math.exp(0.01 * random.nextGaussian());
                closes[i] = price;
            }
            priced.add(new PricedBars(InstrumentId.of("RAGGED-" + k), days(closes, trading.get(k), random)));
        }
        return TestedBars.of(priced);
    }

    private static BarSeries days(double[] closes, IntPredicate trades, SeededRandom random) {
        BarSeriesBuilder built = new BarSeriesBuilder();
        double before = Double.NaN;
        for (int i = 0; i < closes.length; i++) {
            if (trades.test(i)) {
                double open =
                        cents((Double.isNaN(before) ? closes[i] : before) * Math.exp(0.001 * random.nextGaussian()));
                double close = cents(closes[i]);
                built.add(
                        (i + 10_000) * DAY_NANOS,
                        open,
                        cents(Math.max(open, close) * (1 + 0.002 * random.nextDouble())),
                        cents(Math.min(open, close) * (1 - 0.002 * random.nextDouble())),
                        close,
                        1e6 * (0.5 + random.nextDouble()));
                before = close;
            }
        }
        return built.build();
    }

    /** As files have them. */
    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    static Candidate smaCross(double commissionShare) {
        return new StrategyOnBars(SMA, new BacktestTerms(10_000, commissionShare, true));
    }

    static List<Choice> choices(Grid grid) {
        return choices(SMA, grid);
    }

    /** All points that can be, of a strategy that ships. */
    static List<Choice> choices(StrategyKind kind, Grid grid) {
        return grid.choices(values -> {
            Choice choice = Choice.of(kind, values);
            kind.needs(choice);
            return choice;
        });
    }

    static Choice sma(double fast, double slow) {
        return Choice.of(SMA, Map.of("fast", fast, "slow", slow));
    }
}
