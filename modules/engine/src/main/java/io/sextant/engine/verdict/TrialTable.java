package io.sextant.engine.verdict;

import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.strategy.kind.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What each choice earned, row by row, over the same rows: those after the longest warm-up of them, or the later half where that is longer.
 *
 * @param returns {@code returns[choice][row]}, after costs
 * @param exposures {@code exposures[choice][instrument]}, the mean share of the equity that was held of it, with its sign
 * @param market {@code market[instrument][row]}, what holding it all the time earned
 */
record TrialTable(List<Choice> choices, double[][] returns, double[][] exposures, double[][] market, double barsAYear) {

    private static final double YEAR_NANOS = 365.2425 * TimeUnit.DAYS.toNanos(1);

    static TrialTable of(Candidate candidate, TestedBars bars, List<Choice> choices, Crew crew) {
        return of(new VerdictRuns(candidate, bars, choices, 0), candidate, bars, choices, crew);
    }

    static TrialTable of(VerdictRuns runs, Candidate candidate, TestedBars bars, List<Choice> choices, Crew crew) {
        int from = from(candidate, bars, choices);
        int instruments = bars.instruments();
        List<double[]> lines =
                crew.each(runs, choices.stream().map(VerdictPiece.Row::new).toList());
        double[][] market = new double[instruments][];
        Arrays.setAll(market, k -> after(moves(bars, k), from));
        return new TrialTable(
                choices,
                lines.stream()
                        .map(line -> Arrays.copyOf(line, line.length - instruments))
                        .toArray(double[][]::new),
                lines.stream()
                        .map(line -> Arrays.copyOfRange(line, line.length - instruments, line.length))
                        .toArray(double[][]::new),
                market,
                barsAYear(bars));
    }

    /** The returns of a run, and behind them what it held of each instrument. */
    static double[] line(Passage passage, int from) {
        double[] returns = after(passage.returns(), from);
        double[] exposures = exposures(passage.run(), from);
        double[] line = Arrays.copyOf(returns, returns.length + exposures.length);
        System.arraycopy(exposures, 0, line, returns.length, exposures.length);
        return line;
    }

    /** Of the newest close from row to row; 0 where there is no other or no first. */
    private static double[] moves(TestedBars bars, int instrument) {
        int[] byRow = bars.barsByRow(instrument);
        double[] close = bars.bars(instrument).close();
        double[] moves = new double[byRow.length - 1];
        Arrays.setAll(moves, t -> {
            int bar = byRow[t + 1];
            return bar < 1 ? 0 : close[bar] / close[bar - 1] - 1;
        });
        return moves;
    }

    static double barsAYear(TestedBars bars) {
        return barsAYear(bars.size(), bars.timeNanos(0), bars.timeNanos(bars.size() - 1));
    }

    static double barsAYear(long[] timesNanos) {
        return barsAYear(timesNanos.length, timesNanos[0], timesNanos[timesNanos.length - 1]);
    }

    private static double barsAYear(int bars, long firstNanos, long lastNanos) {
        return (bars - 1) * YEAR_NANOS / (lastNanos - firstNanos);
    }

    static int from(Candidate candidate, TestedBars bars, List<Choice> choices) {
        int longest = choices.stream().mapToInt(candidate::warmUpBars).max().orElse(0);
        return Math.min(bars.rowsUntil(longest), bars.size() / 2);
    }

    private static double[] after(double[] all, int from) {
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    private static double[] exposures(BacktestRun run, int from) {
        double[] exposures = new double[run.market().instruments()];
        Arrays.setAll(exposures, k -> exposure(run, from, k));
        return exposures;
    }

    private static double exposure(BacktestRun run, int from, int instrument) {
        List<BacktestOrder> orders = run.orders().stream()
                .filter(each -> each.instrument() == instrument)
                .toList();
        BarSeries bars = run.market().bars(instrument);
        double[] equity = run.equity();
        double sum = 0;
        double units = 0;
        int next = 0;
        int bar = -1;
        for (int row = 0; row < equity.length; row++) {
            while (bar + 1 < bars.size() && bars.openTimeNanos()[bar + 1] <= run.timeNanos()[row]) {
                bar++;
            }
            while (next < orders.size() && orders.get(next).bar() <= bar) {
                units += orders.get(next++).units();
            }
            sum += row >= from && bar >= 0 && equity[row] > 0 ? units * bars.close()[bar] / equity[row] : 0;
        }
        return sum / Math.max(1, equity.length - from);
    }

    /** Of all instruments together: what is short counts against what is long. */
    double exposure(int choice) {
        return Arrays.stream(exposures[choice]).sum();
    }

    int periods() {
        return market[0].length;
    }

    double[] sharpes() {
        return Arrays.stream(returns).mapToDouble(SharpeEvidence::sharpe).toArray();
    }

    /** The choice with the highest ratio, the first of equals. */
    int best() {
        double[] sharpes = sharpes();
        int best = 0;
        for (int c = 1; c < sharpes.length; c++) {
            best = sharpes[c] > sharpes[best] ? c : best;
        }
        return best;
    }

    /** Above holding always the share of each instrument that the choice held on average: what its timing earned, and not its being there. */
    double[][] aboveHolding() {
        double[][] above = new double[returns.length][];
        for (int c = 0; c < above.length; c++) {
            double[] own = returns[c];
            above[c] = own.clone();
            for (int k = 0; k < market.length; k++) {
                double share = exposures[c][k];
                for (int t = 0; t < own.length; t++) {
                    above[c][t] -= share * market[k][t];
                }
            }
        }
        return above;
    }

    double aYear(double sharpe) {
        return sharpe * Math.sqrt(barsAYear);
    }
}
