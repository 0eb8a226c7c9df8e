package io.sextant.engine.backtest;

import io.sextant.domain.market.Side;
import io.sextant.engine.backtest.BacktestRun.Flows;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.SeatBook;
import io.sextant.engine.strategy.SizedOrder;
import io.sextant.engine.strategy.Sizing;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same fills as {@link EventBacktest} without an engine, for many runs over the same bars. It knows one instrument, fills at opens and no
 * cost but commission, spread and slippage, and refuses everything else.
 */
public final class VectorBacktest {

    private final TestedSeries series;
    private final Grid grid;
    private final Sizing sizing;
    private final PriceCosts costs;
    private final SeatBook book;
    private final TradeBook trades;
    private final Newest wished = new Newest();
    private int barsHeld;

    private VectorBacktest(TestedSeries series, BacktestTerms terms) {
        this.series = series;
        grid = series.grid();
        trades = new TradeBook(List.of(grid));
        sizing = EventBacktest.sizing(series, terms);
        costs = new PriceCosts(terms.costs(), List.of(series));
        book = new SeatBook(List.of(grid), grid.moneyUnits(terms.cash()));
    }

    /** Why these terms are only for the engine itself; null where they are for both. */
    public static @Nullable String objection(BacktestMarket market, Needs needs, BacktestTerms terms) {
        if (market.instruments() != 1) {
            return "the vector mode is for one instrument";
        }
        if (needs.book() || needs.forecast() || needs.regime()) {
            return "the vector mode has neither forecasts nor regimes nor a book";
        }
        if (terms.fill() != FillModel.NEXT_OPEN || terms.latencyNanos() != 0) {
            return "the vector mode fills at the next open and without latency";
        }
        TradingCosts costs = terms.costs();
        if (!costs.tiers().isEmpty()
                || costs.impact() != 0
                || costs.borrowPerYear() != 0
                || costs.fundingPer8Hours() != 0
                || terms.isOnMargin()) {
            return "the vector mode knows commission, spread and slippage and no other costs";
        }
        return Splits.dividends(market.given().getFirst().actions()).isEmpty()
                ? null
                : "the vector mode pays no dividends";
    }

    /** Refuses with a sentence what it cannot do as the engine does it. */
    public static BacktestRun run(BacktestMarket market, StrategyKind kind, Choice choice, BacktestTerms terms) {
        Needs needs = kind.needs(choice);
        String objection = objection(market, needs, terms);
        if (objection != null) {
            throw new IllegalArgumentException(objection);
        }
        return new VectorBacktest(market.series().getFirst(), terms).run(market, needs, kind.begin(choice));
    }

    private BacktestRun run(BacktestMarket market, Needs needs, StrategyRun strategy) {
        int size = series.size();
        double[] equity = new double[size];
        ColumnScene scene = new ColumnScene(series, book, needs);
        for (int i = 0; i < size; i++) {
            boolean held = book.lots(0) != 0;
            book.mark(0, series.openTicks()[i]);
            if (i == size - 1) {
                carryOut(Target.strong(0, 0, EventDay.LAST_BAR), i);
            } else if (wished.target != null) {
                carryOut(wished.target, i);
                wished.target = null;
            }
            barsHeld += held || book.lots(0) != 0 ? 1 : 0;
            book.mark(0, series.closeTicks()[i]);
            equity[i] = book.equity();
            scene.goTo(i);
            strategy.next(scene, wished);
        }
        return new BacktestRun(
                market,
                series.bars().openTimeNanos().clone(),
                equity,
                trades.trades(),
                trades.orders(),
                barsHeld,
                new Flows(trades.fees(), 0, 0, 0),
                List.of());
    }

    private void carryOut(Target target, int bar) {
        if (target.untilNanos() < series.bars().openTimeNanos()[bar]) {
            return;
        }
        double share = target.share();
        long open = series.openTicks()[bar];
        long held = book.lots(0);
        if (held != 0 && Long.signum(held) != (int) Math.signum(share)) {
            fill(-held, open, bar, target.reason());
            held = 0;
        }
        double equity = book.equity();
        if (share == 0 || (held != 0 && sizing.isNear(grid, equity, share, grid.price(open), held))) {
            return;
        }
        Side side = share > 0 ? Side.BUY : Side.SELL;
        long wanted = side.sign() * SizedOrder.lots(sizing, grid, costs, 0, side, equity, share, open);
        if (wanted != held) {
            fill(wanted - held, open, bar, target.reason());
        }
    }

    private void fill(long lots, long open, int bar, Reason reason) {
        Side side = lots > 0 ? Side.BUY : Side.SELL;
        long count = Math.abs(lots);
        long price = costs.ticks(0, side, count, open);
        long fee = series.instrument().fees().feeUnits(grid.worthUnits(price, count), count, false);
        book.fill(0, side, price, count, fee);
        trades.fill(0, bar, lots, grid.price(price), grid.money(fee), reason.text());
    }

    /** What was wished at the newest close. */
    private static final class Newest implements Wishes {

        private @Nullable Target target;

        @Override
        public void hold(Target newest) {
            if (Math.abs(newest.share()) > 1) {
                throw new IllegalArgumentException(
                        "the vector mode borrows nothing, so it cannot hold " + newest.share() + " of the equity");
            }
            target = newest;
        }

        @Override
        public void order(OrderWish wish) {
            throw new IllegalArgumentException("the vector mode has no book in which an order could rest");
        }
    }
}
