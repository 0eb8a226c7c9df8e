package io.sextant.app.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How strategy and benchmark fared where the benchmark had risen or fallen, calmly or wildly, over the bars before. */
final class ReportRegimes {

    private static final List<String> NAMES = List.of("calm-rise", "calm-fall", "wild-rise", "wild-fall");

    private final ReportSeries series;
    private final int window;
    private final int[] counts = new int[NAMES.size()];
    private final double[] strategy = new double[NAMES.size()];
    private final double[] benchmark = new double[NAMES.size()];

    ReportRegimes(ReportSeries series, int window) {
        this.series = series;
        this.window = window;
        int size = series.times.length;
        double[] volatility = new double[Math.max(0, size - window - 1)];
        for (int i = 0; i < volatility.length; i++) {
            volatility[i] = deviation(i + window);
        }
        double[] sorted = volatility.clone();
        Arrays.sort(sorted);
        double usual = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        for (int i = 0; i < volatility.length; i++) {
            int bar = i + window;
            boolean rose = series.benchmark[bar] >= series.benchmark[bar - window];
            int regime = (volatility[i] > usual ? 2 : 0) + (rose ? 0 : 1);
            counts[regime]++;
            strategy[regime] += Math.log(series.equity[bar + 1] / series.equity[bar]);
            benchmark[regime] += Math.log(series.benchmark[bar + 1] / series.benchmark[bar]);
        }
    }

    private double deviation(int bar) {
        double sum = 0;
        double squares = 0;
        for (int i = bar - window + 1; i <= bar; i++) {
            double move = series.benchmark[i] / series.benchmark[i - 1] - 1;
            sum += move;
            squares += move * move;
        }
        return Math.sqrt(Math.max(0, squares - sum * sum / window));
    }

    List<List<String>> rows(ReportWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            rows.add(List.of(
                    words.say(NAMES.get(i)),
                    words.count(counts[i]),
                    words.percent(Math.expm1(strategy[i])),
                    words.percent(Math.expm1(benchmark[i]))));
        }
        return rows;
    }
}
