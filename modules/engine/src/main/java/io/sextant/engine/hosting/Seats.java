package io.sextant.engine.hosting;

import io.sextant.domain.hosting.HostedOutlook;
import io.sextant.domain.hosting.HostedWish;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.engine.backtest.ModelPrices;
import io.sextant.engine.core.HostedViews.BookNow;
import io.sextant.engine.ring.WordRing;
import io.sextant.engine.strategy.BarClock;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatTerms;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.engine.strategy.Sizing;
import io.sextant.engine.strategy.StrategySeat;
import io.sextant.strategy.Strategy;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.own.MayFail;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A strategy and its shadow, hearing the same. Only on the strategy's thread, but for its wishes. */
final class Seats {

    private final InstrumentCatalog catalog;
    private final List<Integer> instruments;
    private final StrategyKind kind;
    private final Needs needs;
    private final Parity parity;
    private final StrategySeat seat;
    private final StrategySeat shadow;
    private final ShadowDesk shadowDesk;
    private final HostingTerms terms;
    private long steppedUntilNanos;
    /** Between these the shadow acts on bars of the past: the strategy did, and nobody kept what the shadow made of them. */
    private long actsFromNanos = Long.MAX_VALUE;

    private long actsUntilNanos = Long.MIN_VALUE;
    private final ConcurrentHashMap<InstrumentId, HostedWish> wishes;

    /** Refuses with a sentence what cannot be run. */
    Seats(
            HostingTerms terms,
            HostKinds kinds,
            InstrumentCatalog catalog,
            BookNow book,
            Parity parity,
            ConcurrentHashMap<InstrumentId, HostedWish> wishes,
            Optional<KeptShadow> kept,
            HostWorld desk,
            ConcurrentHashMap<InstrumentId, HostedOutlook> outlooks) {
        this.catalog = catalog;
        this.parity = parity;
        this.wishes = wishes;
        instruments = terms.instruments().stream().map(catalog::indexOf).toList();
        kind = kinds.kind(terms.kind());
        Choice choice = Choice.of(kind, terms.values());
        needs = checked(kind, choice);
        SeatWorld world = new ToldWorld(desk, terms, needs, outlooks);
        ModelPrices prices = new ModelPrices(catalog, terms.costs());
        shadowDesk = new ShadowDesk(catalog, prices, parity);
        seat = seat(terms, kind, choice, prices, world, new Heard(Parity.STRATEGY));
        shadow = seat(terms, kinds.kind(terms.kind()), choice, prices, world, new Heard(Parity.SHADOW));
        shadowDesk.serve(shadow);
        restore(
                seat,
                terms,
                book.cashUnits(),
                book.lots(),
                book.entryTickLots(),
                book.feeAheadUnits(),
                book.lastTicks());
        kept.ifPresentOrElse(
                own -> restore(
                        shadow,
                        terms,
                        own.cashUnits(),
                        own.lots(),
                        own.entryTickLots(),
                        own.feeAheadUnits(),
                        book.lastTicks()),
                () -> restore(
                        shadow,
                        terms,
                        book.cashUnits(),
                        book.lots(),
                        book.entryTickLots(),
                        book.feeAheadUnits(),
                        book.lastTicks()));
        this.terms = terms;
    }

    /** How many bars it has to go through first; refuses what it cannot be given here. */
    static Needs checked(StrategyKind kind, Choice choice) {
        Needs needs = kind.needs(choice);
        if (needs.book()) {
            throw new IllegalArgumentException(
                    kind.name() + " acts on a book, which a desk does not hand to a strategy that it runs yet");
        }
        return needs;
    }

    private StrategySeat seat(
            HostingTerms terms,
            StrategyKind of,
            Choice choice,
            ModelPrices prices,
            SeatWorld world,
            SeatListener listener) {
        return new StrategySeat(
                new SeatTerms(
                        terms.name(),
                        of,
                        choice,
                        catalog,
                        instruments,
                        terms.capital().units(),
                        instruments.stream()
                                .map(index -> new Sizing(prices.commissionShare(), 1))
                                .toList()),
                BarClock.of(terms.timeframe()),
                prices,
                world,
                listener);
    }

    private void restore(
            StrategySeat to,
            HostingTerms agreed,
            long cashUnits,
            long[] lots,
            long[] entryTickLots,
            long[] feeAheadUnits,
            long[] lastTicks) {
        to.book().pay(cashUnits - agreed.capital().units());
        for (int own = 0; own < lots.length; own++) {
            to.book().take(own, lots[own], entryTickLots[own]);
            to.book().mark(own, lastTicks[own]);
            shadowDesk.resume(instruments.get(own), feeAheadUnits[own]);
        }
    }

    /** The shadow as it stands after a step. */
    KeptShadow kept(long stageSinceNanos) {
        int count = instruments.size();
        long[] lots = new long[count];
        long[] entries = new long[count];
        long[] feeAhead = new long[count];
        for (int own = 0; own < count; own++) {
            lots[own] = shadow.book().lots(own);
            entries[own] = shadow.book().entryTickLots(own);
            feeAhead[own] = shadowDesk.feeAheadUnits(instruments.get(own));
        }
        return new KeptShadow(
                KeptShadow.terms(terms),
                stageSinceNanos,
                steppedUntilNanos,
                shadow.book().cashUnits(),
                lots,
                entries,
                feeAhead,
                parity);
    }

    /** When the newest step ended that both acted after. */
    long steppedUntilNanos() {
        return steppedUntilNanos;
    }

    int warmUpBars() {
        return needs.warmUpBars();
    }

    /** More than the first trusted wish needs, so that a bar that is missing here and there does no harm. */
    int pastBars() {
        return Math.max(needs.warmUpBars(), needs.pastBars()) * 2 + 10;
    }

    /** The shadow acts again on what traded from one time to another, when the process before this one ended. */
    void shadowActs(long fromNanos, long untilNanos) {
        actsFromNanos = fromNanos;
        actsUntilNanos = untilNanos;
    }

    /** Goes through the past; wishes until then are heard and not carried out. */
    void warmUp(List<BarSeries> bars, long quietUntilNanos, IntConsumer barsDone) {
        seat.quietUntil(quietUntilNanos);
        shadow.quietUntil(actsFromNanos == Long.MAX_VALUE ? quietUntilNanos : actsFromNanos);
        Grid[] grids =
                instruments.stream().map(index -> new Grid(catalog.get(index))).toArray(Grid[]::new);
        long[] times = bars.stream()
                .flatMapToLong(each -> Arrays.stream(each.openTimeNanos(), 0, each.size()))
                .sorted()
                .distinct()
                .toArray();
        int[] next = new int[grids.length];
        for (int t = 0; t < times.length; t++) {
            long time = times[t];
            for (int own = 0; own < grids.length; own++) {
                BarSeries of = bars.get(own);
                if (next[own] < of.size() && of.openTimeNanos()[next[own]] == time) {
                    tell(own, grids[own], of, next[own]++);
                }
            }
            barsDone.accept(t);
        }
    }

    private void tell(int own, Grid grid, BarSeries bars, int i) {
        long time = bars.openTimeNanos()[i];
        long lots = Math.max(1, grid.lots(bars.volume()[i]));
        trade(own, time, grid.ticks(bars.open()[i]), lots);
        trade(own, time + 1, grid.ticks(bars.high()[i]), 0);
        trade(own, time + 2, grid.ticks(bars.low()[i]), 0);
        trade(own, time + 3, grid.ticks(bars.close()[i]), 0);
    }

    private void trade(int own, long timeNanos, long ticks, long lots) {
        seat.onTrade(instruments.get(own), timeNanos, ticks, lots, Side.BUY, shadowDesk);
        shadow.onTrade(instruments.get(own), timeNanos, ticks, lots, Side.BUY, shadowDesk);
        shadowDesk.onTrade(instruments.get(own), timeNanos, ticks);
        if (timeNanos > actsFromNanos && timeNanos <= actsUntilNanos) {
            parity.at(timeNanos);
            shadowDesk.stepEnded(timeNanos);
        }
    }

    /** Hears a report; at the end of a step both act. */
    void hear(WordRing ring, Strategy.OrderDesk desk) {
        int instrument = (int) ring.word(0, 1);
        switch ((int) ring.word(0, 0)) {
            case (int) HostTap.TRADE -> onTrade(ring, instrument, desk);
            case (int) HostTap.QUOTE ->
                seat.onQuote(
                        instrument,
                        ring.word(0, 2),
                        ring.word(0, 3),
                        ring.word(0, 4),
                        ring.word(0, 5),
                        ring.word(0, 6),
                        desk);
            case (int) HostTap.FILL -> onFill(ring, instrument);
            case (int) HostTap.DONE -> {
                seat.onDone(ring.word(0, 1));
                parity.done(Parity.STRATEGY, ring.word(0, 1));
            }
            default -> stepEnded(ring.word(0, 1), desk);
        }
    }

    private void onTrade(WordRing ring, int instrument, Strategy.OrderDesk desk) {
        long timeNanos = ring.word(0, 2);
        long ticks = ring.word(0, 3);
        Side aggressor = ring.word(0, 5) > 0 ? Side.BUY : Side.SELL;
        seat.onTrade(instrument, timeNanos, ticks, ring.word(0, 4), aggressor, desk);
        shadow.onTrade(instrument, timeNanos, ticks, ring.word(0, 4), aggressor, shadowDesk);
        shadowDesk.onTrade(instrument, timeNanos, ticks);
    }

    private void onFill(WordRing ring, int instrument) {
        Side side = ring.word(0, 5) > 0 ? Side.BUY : Side.SELL;
        long orderId = ring.word(0, 6);
        // The sign of the side carries one more than the lots that a fee took.
        long feeLots = Math.abs(ring.word(0, 5)) - 1;
        seat.onFill(
                instrument,
                orderId,
                side,
                ring.word(0, 3),
                ring.word(0, 4) - feeLots,
                ring.word(0, 7),
                ring.word(0, 2));
        Instrument terms = catalog.get(instrument);
        parity.filled(
                Parity.STRATEGY,
                orderId,
                side.sign() * terms.quantityOf(ring.word(0, 4)).toDouble(),
                terms.priceOf(ring.word(0, 3)).toDouble(),
                Money.of(ring.word(0, 7), terms.quote()).toDouble(),
                ring.word(0, 2));
    }

    /** Nothing is sent for one whose code failed meanwhile: what it wishes then is not what the strategy does. */
    private void stepEnded(long nowNanos, Strategy.OrderDesk desk) {
        if (findFailure().isPresent()) {
            return;
        }
        parity.at(nowNanos);
        seat.onStepEnd(nowNanos, desk);
        shadowDesk.stepEnded(nowNanos);
        for (int own = 0; own < instruments.size(); own++) {
            parity.held(
                    instruments.get(own), seat.book().lots(own), shadow.book().lots(own));
        }
        parity.worth(seat.book().equity(), shadow.book().equity());
        steppedUntilNanos = nowNanos;
    }

    /** How the strategy's own code failed. */
    Optional<String> findFailure() {
        return kind instanceof MayFail own ? own.findFailure() : Optional.empty();
    }

    boolean[] wanted() {
        boolean[] wanted = new boolean[catalog.size()];
        IntStream.range(0, instruments.size()).forEach(own -> wanted[instruments.get(own)] = true);
        return wanted;
    }

    private final class Heard implements SeatListener {

        private final int side;

        Heard(int side) {
            this.side = side;
        }

        @Override
        public void onWish(long endNanos, Target target) {
            int instrument = instruments.get(target.instrument());
            if (side == Parity.STRATEGY) {
                InstrumentId id = catalog.get(instrument).id();
                wishes.put(
                        id,
                        new HostedWish(
                                id,
                                target.share(),
                                target.strength() == Target.Strength.STRONG,
                                target.untilNanos(),
                                target.reason().code(),
                                target.reason().text(),
                                endNanos));
            }
            parity.wished(side, instrument, endNanos, target.share());
        }

        @Override
        public void onWish(long endNanos, OrderWish wish) {
            parity.wished(
                    side,
                    instruments.get(wish.instrument()),
                    endNanos,
                    wish.side().sign() * wish.units());
        }
    }
}
