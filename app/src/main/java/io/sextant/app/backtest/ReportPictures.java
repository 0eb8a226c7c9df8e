package io.sextant.app.backtest;

import io.sextant.app.sheet.Drawing;
import io.sextant.app.sheet.Drawing.Side;
import io.sextant.app.sheet.TimeChart;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTrade;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.stream.DoubleStream;

/** The charts of a report. */
final class ReportPictures {

    private static final double HEIGHT = 200;
    private static final double LOW_HEIGHT = 120;
    private static final int MONTHS = 12;

    private final BacktestRun run;
    private final ReportSeries series;
    private final ReportWords words;

    ReportPictures(BacktestRun run, ReportSeries series, ReportWords words) {
        this.run = run;
        this.series = series;
        this.words = words;
    }

    private TimeChart chart(double height, double[]... lines) {
        double low = Arrays.stream(lines)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double high = Arrays.stream(lines)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return new TimeChart(height, series.times[0], series.times[series.times.length - 1], low, high, words::figure);
    }

    Drawing equity() {
        Drawing drawing = chart(HEIGHT, series.equity, series.benchmark)
                .line(series.times, series.benchmark, Drawing.SECOND)
                .line(series.times, series.equity, Drawing.ACCENT)
                .drawing();
        drawing.word(70, 18, words.say("strategy"), Side.RIGHT, Drawing.ACCENT);
        drawing.word(70, 31, words.say("benchmark"), Side.RIGHT, Drawing.SECOND);
        return drawing;
    }

    Drawing falls() {
        double[] own = percent(ReportSeries.falls(series.equity));
        double[] other = percent(ReportSeries.falls(series.benchmark));
        return chart(LOW_HEIGHT, own, other, new double[] {0})
                .line(series.times, other, Drawing.SECOND)
                .line(series.times, own, Drawing.LOSS)
                .drawing();
    }

    private static double[] percent(double[] shares) {
        return DoubleStream.of(shares).map(each -> 100 * each).toArray();
    }

    Drawing rollingSharpe(int window) {
        double[] sharpe = series.rollingSharpe(window);
        return chart(LOW_HEIGHT, sharpe, new double[] {0})
                .line(series.times, sharpe, Drawing.ACCENT)
                .drawing();
    }

    Drawing exposure() {
        double[] share = percent(series.exposure);
        return chart(LOW_HEIGHT, share, new double[] {0, 100})
                .line(series.times, share, Drawing.ACCENT)
                .drawing();
    }

    Drawing trades(int instrument) {
        BarSeries bars = run.market().bars(instrument);
        double[] closes = Arrays.copyOf(bars.close(), bars.size());
        TimeChart chart = chart(HEIGHT, closes).line(bars.openTimeNanos(), closes, 0x9aa3ad);
        for (BacktestTrade trade : run.trades()) {
            if (trade.instrument() == instrument) {
                double[] x = {
                    chart.x(bars.openTimeNanos()[trade.entryBar()]), chart.x(bars.openTimeNanos()[trade.exitBar()])
                };
                double[] y = {chart.y(trade.entryPrice()), chart.y(trade.exitPrice())};
                chart.drawing().line(x, y, trade.profit() > 0 ? Drawing.GAIN : Drawing.LOSS, 1);
            }
        }
        for (BacktestOrder order : run.orders()) {
            if (order.instrument() == instrument) {
                double x = chart.x(bars.openTimeNanos()[order.bar()]);
                chart.drawing().dot(x, chart.y(order.price()), order.units() > 0 ? Drawing.ACCENT : Drawing.SECOND);
            }
        }
        return chart.drawing();
    }

    Drawing months(double cash) {
        NavigableMap<YearMonth, Double> months = series.months(cash);
        int firstYear = months.firstKey().getYear();
        int years = months.lastKey().getYear() - firstYear + 1;
        double cell = 52;
        double row = 18;
        Drawing drawing = new Drawing(60 + MONTHS * cell, 18 + years * row);
        for (int month = 1; month <= MONTHS; month++) {
            drawing.word(60 + (month - 0.5) * cell, 12, Integer.toString(month), Side.BOTH, Drawing.INK);
        }
        for (int year = 0; year < years; year++) {
            drawing.word(50, 30 + year * row, Integer.toString(firstYear + year), Side.LEFT, Drawing.INK);
        }
        double largest = months.values().stream().mapToDouble(Math::abs).max().orElse(1);
        months.forEach((month, made) -> {
            double x = 60 + (month.getMonthValue() - 1) * cell;
            double y = 18 + (month.getYear() - firstYear) * row;
            drawing.box(x + 1, y + 1, cell - 2, row - 2, heat(made, Math.max(1e-9, largest)));
            drawing.word(x + cell / 2, y + 13, words.number(100 * made), Side.BOTH, Drawing.INK);
        });
        return drawing;
    }

    /** From white to green where it earned, to red where it lost; never so dark that ink cannot be read on it. */
    private static int heat(double value, double largest) {
        int target = value >= 0 ? Drawing.GAIN : Drawing.LOSS;
        double strength = 0.7 * Math.sqrt(Math.min(1, Math.abs(value) / largest));
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = target >> shift & 255;
            colour |= (int) Math.round(255 + (part - 255) * strength) << shift;
        }
        return colour;
    }

    /** How far each trade went against itself, to the left, and for itself, to the top. */
    Drawing excursions() {
        double width = 720;
        Drawing drawing = new Drawing(width, HEIGHT);
        double largestWorst = 1e-9;
        double largestBest = 1e-9;
        for (BacktestTrade trade : run.trades()) {
            double[] each = series.excursions(trade);
            largestWorst = Math.max(largestWorst, -each[0]);
            largestBest = Math.max(largestBest, each[1]);
        }
        drawing.line(60, HEIGHT - 20, width - 10, HEIGHT - 20, Drawing.FAINT);
        drawing.line(60, 8, 60, HEIGHT - 20, Drawing.FAINT);
        drawing.word(width - 10, HEIGHT - 6, words.percent(-largestWorst), Side.LEFT, Drawing.INK);
        drawing.word(60, HEIGHT - 6, "0", Side.BOTH, Drawing.INK);
        drawing.word(54, 14, words.percent(largestBest), Side.LEFT, Drawing.INK);
        for (BacktestTrade trade : run.trades()) {
            double[] each = series.excursions(trade);
            double x = 60 - each[0] / largestWorst * (width - 74);
            double y = HEIGHT - 20 - each[1] / largestBest * (HEIGHT - 32);
            drawing.dot(x, y, trade.profit() > 0 ? Drawing.GAIN : Drawing.LOSS);
        }
        return drawing;
    }
}
