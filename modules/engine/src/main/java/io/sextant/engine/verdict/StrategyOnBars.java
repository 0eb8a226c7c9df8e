package io.sextant.engine.verdict;

import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestMarket.Fineness;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.backtest.Hearing;
import io.sextant.engine.backtest.VectorBacktest;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;

/**
 * A strategy of the contract, run over the bars of its instruments: in the vector mode where that does as the engine does, in the engine
 * where not.
 *
 * @param hearing what it is told beside bars
 * @param name under which its trials are kept: another one wherever its rules are others
 */
public record StrategyOnBars(String name, StrategyKind kind, BacktestTerms terms, Hearing hearing)
        implements Candidate {

    private static final double BPS = 1e4;

    public StrategyOnBars(StrategyKind kind, BacktestTerms terms) {
        this(kind.name(), kind, terms);
    }

    public StrategyOnBars(String name, StrategyKind kind, BacktestTerms terms) {
        this(name, kind, terms, Hearing.NOTHING);
    }

    @Override
    public List<Parameter> parameters() {
        return kind.parameters();
    }

    @Override
    public int warmUpBars(Choice choice) {
        return kind.needs(choice).warmUpBars();
    }

    @Override
    public double cash() {
        return terms.cash();
    }

    @Override
    public Candidate countingAsOn(TestedBars bars) {
        return new Counting(this, BacktestMarket.of(bars.priced(), terms).fineness());
    }

    @Override
    public Runner on(TestedBars bars, Costs costs) {
        return on(bars, costs, List.of());
    }

    /** @param fineness none where it goes by the bars */
    private Runner on(TestedBars bars, Costs costs, List<Fineness> fineness) {
        BacktestTerms charged =
                terms.withCosts(terms.costs().times(costs.times()).withMoreSlippage(costs.moreShare() * BPS));
        BacktestMarket market = fineness.isEmpty()
                ? BacktestMarket.of(bars.priced(), charged)
                : BacktestMarket.of(bars.priced(), charged, fineness);
        SeatWorld world = hearing.over(market);
        return choice -> {
            RecordedKind recorded = new RecordedKind(kind, bars);
            boolean vector = VectorBacktest.objection(market, kind.needs(choice), charged) == null;
            BacktestRun run = vector
                    ? VectorBacktest.run(market, recorded, choice, charged)
                    : EventBacktest.run(market, recorded, choice, charged, world, SeatListener.NOBODY, FactSink.DEAF);
            return new Passage(run, recorded.signals());
        };
    }

    /** Does not round the past by what comes after it. */
    private record Counting(StrategyOnBars strategy, List<Fineness> fineness) implements Candidate {

        @Override
        public String name() {
            return strategy.name();
        }

        @Override
        public List<Parameter> parameters() {
            return strategy.parameters();
        }

        @Override
        public int warmUpBars(Choice choice) {
            return strategy.warmUpBars(choice);
        }

        @Override
        public double cash() {
            return strategy.cash();
        }

        @Override
        public Runner on(TestedBars bars, Costs costs) {
            return strategy.on(bars, costs, fineness);
        }
    }
}
