package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.backtest.VectorBacktest;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;

/**
 * A strategy of the contract, run over the bars of one instrument: in the vector mode where that does as the engine does, in the engine
 * where not.
 *
 * @param name under which its trials are kept: another one wherever its rules are others
 */
public record StrategyOnBars(String name, StrategyKind kind, BacktestTerms terms) implements Candidate {

    private static final double BPS = 1e4;

    public StrategyOnBars(StrategyKind kind, BacktestTerms terms) {
        this(kind.name(), kind, terms);
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
    public Runner on(BarSeries bars, Costs costs) {
        BacktestTerms charged =
                terms.withCosts(terms.costs().times(costs.times()).withMoreSlippage(costs.moreShare() * BPS));
        BacktestMarket market = BacktestMarket.of(bars, charged);
        return choice -> {
            RecordedKind recorded = new RecordedKind(kind, bars.size());
            boolean vector = VectorBacktest.objection(market, kind.needs(choice), charged) == null;
            BacktestRun run = vector
                    ? VectorBacktest.run(market, recorded, choice, charged)
                    : EventBacktest.run(market, recorded, choice, charged);
            return new Passage(run, recorded.signals());
        };
    }
}
