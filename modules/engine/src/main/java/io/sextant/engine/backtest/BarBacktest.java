package io.sextant.engine.backtest;

import io.sextant.domain.market.BarSeries;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a strategy over bars alone: it hears a bar when it is over, and what it wants is filled at the open of the next one, all of the equity at
 * once. No book, no gate and no venue take part, so this answers what a rule would have earned and not what an account would have been let do.
 */
public final class BarBacktest {

    /** A little stays in cash, so that a price of a hair more still fills. */
    private static final double INVESTED = 0.9999;

    private final BarSeries bars;
    private final BacktestTerms terms;
    private final List<BacktestTrade> trades = new ArrayList<>();
    private final List<BacktestOrder> orders = new ArrayList<>();
    private double cash;
    private double units;
    private int entryBar;
    private double entryPrice;
    private int barsHeld;

    private BarBacktest(BarSeries bars, BacktestTerms terms) {
        this.bars = bars;
        this.terms = terms;
        cash = terms.cash();
    }

    public static BacktestRun run(BarSeries bars, StrategyRun strategy, BacktestTerms terms) {
        return new BarBacktest(bars, terms).run(strategy);
    }

    private BacktestRun run(StrategyRun strategy) {
        int size = bars.size();
        double[] equity = new double[size];
        BarScene scene = new BarScene(bars);
        Wished wished = new Wished();
        for (int i = 0; i < size; i++) {
            boolean held = units != 0;
            if (i == size - 1) {
                turn(0, i);
            } else if (wished.newest != null) {
                turn((int) wished.newest.share(), i);
            }
            barsHeld += held || units != 0 ? 1 : 0;
            equity[i] = cash + units * bars.close()[i];
            scene.goOn(units, entryPrice, equity[i]);
            wished.newest = null;
            strategy.next(scene, wished);
        }
        return new BacktestRun(bars, trades, orders, equity, barsHeld);
    }

    private void turn(int side, int bar) {
        if (side != 0 && Math.signum(units) == side) {
            return;
        }
        double open = bars.open()[bar];
        if (units != 0) {
            close(bar, open);
        }
        if (side != 0) {
            open(bar, open, side);
        }
    }

    private void close(int bar, double price) {
        double entry = Math.abs(units) * entryPrice * terms.commissionShare();
        double exit = Math.abs(units) * price * terms.commissionShare();
        cash += units * price - exit;
        trades.add(new BacktestTrade(units, entryBar, bar, entryPrice, price, entry + exit));
        orders.add(new BacktestOrder(bar, -units, price));
        units = 0;
    }

    private void open(int bar, double price, int side) {
        double most = INVESTED * cash / (price * (1 + terms.commissionShare()));
        double size = terms.fractional() ? most : Math.floor(most);
        if (!(size > 0)) {
            return;
        }
        units = side * size;
        entryBar = bar;
        entryPrice = price;
        cash -= units * price + size * price * terms.commissionShare();
        orders.add(new BacktestOrder(bar, units, price));
    }

    /** What was wished at the newest close. */
    private static final class Wished implements Wishes {

        private @Nullable Target newest;

        @Override
        public void hold(Target target) {
            if (target.share() != Math.rint(target.share()) || Math.abs(target.share()) > 1) {
                throw new IllegalArgumentException(
                        "bars alone hold all of the equity or nothing, not " + target.share() + " of it");
            }
            newest = target;
        }

        @Override
        public void order(OrderWish wish) {
            throw new IllegalArgumentException("bars alone have no book in which an order could rest");
        }
    }
}
