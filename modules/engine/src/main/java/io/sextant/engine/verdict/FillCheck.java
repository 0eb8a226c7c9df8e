package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import java.util.Arrays;

/**
 * Fills that no market would have given.
 *
 * @param impossible at a price that the bar did not trade at: outside of its low and high, slippage for the worse not counted
 * @param stale at a bar without volume, where the file has volumes, or one whose price did not move at all from the close before
 * @param firstImpossible the row of the first, -1 where there is none
 */
public record FillCheck(int fills, int impossible, int stale, int firstImpossible) {

    private static final double ROUNDING = 1e-9;
    /** Beyond the bar for the worse: slippage goes as far as this. */
    private static final double SLIPPAGE_MAX = 0.05;

    static FillCheck of(BacktestRun run) {
        BacktestMarket market = run.market();
        boolean[] volumes = new boolean[market.instruments()];
        for (int k = 0; k < volumes.length; k++) {
            BarSeries bars = market.bars(k);
            volumes[k] = Arrays.stream(bars.volume(), 0, bars.size()).anyMatch(each -> each > 0);
        }
        int impossible = 0;
        int stale = 0;
        int first = -1;
        for (BacktestOrder order : run.orders()) {
            BarSeries bars = market.bars(order.instrument());
            int bar = order.bar();
            boolean buys = order.units() > 0;
            double low = bars.low()[bar] * (1 - (buys ? ROUNDING : SLIPPAGE_MAX));
            double high = bars.high()[bar] * (1 + (buys ? SLIPPAGE_MAX : ROUNDING));
            if (!(order.price() >= low && order.price() <= high)) {
                impossible++;
                first = first < 0 ? RoundTrip.row(run, order.instrument(), bar) : first;
            }
            boolean still = bars.high()[bar] == bars.low()[bar] && bar > 0 && bars.open()[bar] == bars.close()[bar - 1];
            stale += still || (volumes[order.instrument()] && !(bars.volume()[bar] > 0)) ? 1 : 0;
        }
        return new FillCheck(run.orders().size(), impossible, stale, first);
    }
}
