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
 * What each choice earned, bar by bar, over the same bars: those after the longest warm-up of them, or the later half where that is longer.
 *
 * @param returns {@code returns[choice][bar]}, after costs
 * @param exposures the mean share of the equity that each choice held, with its sign
 * @param market what holding all the time earned, bar by bar
 */
record TrialTable(List<Choice> choices, double[][] returns, double[] exposures, double[] market, double barsAYear) {

    private static final double YEAR_NANOS = 365.2425 * TimeUnit.DAYS.toNanos(1);

    private record Row(double[] returns, double exposure) {}

    static TrialTable of(Candidate candidate, BarSeries bars, List<Choice> choices, Crew crew) {
        int from = from(candidate, bars, choices);
        Candidate.Runner runner = candidate.on(bars, Candidate.Costs.AS_THEY_ARE);
        List<Row> rows = crew.each(choices.size(), c -> {
            Passage passage = runner.run(choices.get(c));
            crew.ran();
            return new Row(after(passage.returns(), from), exposure(passage.run(), from));
        });
        double[] market = new double[bars.size() - 1];
        Arrays.setAll(market, t -> bars.close()[t + 1] / bars.close()[t] - 1);
        return new TrialTable(
                choices,
                rows.stream().map(Row::returns).toArray(double[][]::new),
                rows.stream().mapToDouble(Row::exposure).toArray(),
                after(market, from),
                barsAYear(bars));
    }

    static double barsAYear(BarSeries bars) {
        return barsAYear(bars.size(), bars.firstTimeNanos(), bars.lastTimeNanos());
    }

    static double barsAYear(long[] timesNanos) {
        return barsAYear(timesNanos.length, timesNanos[0], timesNanos[timesNanos.length - 1]);
    }

    private static double barsAYear(int bars, long firstNanos, long lastNanos) {
        return (bars - 1) * YEAR_NANOS / (lastNanos - firstNanos);
    }

    static int from(Candidate candidate, BarSeries bars, List<Choice> choices) {
        int longest = choices.stream().mapToInt(candidate::warmUpBars).max().orElse(0);
        return Math.min(longest, bars.size() / 2);
    }

    private static double[] after(double[] all, int from) {
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    private static double exposure(BacktestRun run, int from) {
        double sum = 0;
        double units = 0;
        int next = 0;
        List<BacktestOrder> orders = run.orders();
        double[] equity = run.equity();
        for (int bar = 0; bar < equity.length; bar++) {
            while (next < orders.size() && orders.get(next).bar() <= bar) {
                units += orders.get(next++).units();
            }
            sum += bar >= from && equity[bar] > 0 ? units * run.bars().close()[bar] / equity[bar] : 0;
        }
        return sum / Math.max(1, equity.length - from);
    }

    int periods() {
        return market.length;
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

    /** Above holding always the share that the choice held on average: what its timing earned, and not its being there. */
    double[][] aboveHolding() {
        double[][] above = new double[returns.length][];
        for (int c = 0; c < above.length; c++) {
            double[] own = returns[c];
            double share = exposures[c];
            above[c] = new double[own.length];
            Arrays.setAll(above[c], t -> own[t] - share * market[t]);
        }
        return above;
    }

    double aYear(double sharpe) {
        return sharpe * Math.sqrt(barsAYear);
    }
}
