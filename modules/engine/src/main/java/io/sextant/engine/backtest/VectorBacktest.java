package io.sextant.engine.backtest;

import io.sextant.domain.instrument.FeeSchedule;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    private final FeeSchedule fees;
    private final VectorFills fills = new VectorFills();
    private final Newest wished = new Newest();
    private @Nullable CrossColumns columns;
    private @Nullable EquityTally tally;
    private boolean keepsFills = true;

    private VectorBacktest(TestedSeries series, BacktestTerms terms) {
        this.series = series;
        grid = series.grid();
        fees = series.instrument().fees();
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
        VectorBacktest vector = begin(market, kind, choice, terms);
        vector.fillAll(kind, choice);
        return vector.told(market, terms);
    }

    /** The same for who wants no more than the last equity, as a first look of a sweep; no object is made for an order. */
    public static double finalEquity(BacktestMarket market, StrategyKind kind, Choice choice, BacktestTerms terms) {
        VectorBacktest vector = begin(market, kind, choice, terms);
        vector.keepsFills = false;
        vector.fillAll(kind, choice);
        return vector.book.equity();
    }

    /** What came of a run straight from the columns, which keeps neither fills nor equity; null where the strategy has to be asked bar by bar. */
    static @Nullable BacktestOutcome tallied(
            BacktestMarket market,
            StrategyKind kind,
            Choice choice,
            BacktestTerms terms,
            int[] dayEnds,
            double ofYear) {
        VectorBacktest vector = begin(market, kind, choice, terms);
        if (CrossColumns.find(vector.series, kind, choice) == null) {
            return null;
        }
        EquityTally counting = new EquityTally(vector.series.bars().close(), dayEnds, vector.book.equity());
        vector.tally = counting;
        vector.fillAll(kind, choice);
        counting.walk(vector.series.size(), vector.book);
        return counting.outcome(terms.cash(), vector.book.equity(), ofYear);
    }

    private static VectorBacktest begin(BacktestMarket market, StrategyKind kind, Choice choice, BacktestTerms terms) {
        String objection = objection(market, kind.needs(choice), terms);
        if (objection != null) {
            throw new IllegalArgumentException(objection);
        }
        return new VectorBacktest(market.series().getFirst(), terms);
    }

    private void fillAll(StrategyKind kind, Choice choice) {
        columns = CrossColumns.find(series, kind, choice);
        int last = series.size() - 1;
        if (columns != null) {
            CrossColumns crossings = columns;
            long[] opens = new long[CrossColumns.BLOCK + 1];
            crossings.forEach((bars, count) -> carryOut(crossings, bars, count, opens));
        } else {
            ask(kind.needs(choice), kind.begin(choice));
        }
        book.mark(0, series.openTicks()[last]);
        carryOut(0, last, EventDay.LAST_BAR);
    }

    private void ask(Needs needs, StrategyRun strategy) {
        ColumnScene scene = new ColumnScene(series, book, needs);
        for (int i = 0; i < series.size() - 1; i++) {
            Target target = wished.target;
            if (target != null && target.untilNanos() >= series.bars().openTimeNanos()[i]) {
                carryOut(target.share(), i, target.reason());
            }
            wished.target = null;
            book.mark(0, series.closeTicks()[i]);
            scene.goTo(i);
            strategy.next(scene, wished);
        }
    }

    /** Walks over the bars once more, with the fills. */
    private BacktestRun told(BacktestMarket market, BacktestTerms terms) {
        TradeBook trades = new TradeBook(List.of(grid));
        SeatBook walked = new SeatBook(List.of(grid), grid.moneyUnits(terms.cash()));
        double[] equity = new double[series.size()];
        CrossColumns crossings = columns;
        int barsHeld = 0;
        int next = 0;
        int bar = 0;
        while (bar < equity.length) {
            boolean held = walked.lots(0) != 0;
            for (; next < fills.size() && fills.bar(next) == bar; next++) {
                long lots = fills.lots(next);
                Side side = lots > 0 ? Side.BUY : Side.SELL;
                walked.fill(0, side, fills.priceTicks(next), Math.abs(lots), fills.feeUnits(next));
                trades.fill(
                        0,
                        bar,
                        lots,
                        grid.price(fills.priceTicks(next)),
                        grid.money(fills.feeUnits(next)),
                        fills.reason(
                                next, at -> Objects.requireNonNull(crossings).reason(at - 1)));
            }
            int until = next < fills.size() ? fills.bar(next) : equity.length;
            boolean holds = walked.lots(0) != 0;
            barsHeld += holds ? until - bar : held ? 1 : 0;
            mark(walked, holds, equity, bar, until);
            bar = until;
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

    /** The opens are fetched all at once: one after the other each would be waited for. */
    private void carryOut(CrossColumns crossings, int[] bars, int count, long[] opens) {
        long[] all = series.openTicks();
        for (int k = 0; k < count; k++) {
            opens[k] = all[CrossColumns.bar(bars[k]) + 1];
        }
        for (int k = 0; k < count; k++) {
            carryOut(crossings.share(bars[k]), CrossColumns.bar(bars[k]) + 1, opens[k], null);
        }
    }

    /** What the book is worth at each close from one bar to before another, while nothing trades. */
    private void mark(SeatBook walked, boolean holds, double[] equity, int from, int until) {
        if (!holds) {
            Arrays.fill(equity, from, until, walked.equity());
            return;
        }
        long[] closes = series.closeTicks();
        for (int i = from; i < until; i++) {
            walked.mark(0, closes[i]);
            equity[i] = walked.equity();
        }
    }

    private void carryOut(double share, int bar, @Nullable Reason reason) {
        carryOut(share, bar, series.openTicks()[bar], reason);
    }

    private void carryOut(double share, int bar, long open, @Nullable Reason reason) {
        book.mark(0, open);
        long held = book.lots(0);
        if (held != 0 && Long.signum(held) != (int) Math.signum(share)) {
            fill(-held, open, bar, reason);
            held = 0;
        }
        if (share == 0) {
            return;
        }
        double equity = book.equity();
        if (held != 0 && sizing.isNear(grid, equity, share, grid.price(open), held)) {
            return;
        }
        Side side = share > 0 ? Side.BUY : Side.SELL;
        long wanted = side.sign() * SizedOrder.lots(sizing, grid, costs, 0, side, equity, share, open);
        if (wanted != held) {
            fill(wanted - held, open, bar, reason);
        }
    }

    private void fill(long lots, long open, int bar, @Nullable Reason reason) {
        Side side = lots > 0 ? Side.BUY : Side.SELL;
        long count = Math.abs(lots);
        long price = costs.ticks(0, side, count, open);
        long fee = fees.feeUnits(grid.worthUnits(price, count), count, false);
        EquityTally counting = tally;
        if (counting == null) {
            book.fill(0, side, price, count, fee);
            if (keepsFills) {
                fills.add(bar, lots, price, fee, reason);
            }
            return;
        }
        counting.walk(bar, book);
        if (book.lots(0) != 0) {
            counting.closed();
        }
        book.fill(0, side, price, count, fee);
        // The walk left another mark behind, and what is bought next is sized by the equity at this one.
        book.mark(0, open);
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
