package io.sextant.engine.verdict;

import io.sextant.analytics.luck.BacktestOverfitting;
import io.sextant.analytics.luck.DeflatedSharpe;
import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.analytics.luck.SuperiorAbility;
import io.sextant.strategy.kind.Choice;
import java.util.Optional;

/**
 * Everything that was measured of a strategy on some bars. Ratios named {@code aYear} are a year's, others a bar's; all are after costs and
 * over the bars after the warm-up.
 *
 * @param chosen the values that the verdict is about
 * @param choices how many stood to choice
 * @param periodsNeeded bars until a ratio like this is above nought with 95 in 100; infinite where it is not above it
 * @param overfitting none where there is nothing to choose among, or too few bars
 * @param aboveCash whether the best of the choices earns anything
 * @param aboveHolding whether it earns more than holding always the share that it held on average
 * @param paths none where there is nothing to choose among, or too few bars
 * @param surface none where no grid was asked
 * @param bestTradeShare of all profit, what the best trade made; NaN where there was none
 */
public record Evidence(
        String strategy,
        Choice chosen,
        int choices,
        Span span,
        Earned earned,
        SharpeEvidence sharpe,
        DeflatedSharpe deflated,
        double periodsNeeded,
        Count count,
        Optional<BacktestOverfitting> overfitting,
        SuperiorAbility aboveCash,
        SuperiorAbility aboveHolding,
        Optional<Walked> anchored,
        Optional<Walked> rolling,
        Optional<PurgedPaths> paths,
        Optional<Surface> surface,
        MonteCarlo monteCarlo,
        LookAhead lookAhead,
        WarmUp warmUp,
        FillCheck fills,
        Capacity capacity,
        double bestTradeShare) {

    /**
     * What it was run on.
     *
     * @param bars rows of all instruments together: moments at which bars of any of them open
     * @param judged rows after the warm-up
     * @param barsAYear rows of a year
     */
    public record Span(
            int instruments, int bars, int judged, long firstTimeNanos, long lastTimeNanos, double barsAYear) {}

    /**
     * What came of it.
     *
     * @param holding what holding all the time made of one, less one
     * @param exposure the mean share of the equity that was held, with its sign
     * @param breakEvenBps costs a side, beside those charged, at which nothing would be left
     */
    public record Earned(
            int trades, double returnShare, double sharpeAYear, double holding, double exposure, double breakEvenBps) {}

    /**
     * How much was tried.
     *
     * @param now in this examination
     * @param ofStrategy of this strategy on these bars, ever
     * @param onData of all strategies on these bars, ever: what the verdict is corrected for
     * @param whole whether the ledger is what was written
     * @param parameters that the strategy has
     */
    public record Count(int now, int ofStrategy, int onData, boolean whole, int parameters) {}

    double aYear(double sharpeOfBars) {
        return sharpeOfBars * Math.sqrt(span.barsAYear());
    }
}
