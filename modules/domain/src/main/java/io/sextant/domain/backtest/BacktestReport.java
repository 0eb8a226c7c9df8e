package io.sextant.domain.backtest;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.regime.RegimeName;
import java.util.List;
import java.util.Optional;

/**
 * What a strategy would have done, or why nobody can say.
 */
public sealed interface BacktestReport {

    BacktestSetup setup();

    /**
     * It ran.
     *
     * @param timesNanos openings of the bars
     * @param equity at their closes
     * @param holding what the same cash would be worth, held in the instruments in equal parts from the first bar on
     * @param orderStreamHash of time, units and price of every order: who traded alike has the same
     * @param refusals of the gate and of the account, in words
     * @param told what the desk of then came to; empty where none was asked for
     * @param regimes how it fared in each regime that was told; of the first instrument, and empty where none was asked for
     * @param tries how many runs were ever made on these bars, of all strategies, this one among them
     */
    record Ran(
            BacktestSetup setup,
            Figures figures,
            long[] timesNanos,
            double[] equity,
            double[] holding,
            List<Trade> trades,
            String orderStreamHash,
            List<String> refusals,
            Optional<Told> told,
            List<InRegime> regimes,
            int tries)
            implements BacktestReport {

        public Ran {
            trades = List.copyOf(trades);
            refusals = List.copyOf(refusals);
            regimes = List.copyOf(regimes);
        }
    }

    /**
     * A desk of the past over all instruments.
     *
     * @param skilledShare of all bars, at which a champion's skill was measured
     */
    record Told(int trainings, double skilledShare, int regimeLearnings) {}

    /**
     * From the ends of the bars at which a regime was told to the ends of the ones after them.
     *
     * @param regime empty for bars at which none was told yet
     */
    record InRegime(Optional<RegimeName> regime, int bars, double returnShare, double holdingReturn) {}

    /** There are too few bars in this stretch. */
    record TooFewBars(BacktestSetup setup, InstrumentId instrument, int bars, int needed) implements BacktestReport {}

    /** What was asked for cannot be run. */
    record Refused(BacktestSetup setup, String reason) implements BacktestReport {}

    /** Shares are fractions; what cannot be told, as a ratio of profits without a loss, is NaN. */
    record Figures(
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
            double holdingReturn) {}

    /**
     * A position from its opening to its end.
     *
     * @param units below zero where it was short
     * @param worstShare how far it stood against the entry at worst, of what was put in; never above nought
     * @param bestShare how far it stood ahead at best
     */
    record Trade(
            InstrumentId instrument,
            double units,
            long entryNanos,
            long exitNanos,
            double entryPrice,
            double exitPrice,
            double fees,
            double profit,
            double returnShare,
            double worstShare,
            double bestShare,
            String entryReason,
            String exitReason) {}
}
