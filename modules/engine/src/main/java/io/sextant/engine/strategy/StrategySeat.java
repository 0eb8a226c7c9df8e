package io.sextant.engine.strategy;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.strategy.Strategy;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets a strategy live inside the engine, over the past, or beside it, on a desk that runs; it knows of neither.
 * It makes bars of the trades that it hears; a bar is over with the first report from after its end, and then the strategy is asked. What it
 * wants to hold is carried out at the first price after that: what stands in the way is closed first, then what is too large is made smaller, and
 * once both are filled the rest is sized by the equity that they left. Each order goes through the gate and carries the strategy's reason.
 */
public final class StrategySeat implements Strategy {

    private final String name;
    private final StrategyRun run;
    private final int[] place;
    private final int[] catalogIndex;
    private final Grid[] grids;
    private final SeatBars[] bars;
    private final SeatBook book;
    private final SeatScene scene;
    private final BarClock clock;
    private final Sizing[] sizings;
    private final PriceGuess guess;
    private final SeatListener listener;
    private final RestingWishes resting;
    private final TargetOrder[] targets;
    private final Wishes wishes = new Heard();
    private long soonestEndNanos = Long.MAX_VALUE;
    private boolean busy;
    private long quietUntilNanos = Long.MIN_VALUE;

    public StrategySeat(SeatTerms terms, BarClock clock, PriceGuess guess, SeatWorld world, SeatListener listener) {
        name = terms.name();
        run = terms.kind().begin(terms.choice());
        Needs needs = terms.kind().needs(terms.choice());
        int count = terms.instruments().size();
        catalogIndex = terms.instruments().stream().mapToInt(Integer::intValue).toArray();
        place = new int[terms.catalog().size()];
        Arrays.fill(place, -1);
        IntStream.range(0, count).forEach(own -> place[catalogIndex[own]] = own);
        List<Grid> all = Arrays.stream(catalogIndex)
                .mapToObj(index -> new Grid(terms.catalog().get(index)))
                .toList();
        grids = all.toArray(new Grid[0]);
        bars = new SeatBars[count];
        Arrays.setAll(bars, own -> new SeatBars(grids[own], needs.pastBars(), needs.features()));
        book = new SeatBook(all, terms.capitalUnits());
        scene = new SeatScene(bars, book, world);
        sizings = terms.sizings().toArray(new Sizing[0]);
        targets = new TargetOrder[count];
        Arrays.setAll(targets, own -> new TargetOrder());
        this.clock = clock;
        this.guess = guess;
        this.listener = listener;
        resting = new RestingWishes(catalogIndex, grids, sizings, listener);
    }

    @Override
    public String name() {
        return name;
    }

    public SeatBook book() {
        return book;
    }

    /** What is wished at the ends of bars until then is heard, and not carried out. */
    public void quietUntil(long nanos) {
        quietUntilNanos = nanos;
    }

    /** Sells or buys back what is held at the next price, and listens to no more wishes for it. */
    public void closeOut(int instrument, Reason reason) {
        targets[instrument].force(Target.strong(instrument, 0, reason));
        targets[instrument].isLast = true;
        busy = true;
    }

    /** The same, but what is wished later is heard again. */
    public void flatten(int instrument, Reason reason) {
        targets[instrument].force(Target.strong(instrument, 0, reason));
        targets[instrument].heard = true;
        busy = true;
    }

    /** Ends the bars that are over by then, where no report will come any more. */
    public void endBars(long nowNanos) {
        while (soonestEndNanos <= nowNanos) {
            long end = soonestEndNanos;
            long next = Long.MAX_VALUE;
            for (int own = 0; own < bars.length; own++) {
                boolean isNew = bars[own].endNanos == end;
                scene.isNew[own] = isNew;
                if (isNew) {
                    bars[own].end();
                    targets[own].isBlocked = false;
                } else {
                    next = Math.min(next, bars[own].endNanos);
                }
            }
            soonestEndNanos = next;
            scene.endNanos = end;
            run.next(scene, wishes);
        }
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor, OrderDesk desk) {
        int own = place[instrument];
        if (own < 0) {
            return;
        }
        if (timeNanos >= soonestEndNanos) {
            endBars(timeNanos);
        }
        SeatBars bar = bars[own];
        if (!bar.isForming()) {
            bar.begin(clock.startOf(instrument, timeNanos), clock.endOf(instrument, timeNanos), priceTicks);
            soonestEndNanos = Math.min(soonestEndNanos, bar.endNanos);
        }
        bar.trade(priceTicks, lots);
        book.mark(own, priceTicks);
        targets[own].heard = true;
    }

    @Override
    public void onQuote(
            int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots, OrderDesk desk) {
        int own = place[instrument];
        if (own < 0) {
            return;
        }
        if (timeNanos >= soonestEndNanos) {
            endBars(timeNanos);
        }
        scene.bid[own] = bidLots > 0 ? grids[own].price(bidTicks) : Double.NaN;
        scene.ask[own] = askLots > 0 ? grids[own].price(askTicks) : Double.NaN;
        targets[own].bidTicks = bidLots > 0 ? bidTicks : 0;
        targets[own].askTicks = askLots > 0 ? askTicks : 0;
        targets[own].heard |= book.markTicks(own) > 0;
    }

    @Override
    public void onFill(
            int instrument, long orderId, Side side, long priceTicks, long lots, long feeUnits, long timeNanos) {
        int own = place[instrument];
        if (own < 0) {
            return;
        }
        book.fill(own, side, priceTicks, lots, feeUnits);
        TargetOrder target = targets[own];
        Reason reason = target.orderId == orderId ? target.filled(lots) : resting.reasonOf(orderId);
        listener.onFill(own, side, priceTicks, lots, feeUnits, timeNanos, reason);
    }

    @Override
    public void onDone(long orderId) {
        for (TargetOrder target : targets) {
            if (target.orderId == orderId) {
                target.done();
                if (target.frees) {
                    unblockAll();
                }
            }
        }
        resting.done(orderId);
    }

    /** What was refused may have waited for the cash of the order that is over. */
    private void unblockAll() {
        for (TargetOrder target : targets) {
            target.isBlocked = false;
        }
    }

    @Override
    public void onCash(int instrument, long units) {
        if (place[instrument] >= 0) {
            book.pay(units);
        }
    }

    @Override
    public void onStepEnd(long nowNanos, OrderDesk desk) {
        if (resting.isBusy()) {
            resting.act(nowNanos, desk, own -> targets[own].heard);
        }
        if (!busy) {
            return;
        }
        takeBackWhatIsOutOfDate(desk);
        if (!closeWhatStandsInTheWay(nowNanos, desk) && !reduceWhatIsTooLarge(nowNanos, desk)) {
            openWhatIsWished(nowNanos, desk);
        }
        busy = false;
        for (TargetOrder target : targets) {
            busy |= target.wished != null;
        }
    }

    /** What has to be closed is not left to wait for an order on its way that was sent for something else. */
    private void takeBackWhatIsOutOfDate(OrderDesk desk) {
        for (TargetOrder target : targets) {
            if (target.isForced && target.isNewer && target.orderId != 0 && !target.isTakenBack) {
                target.isTakenBack = true;
                desk.cancel(target.orderId);
            }
        }
    }

    private boolean isFree(int own, long nowNanos) {
        TargetOrder target = targets[own];
        return target.heard
                && !target.isBlocked
                && target.orderId == 0
                && (target.isForced || clock.tradesNow(catalogIndex[own], nowNanos));
    }

    /** True while something is still being closed, whose cash the rest may need. */
    private boolean closeWhatStandsInTheWay(long nowNanos, OrderDesk desk) {
        boolean closing = false;
        for (int own = 0; own < targets.length; own++) {
            TargetOrder target = targets[own];
            Target wished = target.wished;
            if (wished != null && wished.untilNanos() < nowNanos && target.orderId == 0) {
                target.wished = null;
            } else if (wished != null && isFree(own, nowNanos) && isInTheWay(own, wished)) {
                send(own, wished, -book.lots(own), TargetOrder.Step.CLOSE, nowNanos, desk);
            }
            closing |= target.orderId != 0 && target.closes;
        }
        return closing;
    }

    private boolean isInTheWay(int own, Target wished) {
        long held = book.lots(own);
        return held != 0 && Long.signum(held) != (int) Math.signum(wished.share());
    }

    /** True while something is still being made smaller. */
    private boolean reduceWhatIsTooLarge(long nowNanos, OrderDesk desk) {
        boolean reducing = false;
        double equity = book.equity();
        for (int own = 0; own < targets.length; own++) {
            TargetOrder target = targets[own];
            Target wished = target.wished;
            if (wished != null && isFree(own, nowNanos) && isTooLarge(own, wished, equity)) {
                send(own, wished, missingLots(own, wished, equity), TargetOrder.Step.REDUCE, nowNanos, desk);
            }
            reducing |= target.orderId != 0 && target.frees;
        }
        return reducing;
    }

    private boolean isTooLarge(int own, Target wished, double equity) {
        long held = book.lots(own);
        return held != 0
                && !isInTheWay(own, wished)
                && Long.signum(missingLots(own, wished, equity)) == -Long.signum(held);
    }

    /** Whether something else is about to be sold, or bought back, for whose cash a purchase can wait. */
    private boolean isCashComing() {
        double equity = book.equity();
        for (int own = 0; own < targets.length; own++) {
            Target wished = targets[own].wished;
            if (targets[own].orderId != 0
                    ? targets[own].frees
                    : wished != null && (isInTheWay(own, wished) || isTooLarge(own, wished, equity))) {
                return true;
            }
        }
        return false;
    }

    private void openWhatIsWished(long nowNanos, OrderDesk desk) {
        double equity = book.equity();
        for (int own = 0; own < targets.length; own++) {
            TargetOrder target = targets[own];
            Target wished = target.wished;
            if (wished == null || !isFree(own, nowNanos)) {
                continue;
            }
            long missing = wished.share() == 0 ? -book.lots(own) : missingLots(own, wished, equity);
            if (missing == 0) {
                target.wished = null;
            } else {
                send(own, wished, missing, TargetOrder.Step.OPEN, nowNanos, desk);
            }
        }
    }

    /** What has to be bought, below zero what has to be sold, to hold the share. */
    private long missingLots(int own, Target wished, double equity) {
        Side side = wished.share() > 0 ? Side.BUY : Side.SELL;
        long held = book.lots(own);
        long last = lastTicks(own, side);
        double share = wished.share();
        Grid grid = grids[own];
        if (held != 0 && sizings[own].isNear(grid, equity, share, grid.price(last), held)) {
            return 0;
        }
        return side.sign() * SizedOrder.lots(sizings[own], grid, guess, catalogIndex[own], side, equity, share, last)
                - held;
    }

    private void send(int own, Target wished, long missing, TargetOrder.Step step, long nowNanos, OrderDesk desk) {
        TargetOrder target = targets[own];
        Side side = missing > 0 ? Side.BUY : Side.SELL;
        long lots = Math.abs(missing);
        long last = lastTicks(own, side);
        long limit = target.isForced
                ? guess.ticksAtAnyPrice(catalogIndex[own], side, lots, last)
                : guess.ticks(catalogIndex[own], side, lots, last);
        long orderId = desk.placeLimit(
                catalogIndex[own],
                side,
                lots,
                limit,
                BookEntry.IMMEDIATE_OR_CANCEL,
                wished.reason().text());
        if (orderId != 0) {
            target.sent(orderId, lots, step, wished.reason());
            return;
        }
        target.isBlocked = true;
        if (step == TargetOrder.Step.OPEN && isCashComing()) {
            return;
        }
        listener.onRefused(own, nowNanos, desk.whyRefused());
        if (step == TargetOrder.Step.OPEN) {
            target.wished = null;
        }
    }

    private long lastTicks(int own, Side side) {
        long shown = side == Side.BUY ? targets[own].askTicks : targets[own].bidTicks;
        return shown > 0 ? shown : book.markTicks(own);
    }

    private final class Heard implements Wishes {

        @Override
        public void hold(Target target) {
            listener.onWish(scene.endNanos, target);
            if (scene.endNanos > quietUntilNanos) {
                targets[target.instrument()].wish(target);
                busy = true;
            }
        }

        @Override
        public void order(OrderWish wish) {
            listener.onWish(scene.endNanos, wish);
            if (scene.endNanos > quietUntilNanos) {
                resting.wish(wish);
            }
        }
    }
}
