package io.sextant.benchmarks.engine;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.VectorBacktest;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/**
 * The SMA cross of 10 and 30 over a million bars, long only: in the engine with its gate and its ledger, as columns, and by ta4j's
 * BarSeriesManager on doubles, its fastest numbers (the number behind each is of its orders, or the last equity); exponential means as columns and a breakout asked bar by bar beside it; each run anew in every round, in one process on one thread. Processor time, the best of some
 * rounds; ta4j's series stands before the clock runs, as our columns do. A bar is four trades in two steps on opens and in four on its path.
 */
public final class BacktestRace {

    private static final int BARS = Integer.getInteger("bars", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    /** What takes milliseconds is repeated until it is compiled as far as what takes seconds. */
    private static final long LEAST_NANOS = 1_500_000_000L;

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int TRADES_A_BAR = 4;
    private static final int FAST = 10;
    private static final int SLOW = 30;

    private BacktestRace() {}

    public static void main(String[] args) {
        BarSeries bars = bars();
        BacktestTerms terms = new BacktestTerms(100_000, 0, true);
        BacktestMarket market = BacktestMarket.of(bars, terms);
        StrategyKind kind = StrategyCatalog.get("sma-cross");
        Choice choice =
                Choice.of(kind, Map.of("fast", (double) FAST, "slow", (double) SLOW, StrategyKind.LONG_ONLY, 1.0));
        StrategyKind ema = StrategyCatalog.get("ema-cross");
        StrategyKind breakout = StrategyCatalog.get("donchian-breakout");
        Choice usual = Choice.usual(breakout);
        BacktestTerms path = terms.withFill(FillModel.BAR_PATH, 0);
        org.ta4j.core.BarSeries theirs = theirs(bars);

        Timed engine = best("engine, next open", () -> orders(EventBacktest.run(market, kind, choice, terms)));
        Timed walked = best("engine, bar path ", () -> orders(EventBacktest.run(market, kind, choice, path)));
        Timed columns = best("columns          ", () -> orders(VectorBacktest.run(market, kind, choice, terms)));
        Timed bare = best("columns, orders  ", () -> (int) VectorBacktest.finalEquity(market, kind, choice, terms));
        Timed exponential =
                best("columns, EMA     ", () -> (int) VectorBacktest.finalEquity(market, ema, choice, terms));
        Timed asked = best("columns, asked   ", () -> orders(VectorBacktest.run(market, breakout, usual, terms)));
        Timed peer = best("ta4j             ", () -> ta4j(theirs));
        System.out.printf(
                Locale.ENGLISH,
                "engine %,.0f trades/s on opens, %,.0f on the path; over ta4j: columns %.0f times, of exponential means %.0f times, with"
                        + " equity and trades %.0f times, asked bar by bar %.1f times, engine %.2f times%n",
                TRADES_A_BAR * engine.barsASecond(),
                TRADES_A_BAR * walked.barsASecond(),
                bare.barsASecond() / peer.barsASecond(),
                exponential.barsASecond() / peer.barsASecond(),
                columns.barsASecond() / peer.barsASecond(),
                asked.barsASecond() / peer.barsASecond(),
                engine.barsASecond() / peer.barsASecond());
    }

    private record Timed(double barsASecond) {}

    private static int orders(BacktestRun run) {
        return run.orders().size();
    }

    private static Timed best(String name, IntSupplier run) {
        long best = Long.MAX_VALUE;
        int orders = 0;
        long spent = 0;
        for (int round = 0; round < ROUNDS || spent < LEAST_NANOS; round++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            orders = run.getAsInt();
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
            spent += took;
            best = Math.min(best, took);
        }
        Timed timed = new Timed(BARS * 1e9 / best);
        System.out.printf(
                Locale.ENGLISH, "%s %,14.0f bars/s, %,9.2f ms, %,d%n", name, timed.barsASecond(), best / 1e6, orders);
        return timed;
    }

    private static int ta4j(org.ta4j.core.BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator fast = new SMAIndicator(close, FAST);
        SMAIndicator slow = new SMAIndicator(close, SLOW);
        return new BarSeriesManager(series)
                .run(new BaseStrategy(
                        new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow), SLOW))
                .getTrades()
                .size();
    }

    private static BarSeries bars() {
        SeededRandom random = new SeededRandom(1);
        long[] times = new long[BARS];
        double[][] columns = new double[5][BARS];
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            // Drawn back to 100, so that a million bars stay within prices that anybody quotes.
            double open = price;
            double close = open * Math.exp(0.001 * random.nextGaussian() - 0.0005 * Math.log(open / 100));
            times[i] = i * MINUTE_NANOS;
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

    private static org.ta4j.core.BarSeries theirs(BarSeries bars) {
        org.ta4j.core.BarSeries series = new BaseBarSeriesBuilder()
                .withName("race")
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int i = 0; i < bars.size(); i++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochSecond(bars.openTimeNanos()[i] / 1_000_000_000L + 60))
                    .openPrice(bars.open()[i])
                    .highPrice(bars.high()[i])
                    .lowPrice(bars.low()[i])
                    .closePrice(bars.close()[i])
                    .volume(bars.volume()[i])
                    .add();
        }
        return series;
    }
}
