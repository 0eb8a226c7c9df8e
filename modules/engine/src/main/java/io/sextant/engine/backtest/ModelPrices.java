package io.sextant.engine.backtest;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.market.Side;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.PriceGuess;
import java.util.List;

/** The prices and fees that a backtest of these costs reckons with, for whoever trades beside the past. */
public final class ModelPrices implements PriceGuess {

    private final List<Instrument> instruments;
    private final Grid[] grids;
    private final double share;
    private final double commissionShare;
    private final FeeSchedule fees;

    public ModelPrices(InstrumentCatalog catalog, BacktestSetup.Costs costs) {
        instruments = catalog.all();
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

    /** Whether its venue takes its fee of what was bought, so that less is there to be sold. */
    public static boolean takesOfWhatIsBought(Instrument instrument) {
        return instrument instanceof SpotPair
                && instrument.fees().charged() == FeeSchedule.FeeCurrency.BASE_WHEN_BUYING;
    }

    /** Of so many bought lots, what such a fee takes, in units of the position. */
    public long feeInKindUnits(int instrument, Side side, long lots) {
        Instrument traded = instruments.get(instrument);
        return side == Side.BUY && takesOfWhatIsBought(traded)
                ? fees.feeUnits(Math.multiplyExact(lots, traded.positionUnitsPerLot()), 0, false)
                : 0;
    }

    public double commissionShare() {
        return commissionShare;
    }
}
