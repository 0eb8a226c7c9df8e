package io.sextant.engine.backtest;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.PriceGuess;

/** The prices and fees that a backtest of these costs reckons with, for whoever trades beside the past. */
public final class ModelPrices implements PriceGuess {

    private final Grid[] grids;
    private final double share;
    private final double commissionShare;
    private final FeeSchedule fees;

    public ModelPrices(InstrumentCatalog catalog, BacktestSetup.Costs costs) {
        grids = catalog.all().stream().map(Grid::new).toArray(Grid[]::new);
        share = (costs.spreadBps() / 2 + costs.slippageBps()) / 1e4;
        long partsPerMillion = Math.round(costs.commissionBps() * 100);
        commissionShare = partsPerMillion / 1e6;
        fees = new FeeSchedule(partsPerMillion, partsPerMillion, 0, FeeSchedule.FeeCurrency.QUOTE);
    }

    @Override
    public long ticks(int instrument, Side side, long lots, long lastTicks) {
        return share == 0 ? lastTicks : PriceCosts.moved(grids[instrument], side, lastTicks, share);
    }

    /** Of the notional, as a venue's schedule takes it. */
    public long feeUnits(int instrument, long priceTicks, long lots) {
        return fees.feeUnits(grids[instrument].worthUnits(priceTicks, lots), lots, false);
    }

    public double commissionShare() {
        return commissionShare;
    }
}
