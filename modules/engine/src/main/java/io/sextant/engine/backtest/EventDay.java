package io.sextant.engine.backtest;

import io.sextant.domain.market.Side;
import io.sextant.engine.backtest.BacktestRun.Flows;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.StrategySeat;
import io.sextant.marketdata.bar.CorporateAction.Dividend;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens around the engine as the past goes by: money for what is held, margin calls, the end; and the record of all of it. */
final class EventDay implements BarFeed.Watcher, SeatListener {

    static final Reason LAST_BAR = Reason.of("last-bar");
    static final Reason DELISTED = Reason.of("delisted");
    static final Reason LIQUIDATED = Reason.of("liquidated");

    private static final double YEAR_NANOS = 365 * 86_400e9;
    private static final long FUNDING_NANOS = 8 * 3_600_000_000_000L;
    private static final int MOST_REFUSALS = 100;
    private static final int MISSING_BARS = 5;

    private final BacktestMarket market;
    private final List<TestedSeries> series;
    private final BacktestTerms terms;
    private final SeatListener alsoHears;
    private final PriceCosts costs;
    private final TradeBook trades;
    private final long[] times;
    private final double[] equity;
    private final List<Deque<Dividend>> dividends = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private @Nullable TradingCore core;
    private @Nullable StrategySeat seat;
    private @Nullable BarFeed feed;
    private int at = -1;
    private int barsHeld;
    private boolean heldNow;
    private double paidDividends;
    private double paidBorrowing;
    private double paidFunding;

    EventDay(BacktestMarket market, BacktestTerms terms, SeatListener alsoHears) {
        this.market = market;
        this.terms = terms;
        this.alsoHears = alsoHears;
        series = market.series();
        costs = new PriceCosts(terms.costs(), series);
        trades = new TradeBook(series.stream().map(TestedSeries::grid).toList());
        times = market.timeNanos();
        equity = new double[times.length];
        market.given().forEach(each -> dividends.add(new ArrayDeque<>(Splits.dividends(each.actions()))));
    }

    PriceCosts costs() {
        return costs;
    }

    void begin(TradingCore begunCore, StrategySeat begunSeat, BarFeed begunFeed) {
        core = begunCore;
        seat = begunSeat;
        feed = begunFeed;
    }

    long heldLots(int instrument) {
        return seat().book().lots(instrument);
    }

    @Override
    public void barOpens(int instrument, int bar, long nanos) {
        if (at < 0 || nanos > times[at]) {
            mark();
            at++;
            heldNow = holdsSomething();
        }
        payForHolding(instrument, bar, nanos);
        if (bar == series.get(instrument).size() - 1 && aftermathTicks(instrument) == 0) {
            seat().closeOut(instrument, LAST_BAR);
        }
    }

    private boolean holdsSomething() {
        boolean holds = false;
        for (int i = 0; i < series.size(); i++) {
            holds |= heldLots(i) != 0;
        }
        return holds;
    }

    /** What the time that is over was worth, with all that traded in it. */
    private void mark() {
        if (at >= 0) {
            equity[at] = grid().money(core().views().equityUnits());
            barsHeld += heldNow ? 1 : 0;
        }
    }

    private void payForHolding(int instrument, int bar, long nanos) {
        TestedSeries of = series.get(instrument);
        long lots = heldLots(instrument);
        Deque<Dividend> coming = dividends.get(instrument);
        while (!coming.isEmpty() && coming.getFirst().exNanos() <= nanos) {
            double cash = coming.removeFirst().cash() * of.grid().units(lots);
            // Who buys at this open or held nothing before it gets none.
            paidDividends += bar == 0 ? 0 : pay(instrument, cash);
        }
        if (lots == 0 || bar == 0) {
            return;
        }
        long before = of.bars().openTimeNanos()[bar - 1];
        double worth = of.grid().units(lots) * of.bars().close()[bar - 1];
        if (lots < 0 && terms.costs().borrowPerYear() > 0) {
            double share = terms.costs().borrowPerYear() * (nanos - before) / YEAR_NANOS;
            paidBorrowing += pay(instrument, worth * share);
        }
        long fundings = Math.floorDiv(nanos, FUNDING_NANOS) - Math.floorDiv(before, FUNDING_NANOS);
        if (fundings > 0 && terms.costs().fundingPer8Hours() != 0) {
            paidFunding += pay(instrument, -worth * terms.costs().fundingPer8Hours() * fundings);
        }
    }

    private double pay(int instrument, double money) {
        long units = grid().moneyUnits(money);
        if (units != 0) {
            core().marketPath().pay(instrument, units);
        }
        return grid().money(units);
    }

    @Override
    public void stepReported(long nanos) {
        if (!terms.isOnMargin()) {
            return;
        }
        double held = 0;
        for (int i = 0; i < series.size(); i++) {
            Grid grid = series.get(i).grid();
            held += Math.abs(seat().book().units(i)) * grid.price(seat().book().markTicks(i));
        }
        if (held > 0 && seat().book().equity() < terms.maintenanceShare() * held) {
            for (int i = 0; i < series.size(); i++) {
                seat().flatten(i, LIQUIDATED);
            }
        }
    }

    @Override
    public void barCloses(int instrument, int bar) {
        costs.ended(instrument, bar + 1);
        if (bar == series.get(instrument).size() - 1 && aftermathTicks(instrument) > 0) {
            seat().closeOut(instrument, DELISTED);
        }
    }

    @Override
    public long aftermathTicks(int instrument) {
        TestedSeries of = series.get(instrument);
        int last = of.size() - 1;
        if (Double.isNaN(terms.delistedReturn()) || !isDelisted(of)) {
            return 0;
        }
        return Math.max(1, of.grid().ticks(of.bars().close()[last] * (1 + terms.delistedReturn())));
    }

    /** Markets keep other days: only what misses several of its own bars is gone. */
    private boolean isDelisted(TestedSeries of) {
        long missing = times[times.length - 1] - of.bars().lastTimeNanos();
        return missing / MISSING_BARS >= of.usualLengthNanos();
    }

    @Override
    public void onWish(long endNanos, Target target) {
        alsoHears.onWish(endNanos, target);
    }

    @Override
    public void onWish(long endNanos, OrderWish wish) {
        alsoHears.onWish(endNanos, wish);
    }

    @Override
    public void onFill(
            int instrument, Side side, long priceTicks, long lots, long feeUnits, long timeNanos, Reason reason) {
        Grid grid = series.get(instrument).grid();
        trades.fill(
                instrument,
                feed().bar(instrument),
                side.sign() * lots,
                grid.price(priceTicks),
                grid.money(feeUnits),
                reason.text());
        heldNow = true;
        alsoHears.onFill(instrument, side, priceTicks, lots, feeUnits, timeNanos, reason);
    }

    @Override
    public void onRefused(int instrument, long timeNanos, String sentence) {
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(sentence);
        }
        alsoHears.onRefused(instrument, timeNanos, sentence);
    }

    BacktestRun end() {
        mark();
        seat().endBars(Long.MAX_VALUE - 1);
        return new BacktestRun(
                market,
                times,
                equity,
                trades.trades(),
                trades.orders(),
                barsHeld,
                new Flows(trades.fees(), paidDividends, paidBorrowing, paidFunding),
                refusals);
    }

    private Grid grid() {
        return series.getFirst().grid();
    }

    private TradingCore core() {
        return Objects.requireNonNull(core, "not begun");
    }

    private StrategySeat seat() {
        return Objects.requireNonNull(seat, "not begun");
    }

    private BarFeed feed() {
        return Objects.requireNonNull(feed, "not begun");
    }
}
