package io.sextant.engine.sweep;

import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestOutcomes;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.RunBytes;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.engine.fleet.StrategyPieces;
import java.util.List;

/** One piece for each set of a sweep. */
public final class SweepWork implements WorkKind {

    private static final String NAME = "sweep";

    static Work of(StrategyParcel strategy, List<PricedBars> bars, BacktestTerms terms) {
        return new Work(NAME, Columns.bytes(out -> {
            strategy.write(out);
            RunBytes.write(out, bars);
            RunBytes.write(out, terms);
        }));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pieces open(byte[] work) {
        return Columns.read(work, in -> {
            StrategyParcel strategy = StrategyParcel.read(in);
            List<PricedBars> bars = RunBytes.bars(in);
            BacktestTerms terms = RunBytes.terms(in);
            return new StrategyPieces(strategy, kind -> {
                BacktestOutcomes outcomes = BacktestOutcomes.over(bars, kind, terms);
                return piece -> numbers(outcomes.of(Columns.read(piece, RunBytes::choice)));
            });
        });
    }

    private static double[] numbers(BacktestOutcome outcome) {
        return new double[] {
            outcome.trades(),
            outcome.finalEquity(),
            outcome.returnShare(),
            outcome.sharpe(),
            outcome.calmar(),
            outcome.maxDrawdown(),
            outcome.sharpeABar()
        };
    }

    static BacktestOutcome outcome(double[] came) {
        return new BacktestOutcome((int) came[0], came[1], came[2], came[3], came[4], came[5], came[6]);
    }
}
