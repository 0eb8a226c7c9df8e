package io.sextant.engine.backtest;

import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one strategy over the same bars with one choice after another and keeps only what came of each; from any thread. What is the same for all
 * choices, as the sums of closes behind every mean, is made once. In the vector mode where that does as the engine does, in the engine where not.
 */
public final class BacktestOutcomes {

    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

    private final BacktestMarket market;
    private final StrategyKind kind;
    private final BacktestTerms terms;
    private final int[] dayEnds;
    private final double ofYear;
    private final SeatWorld world;

    private BacktestOutcomes(BacktestMarket market, StrategyKind kind, BacktestTerms terms, Hearing hearing) {
        world = hearing.over(market);
        this.market = market;
        this.kind = kind;
        this.terms = terms;
        dayEnds = dayEnds(market.timeNanos());
        ofYear = BacktestFigures.periodsOfYear(market.timeNanos());
    }

    public static BacktestOutcomes over(List<PricedBars> bars, StrategyKind kind, BacktestTerms terms) {
        return over(bars, kind, terms, Hearing.NOTHING);
    }

    /** The same of a strategy that is told more than bars. */
    public static BacktestOutcomes over(
            List<PricedBars> bars, StrategyKind kind, BacktestTerms terms, Hearing hearing) {
        return new BacktestOutcomes(BacktestMarket.of(bars, terms), kind, terms, hearing);
    }

    public static BacktestOutcomes over(BarSeries bars, StrategyKind kind, BacktestTerms terms) {
        return new BacktestOutcomes(BacktestMarket.of(bars, terms), kind, terms, Hearing.NOTHING);
    }

    /** Of all instruments together, in the order of time. */
    public long[] timeNanos() {
        return market.timeNanos();
    }

    public BacktestOutcome of(Choice choice) {
        if (VectorBacktest.objection(market, kind.needs(choice), terms) != null) {
            return told(engineRun(choice));
        }
        BacktestOutcome tallied = VectorBacktest.tallied(market, kind, choice, terms, dayEnds, ofYear);
        return tallied != null ? tallied : told(VectorBacktest.run(market, kind, choice, terms));
    }

    /** The run behind an outcome, whole. */
    public BacktestRun run(Choice choice) {
        return VectorBacktest.objection(market, kind.needs(choice), terms) == null
                ? VectorBacktest.run(market, kind, choice, terms)
                : engineRun(choice);
    }

    private BacktestRun engineRun(Choice choice) {
        return EventBacktest.run(market, kind, choice, terms, world, SeatListener.NOBODY, FactSink.DEAF);
    }

    BacktestOutcome told(BacktestRun run) {
        BacktestFigures figures = BacktestFigures.of(run, terms);
        return new BacktestOutcome(
                figures.trades(),
                figures.finalEquity(),
                figures.returnShare(),
                figures.sharpe(),
                figures.calmar(),
                figures.maxDrawdown(),
                run.size() < 3 ? 0 : SharpeEvidence.sharpe(returns(run)));
    }

    /** Bar by bar; the first bar has none. */
    public static double[] returns(BacktestRun run) {
        double[] equity = run.equity();
        double[] returns = new double[equity.length - 1];
        Arrays.setAll(returns, i -> equity[i + 1] / equity[i] - 1);
        return returns;
    }

    /** The last bar of each UTC day. */
    private static int[] dayEnds(long[] timeNanos) {
        int[] ends = new int[timeNanos.length];
        int count = 0;
        for (int i = 0; i < timeNanos.length; i++) {
            boolean last = i == timeNanos.length - 1
                    || Math.floorDiv(timeNanos[i], DAY_NANOS) != Math.floorDiv(timeNanos[i + 1], DAY_NANOS);
            if (last) {
                ends[count++] = i;
            }
        }
        return Arrays.copyOf(ends, count);
    }
}
