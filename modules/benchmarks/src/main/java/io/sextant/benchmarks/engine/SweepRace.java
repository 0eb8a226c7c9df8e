package io.sextant.benchmarks.engine;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SMA crosses of {@code -Dsets} pairs of means over {@code -Dbars} bars of a minute, with all figures of each: on one thread, and on {@code -Dthreads};
 * wall-clock seconds after a short warm-up, memory as the process has it. {@code -Ddaily=true} takes bars of a day, whose Sharpe ratio has every bar in it.
 */
public final class SweepRace {

    private static final int BARS = Integer.getInteger("bars", 200_000);
    private static final int SETS = Integer.getInteger("sets", 2_000);
    private static final int THREADS = Integer.getInteger("threads", 2);
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long STEP_NANOS = Boolean.getBoolean("daily") ? 1_440 * MINUTE_NANOS : MINUTE_NANOS;
    private static final int SIDE = 100;
    private static final long MEGABYTE = 1 << 20;

    private SweepRace() {}

    public static void main(String[] args) {
        StrategyKind kind = StrategyCatalog.get("sma-cross");
        BarSeries bars = bars();
        BacktestTerms terms = new BacktestTerms(100_000, 0.0001, true);
        List<Choice> sets = new ArrayList<>();
        for (int i = 0; i < SETS; i++) {
            // Spread over the whole square, however few are asked for.
            int at = (int) ((long) i * SIDE * SIDE / SETS);
            int fast = 2 + at / SIDE;
            int slow = 110 + 5 * (at % SIDE);
            sets.add(Choice.of(kind, Map.of("fast", (double) fast, "slow", (double) slow)));
        }
        LocalSweep one = new LocalSweep(kind.name(), kind, bars, terms, 1);
        LocalSweep many = new LocalSweep(kind.name(), kind, bars, terms, THREADS);
        one.run(one.job(sets.subList(0, Math.min(100, SETS))), SweepWatch.NONE);
        double alone = seconds(one, sets);
        double together = seconds(many, sets);
        List<BacktestOutcome> serial = one.run(one.job(sets.subList(0, Math.min(200, SETS))), SweepWatch.NONE);
        List<BacktestOutcome> parallel = many.run(many.job(sets.subList(0, Math.min(200, SETS))), SweepWatch.NONE);
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ENGLISH,
                "%,d sets over %,d bars: %.2f s on one thread (%,.0f million sets x bars a second), %.2f s on %d (%.2f times), bits the same: %b, heap %,d MB%n",
                SETS,
                BARS,
                alone,
                (double) SETS * BARS / alone / 1e6,
                together,
                THREADS,
                alone / together,
                serial.equals(parallel),
                runtime.totalMemory() / MEGABYTE);
    }

    private static double seconds(LocalSweep sweep, List<Choice> sets) {
        long begun = System.nanoTime();
        sweep.run(sweep.job(sets), SweepWatch.NONE);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static BarSeries bars() {
        SeededRandom random = new SeededRandom(1);
        long[] times = new long[BARS];
        double[][] columns = new double[5][BARS];
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            double open = price;
            // Drawn back to 100, so that long series stay within prices that anybody quotes.
            double close = open * Math.exp(0.001 * random.nextGaussian() - 0.0005 * Math.log(open / 100));
            times[i] = (i + 1L) * STEP_NANOS;
            columns[0][i] = cents(open);
            columns[1][i] = cents(Math.max(open, close) * 1.0003);
            columns[2][i] = cents(Math.min(open, close) * 0.9997);
            columns[3][i] = cents(close);
            columns[4][i] = 100 + random.nextInt(100);
            price = close;
        }
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], BARS);
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }
}
