package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.BarBacktest;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;

/** A strategy of the contract, run over the bars of one instrument. */
public record StrategyOnBars(StrategyKind kind, BacktestTerms terms) implements Candidate {

    private static final double SHARE_MAX = 0.99;

    @Override
    public String name() {
        return kind.name();
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
    public Passage run(BarSeries bars, Choice choice, Costs costs) {
        RecordedSignals recorded = new RecordedSignals(kind.begin(choice), bars.size());
        double commission = Math.min(SHARE_MAX, terms.commissionShare() * costs.times() + costs.moreShare());
        BacktestTerms charged = new BacktestTerms(terms.cash(), commission, terms.fractional());
        return new Passage(BarBacktest.run(bars, recorded, charged), recorded.signals());
    }
}
