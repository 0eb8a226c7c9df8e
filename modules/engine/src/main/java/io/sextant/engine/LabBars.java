package io.sextant.engine;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Query;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.TradingCosts;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A setup as the engine runs it: its bars from the archive, its terms, and its strategy. */
final class LabBars {

    private static final int MOST_BARS = 5_000_000;
    private static final double BPS = 1e4;

    private final Function<Query.Bars, BarSeries> bars;

    LabBars(Function<Query.Bars, BarSeries> bars) {
        this.bars = bars;
    }

    BarSeries read(BacktestSetup setup, InstrumentId instrument) {
        BarSeries all = bars.apply(new Query.Bars(instrument, setup.timeframe(), setup.toNanos(), MOST_BARS));
        int from = all.indexAtOrAfter(setup.fromNanos());
        return from == 0 ? all : all.copyOfRange(from, all.size());
    }

    static BacktestTerms terms(BacktestSetup setup) {
        BacktestSetup.Costs costs = setup.costs();
        FillModel fill = switch (setup.fill()) {
            case NEXT_OPEN -> FillModel.NEXT_OPEN;
            case BAR_PATH -> FillModel.BAR_PATH;
        };
        return new BacktestTerms(setup.cash(), costs.commissionBps() / BPS, setup.fractional())
                .withCosts(TradingCosts.commission(costs.commissionBps() / BPS)
                        .withPrices(costs.spreadBps(), costs.slippageBps(), 0))
                .withFill(fill, 0);
    }

    /** Refuses by an exception that says why, also what acts on more than it is told, and what nobody would hear. */
    static Choice choice(StrategyKind kind, BacktestSetup setup, Map<String, Double> searched) {
        Map<String, Double> given = new LinkedHashMap<>(setup.values());
        given.putAll(searched);
        Choice choice = Choice.of(kind, given);
        Needs needs = kind.needs(choice);
        if (needs.book()) {
            throw new IllegalArgumentException(kind.name() + " acts on a book, and stored bars have none");
        }
        if (needs.forecast() && setup.past().forecasts().isEmpty()) {
            throw new IllegalArgumentException(kind.name() + " acts on forecasts; name models that make them");
        }
        if (!needs.forecast() && !setup.past().forecasts().isEmpty()) {
            throw new IllegalArgumentException(kind.name() + " does not ask for forecasts");
        }
        if (needs.regime() && !setup.past().regimes()) {
            throw new IllegalArgumentException(kind.name() + " acts on regimes; have them told");
        }
        int count = setup.instruments().size();
        if (count < needs.fewestInstruments() || count > needs.mostInstruments()) {
            throw new IllegalArgumentException(kind.name() + " trades " + needs.fewestInstruments() + " to "
                    + needs.mostInstruments() + " instruments, not " + count);
        }
        return choice;
    }
}
