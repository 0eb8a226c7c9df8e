package io.sextant.engine.backtest;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What is told of a run. Returns are those of the equity from day to day (of bars shorter than a day, the last of each UTC day), a year has 252 of
 * them, or 52, 12, 4 or 1 where bars are of a week, a month, a quarter or a year: {@code annualReturn} is their geometric mean to the power of 252 less one, {@code annualVolatility} the deviation of the product of 252
 * independent ones (Tobin 1965), {@code sharpe} the first over the second, {@code sortino} over the root mean square of the days below nought,
 * {@code calmar} over the deepest fall. What cannot be computed, as a factor of profits without a loss, is NaN.
 */
public record BacktestFigures(
        int trades,
        double finalEquity,
        double returnShare,
        double annualReturn,
        double annualVolatility,
        double sharpe,
        double sortino,
        double calmar,
        double maxDrawdown,
        double winRate,
        double profitFactor,
        double exposure,
        double fees,
        double buyHold) {

    private static final double DAYS_OF_YEAR = 252;
    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

    public static BacktestFigures of(BacktestRun run, BacktestTerms terms) {
        double[] equity = run.equity();
        int size = run.size();
        double last = equity[size - 1];
        double[] returns = returns(daily(run.timeNanos(), equity));
        double ofYear = periodsOfYear(run.timeNanos());
        double growth =
                Math.exp(Arrays.stream(returns).map(Math::log1p).average().orElse(0)) - 1;
        double annual = Math.pow(1 + growth, ofYear) - 1;
        double volatility = Math.sqrt(Math.max(
                0,
                Math.pow(variance(returns) + (1 + growth) * (1 + growth), ofYear) - Math.pow(1 + growth, 2 * ofYear)));
        double below = Math.sqrt(Arrays.stream(returns)
                        .map(each -> Math.min(each, 0) * Math.min(each, 0))
                        .average()
                        .orElse(0))
                * Math.sqrt(ofYear);
        double fall = deepestFall(equity);
        return new BacktestFigures(
                run.trades().size(),
                last,
                last / terms.cash() - 1,
                annual,
                volatility,
                ratio(annual, volatility),
                ratio(annual, below),
                ratio(annual, -fall),
                fall,
                ratio(
                        run.trades().stream()
                                .mapToDouble(one -> one.profit() > 0 ? 1 : 0)
                                .sum(),
                        run.trades().size()),
                profitFactor(run),
                (double) run.barsHeld() / size,
                run.fees(),
                buyHold(run));
    }

    private static double ratio(double of, double to) {
        return to == 0 ? Double.NaN : of / to;
    }

    /** Returns of trades, not their money, so that a late one on a larger account does not count for more. */
    private static double profitFactor(BacktestRun run) {
        double gains = 0;
        double losses = 0;
        for (BacktestTrade trade : run.trades()) {
            gains += Math.max(0, trade.returnShare());
            losses += Math.max(0, -trade.returnShare());
        }
        return ratio(gains, losses);
    }

    /** With the same part of the cash in each instrument. */
    private static double buyHold(BacktestRun run) {
        double sum = 0;
        for (int i = 0; i < run.market().instruments(); i++) {
            BarSeries bars = run.market().bars(i);
            sum += bars.close()[bars.size() - 1] / bars.close()[0] - 1;
        }
        return sum / run.market().instruments();
    }

    private static double[] daily(long[] times, double[] equity) {
        double[] days = new double[equity.length];
        int kept = 0;
        for (int i = 0; i < equity.length; i++) {
            boolean sameDay = i > 0 && Math.floorDiv(times[i], DAY_NANOS) == Math.floorDiv(times[i - 1], DAY_NANOS);
            kept += sameDay ? 0 : 1;
            days[kept - 1] = equity[i];
        }
        return Arrays.copyOf(days, kept);
    }

    /** By the usual gap between bars; a market that is open each day counts 252 of them as others do. */
    static double periodsOfYear(long[] times) {
        if (times.length < 2) {
            return DAYS_OF_YEAR;
        }
        long[] gaps = new long[times.length - 1];
        Arrays.setAll(gaps, i -> times[i + 1] - times[i]);
        Arrays.sort(gaps);
        long days = gaps[gaps.length / 2] / DAY_NANOS;
        return days >= 300 ? 1 : days >= 75 ? 4 : days >= 25 ? 12 : days >= 5 ? 52 : DAYS_OF_YEAR;
    }

    private static double[] returns(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        Arrays.setAll(returns, i -> values[i + 1] / values[i] - 1);
        return returns;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double sum =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return values.length < 2 ? 0 : sum / (values.length - 1);
    }

    private static double deepestFall(double[] equity) {
        double top = Double.NEGATIVE_INFINITY;
        double deepest = 0;
        for (double each : equity) {
            top = Math.max(top, each);
            deepest = Math.min(deepest, each / top - 1);
        }
        return deepest;
    }
}
