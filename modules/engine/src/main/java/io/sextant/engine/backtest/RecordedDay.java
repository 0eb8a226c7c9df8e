package io.sextant.engine.backtest;

import io.sextant.domain.market.Side;
import io.sextant.engine.backtest.BacktestRun.Flows;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.StrategySeat;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The record of a run over a recording: its equity at the end of each bar, and what traded in which. */
final class RecordedDay implements SeatListener {

    private static final int MOST_REFUSALS = 100;

    private final BacktestMarket market;
    private final SeatListener alsoHears;
    private final List<Grid> grids;
    private final TradeBook trades;
    private final long[] times;
    private final long[] endNanos;
    private final double[] equity;
    private final List<String> refusals = new ArrayList<>();
    private int at;
    private int barsHeld;
    private boolean heldNow;
    private final boolean[] closing;

    RecordedDay(RecordedMarket recorded, SeatListener alsoHears) {
        market = recorded.market();
        this.alsoHears = alsoHears;
        grids = market.series().stream().map(TestedSeries::grid).toList();
        trades = new TradeBook(grids);
        times = market.timeNanos();
        endNanos = Arrays.stream(times).map(recorded.timeframe()::nextStart).toArray();
        equity = new double[times.length];
        closing = new boolean[grids.size()];
    }

    /** What is over before the next step is marked; with the last bar of an instrument it is closed, as it is over bars. */
    void before(long nextNanos, TradingCore core, StrategySeat seat) {
        while (at < times.length && nextNanos >= endNanos[at]) {
            mark(core, seat);
        }
        for (int i = 0; i < closing.length; i++) {
            if (!closing[i] && nextNanos >= market.bars(i).lastTimeNanos()) {
                closing[i] = true;
                seat.closeOut(i, EventDay.LAST_BAR);
            }
        }
    }

    private void mark(TradingCore core, StrategySeat seat) {
        boolean holds =
                IntStream.range(0, grids.size()).anyMatch(i -> seat.book().lots(i) != 0);
        equity[at] = grids.getFirst().money(core.views().equityUnits());
        barsHeld += heldNow || holds ? 1 : 0;
        heldNow = holds;
        at++;
    }

    @Override
    public void onWish(long end, Target target) {
        alsoHears.onWish(end, target);
    }

    @Override
    public void onWish(long end, OrderWish wish) {
        alsoHears.onWish(end, wish);
    }

    @Override
    public void onFill(
            int instrument, Side side, long priceTicks, long lots, long feeUnits, long timeNanos, Reason reason) {
        Grid grid = grids.get(instrument);
        trades.fill(
                instrument,
                bar(instrument, timeNanos),
                side.sign() * lots,
                grid.price(priceTicks),
                grid.money(feeUnits),
                reason.text());
        heldNow = true;
        alsoHears.onFill(instrument, side, priceTicks, lots, feeUnits, timeNanos, reason);
    }

    /** The newest that had begun; between two bars in which nothing traded that is the one before. */
    private int bar(int instrument, long nanos) {
        long[] opens = market.bars(instrument).openTimeNanos();
        int found = Arrays.binarySearch(opens, 0, market.bars(instrument).size(), nanos);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    @Override
    public void onRefused(int instrument, long timeNanos, String sentence) {
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(sentence);
        }
        alsoHears.onRefused(instrument, timeNanos, sentence);
    }

    BacktestRun end(TradingCore core, StrategySeat seat) {
        while (at < times.length) {
            mark(core, seat);
        }
        for (int i = 0; i < grids.size(); i++) {
            double units = seat.book().units(i);
            if (units != 0) {
                refusals.add(String.format(
                        Locale.ROOT,
                        "%s of %s could not be sold or bought back before the recording ended and are marked at the last price",
                        Double.toString(units),
                        market.id(i)));
            }
        }
        return new BacktestRun(
                market,
                times,
                equity,
                trades.trades(),
                trades.orders(),
                barsHeld,
                new Flows(trades.fees(), 0, 0, 0),
                refusals);
    }
}
