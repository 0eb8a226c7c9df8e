package io.sextant.engine.backtest;

import io.sextant.domain.market.Side;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.PriceGuess;
import java.util.List;

/**
 * The price of whoever trades at once: the printed one, moved against him by half the spread, the slippage and his own impact, to the next tick
 * against him. Impact is {@code coefficient * deviation * sqrt(lots / volume)}, with the deviation of the logarithmic returns and the mean volume
 * of the newest {@value #BARS} bars that have ended.
 */
final class PriceCosts implements PriceGuess {

    static final int BARS = 20;

    private final TradingCosts costs;
    private final List<TestedSeries> series;
    private final int[] endedBars;

    PriceCosts(TradingCosts costs, List<TestedSeries> series) {
        this.costs = costs;
        this.series = series;
        endedBars = new int[series.size()];
    }

    void ended(int instrument, int bars) {
        endedBars[instrument] = bars;
    }

    @Override
    public long ticks(int instrument, Side side, long lots, long lastTicks) {
        double share = (costs.spreadBps() / 2 + costs.slippageBps()) / 1e4;
        if (costs.impact() > 0 && lots > 0) {
            share += impactShare(instrument, lots);
        }
        return share == 0 ? lastTicks : moved(series.get(instrument).grid(), side, lastTicks, share);
    }

    /** As far as the gate's collar lets an order go: to nothing, or to twice the price. */
    @Override
    public long ticksAtAnyPrice(int instrument, Side side, long lots, long lastTicks) {
        return side == Side.SELL ? 1 : Math.multiplyExact(2, lastTicks);
    }

    static long moved(Grid grid, Side side, long lastTicks, double share) {
        return grid.ticksAgainst(grid.price(lastTicks) * (1 + side.sign() * Math.min(share, 0.99)), side == Side.BUY);
    }

    private double impactShare(int instrument, long lots) {
        TestedSeries of = series.get(instrument);
        int to = endedBars[instrument];
        int from = Math.max(0, to - BARS);
        double volume = 0;
        for (int i = from; i < to; i++) {
            volume += of.volumeLots()[i];
        }
        double share = volume > 0 ? lots / (volume / (to - from)) : 1;
        return costs.impact() * deviation(of.bars().close(), from, to) * Math.sqrt(share);
    }

    private static double deviation(double[] closes, int from, int to) {
        int count = to - from - 1;
        if (count < 2) {
            return 0;
        }
        double mean = Math.log(closes[to - 1] / closes[from]) / count;
        double sum = 0;
        for (int i = from + 1; i < to; i++) {
            double apart = Math.log(closes[i] / closes[i - 1]) - mean;
            sum += apart * apart;
        }
        return Math.sqrt(sum / (count - 1));
    }
}
