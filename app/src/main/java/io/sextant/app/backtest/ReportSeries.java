package io.sextant.app.backtest;

import io.sextant.app.sheet.TimeChart;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTrade;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Columns beside the equity of a run, one value at each of its times. */
final class ReportSeries {

    private static final double DAYS_OF_YEAR = 252;
    private static final int LONG_WEEKEND_DAYS = 5;

    final long[] times;
    final double[] equity;
    final double[] benchmark;
    final double[] exposure;
    private final BacktestRun run;

    ReportSeries(BacktestRun run, double cash) {
        this.run = run;
        times = run.timeNanos();
        equity = run.equity();
        benchmark = benchmark(cash);
        exposure = exposure();
    }

    /** The same part of the cash in each instrument from its first close on. */
    private double[] benchmark(double cash) {
        int count = run.market().instruments();
        double[] worth = new double[times.length];
        for (int k = 0; k < count; k++) {
            BarSeries bars = run.market().bars(k);
            double[] closes = closes(k);
            for (int i = 0; i < worth.length; i++) {
                double growth = Double.isNaN(closes[i]) ? 1 : closes[i] / bars.close()[0];
                worth[i] += cash / count * growth;
            }
        }
        return worth;
    }

    /** The newest close of an instrument at each time; NaN before its first. */
    double[] closes(int instrument) {
        BarSeries bars = run.market().bars(instrument);
        double[] closes = new double[times.length];
        int at = -1;
        for (int i = 0; i < closes.length; i++) {
            while (at + 1 < bars.size() && bars.openTimeNanos()[at + 1] <= times[i]) {
                at++;
            }
            closes[i] = at < 0 ? Double.NaN : bars.close()[at];
        }
        return closes;
    }

    /** What is held, all of it as if it were long, as a share of the equity at each close. */
    private double[] exposure() {
        double[] share = new double[times.length];
        for (int k = 0; k < run.market().instruments(); k++) {
            double[] units = new double[times.length];
            for (BacktestOrder order : run.orders()) {
                if (order.instrument() == k) {
                    long at = run.market().bars(k).openTimeNanos()[order.bar()];
                    units[Arrays.binarySearch(times, at)] += order.units();
                }
            }
            double[] closes = closes(k);
            double held = 0;
            for (int i = 0; i < share.length; i++) {
                held += units[i];
                share[i] += Math.abs(held) < 1e-9 ? 0 : Math.abs(held * closes[i] / equity[i]);
            }
        }
        return share;
    }

    /** Below the highest so far, as a share of it. */
    static double[] falls(double[] values) {
        double[] falls = new double[values.length];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < falls.length; i++) {
            top = Math.max(top, values[i]);
            falls[i] = values[i] / top - 1;
        }
        return falls;
    }

    /** Mean over deviation of the returns of so many bars, a year of {@value #DAYS_OF_YEAR}. */
    double[] rollingSharpe(int window) {
        double[] sharpe = new double[times.length];
        Arrays.fill(sharpe, Double.NaN);
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < sharpe.length; i++) {
            double newest = equity[i] / equity[i - 1] - 1;
            sum += newest;
            squares += newest * newest;
            if (i > window) {
                double oldest = equity[i - window] / equity[i - window - 1] - 1;
                sum -= oldest;
                squares -= oldest * oldest;
            }
            if (i >= window) {
                double variance = (squares - sum * sum / window) / (window - 1);
                sharpe[i] =
                        variance < 1e-18 ? Double.NaN : sum / window / Math.sqrt(variance) * Math.sqrt(DAYS_OF_YEAR);
            }
        }
        return sharpe;
    }

    /** Return of each month from the last mark of the month before. */
    NavigableMap<YearMonth, Double> months(double cash) {
        NavigableMap<YearMonth, Double> months = new TreeMap<>();
        double before = cash;
        for (int i = 0; i < times.length; i++) {
            YearMonth month = YearMonth.from(TimeChart.date(times[i]));
            boolean ends = i == times.length - 1 || !month.equals(YearMonth.from(TimeChart.date(times[i + 1])));
            if (ends) {
                months.put(month, equity[i] / before - 1);
                before = equity[i];
            }
        }
        return months;
    }

    /** What values made between two days, from the last mark before the first; NaN where there is none. */
    double between(double[] values, LocalDate from, LocalDate to) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < times.length; i++) {
            LocalDate day = TimeChart.date(times[i]);
            first = !day.isAfter(from) ? i : first;
            last = !day.isAfter(to) ? i : last;
        }
        boolean endsBefore =
                last == times.length - 1 && TimeChart.date(times[last]).isBefore(to.minusDays(LONG_WEEKEND_DAYS));
        return first < 0 || last <= first || endsBefore ? Double.NaN : values[last] / values[first] - 1;
    }

    /** The worst and the best price that a trade saw, as shares of its entry: below nought where it was against it. */
    double[] excursions(BacktestTrade trade) {
        BarSeries bars = run.market().bars(trade.instrument());
        double worst = 0;
        double best = 0;
        double side = Math.signum(trade.units());
        for (int i = trade.entryBar(); i <= trade.exitBar(); i++) {
            boolean isOver = i == trade.exitBar();
            double high = isOver ? trade.exitPrice() : bars.high()[i];
            double low = isOver ? trade.exitPrice() : bars.low()[i];
            double up = side * (high / trade.entryPrice() - 1);
            double down = side * (low / trade.entryPrice() - 1);
            worst = Math.min(worst, Math.min(up, down));
            best = Math.max(best, Math.max(up, down));
        }
        return new double[] {worst, best};
    }
}
