package io.sextant.engine.verdict;

import io.sextant.analytics.preparation.Quantiles;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * With how much money this could be done. An order of a share q of a bar's volume is taken to move the price by the volatility of a bar
 * times the root of q (the square-root law: Toth and others 2011; about one in front of it), on each side. NaN where bars have no volume.
 *
 * @param meanShare of the bar's volume, of an order
 * @param largeShare that one in twenty orders is above
 * @param impactBps of the notional, a side, at the money of this run
 * @param edgeBps what was earned after costs, a side
 * @param amount at which impact takes half of the edge, or one in twenty orders is above a tenth of its bar, whichever is less; 0 where
 *     there is no edge
 */
public record Capacity(double meanShare, double largeShare, double impactBps, double edgeBps, double amount) {

    private static final double BPS = 1e4;
    private static final double SHARE_MAX = 0.1;

    static Capacity of(BacktestRun run, double cash) {
        BacktestMarket market = run.market();
        double[] volatility = IntStream.range(0, market.instruments())
                .mapToDouble(k -> volatility(market.bars(k)))
                .toArray();
        double[] shares = run.orders().stream()
                .mapToDouble(order -> share(market, order))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double notional = 0;
        double impact = 0;
        for (BacktestOrder order : run.orders()) {
            double size = Math.abs(order.units()) * order.price();
            double share = share(market, order);
            notional += size;
            impact += Double.isFinite(share) ? size * volatility[order.instrument()] * Math.sqrt(share) : 0;
        }
        double edge = notional > 0 ? (run.equity()[run.equity().length - 1] - cash) / notional : 0;
        if (shares.length == 0) {
            return new Capacity(Double.NaN, Double.NaN, Double.NaN, edge * BPS, Double.NaN);
        }
        double mean = Arrays.stream(shares).average().orElseThrow();
        double large = Quantiles.at(shares, 0.95);
        double cost = impact / notional;
        double byImpact = Math.pow(Math.max(0, edge) / (2 * cost), 2);
        double amount = edge <= 0 ? 0 : cash * Math.min(byImpact, SHARE_MAX / large);
        return new Capacity(mean, large, cost * BPS, edge * BPS, amount);
    }

    /** Of the volume of the bar in which it was filled. */
    private static double share(BacktestMarket market, BacktestOrder order) {
        return Math.abs(order.units()) / market.bars(order.instrument()).volume()[order.bar()];
    }

    /** The root of the mean square of what the logarithm of the price moves a bar. */
    static double volatility(BarSeries bars) {
        double squares = 0;
        for (int i = 1; i < bars.size(); i++) {
            double move = Math.log(bars.close()[i] / bars.close()[i - 1]);
            squares += move * move;
        }
        return Math.sqrt(squares / Math.max(1, bars.size() - 1));
    }
}
