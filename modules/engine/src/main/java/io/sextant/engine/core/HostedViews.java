package io.sextant.engine.core;

import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostedFigures;
import io.sextant.domain.hosting.HostedFill;
import io.sextant.domain.hosting.HostedPosition;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.ParityMeter;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hosted strategies as people look at them, without what they think. Made only when somebody looks. */
public final class HostedViews {

    private final HostedDesk desk;
    private final CoreTime time;
    private final MarketBoard market;

    HostedViews(HostedDesk desk, CoreTime time, MarketBoard market) {
        this.desk = desk;
        this.time = time;
        this.market = market;
    }

    /** From now on, for what a recovery does not repeat. */
    public void listen(HostedListener listener) {
        desk.listen(listener);
    }

    /** Whether strategies trade with real money here. */
    public boolean isOfRealMoney() {
        return desk.isOfRealMoney();
    }

    /** In the order in which they were agreed with. */
    public List<HostedStrategy> strategies() {
        return desk.all().stream().map(this::of).toList();
    }

    /**
     * A strategy's book by number, for whoever goes on with it.
     *
     * @param feeAheadUnits of the lots given up for fees in kind, what no fee has taken yet
     * @param working its orders that still work
     */
    public record BookNow(
            HostedStage stage,
            long sinceNanos,
            long ranUntilNanos,
            long cashUnits,
            long[] lots,
            long[] entryTickLots,
            long[] feeAheadUnits,
            long[] lastTicks,
            long[] working) {}

    /** How long the gate takes the same order of one strategy again for a slip. */
    public long duplicateWindowNanos() {
        return desk.duplicateWindowNanos();
    }

    public Optional<BookNow> findBook(String strategy) {
        return desk.all().stream()
                .filter(one -> one.name().equals(strategy))
                .findFirst()
                .map(this::book);
    }

    private BookNow book(Hosted one) {
        int count = one.instruments.size();
        long[] lots = new long[count];
        long[] entries = new long[count];
        long[] feeAhead = new long[count];
        long[] last = new long[count];
        for (int own = 0; own < count; own++) {
            lots[own] = one.book.lots(own);
            entries[own] = one.book.entryTickLots(own);
            feeAhead[own] = one.book.feeAheadUnits(own);
            last[own] = market.lastTicks(one.catalogIndex[own]);
        }
        return new BookNow(
                one.stage,
                one.sinceNanos,
                one.ranUntilNanos,
                one.book.cashUnits(),
                lots,
                entries,
                feeAhead,
                last,
                desk.working(one));
    }

    private HostedStrategy of(Hosted one) {
        Currency currency = one.terms.capital().currency();
        return new HostedStrategy(
                one.terms,
                one.stage,
                one.cause,
                one.why,
                one.sinceNanos,
                HostPhase.IDLE,
                0,
                0,
                figures(one, currency),
                positions(one, currency),
                one.trail.line((double) Decimals.powerOfTen(currency.scale())),
                List.of(),
                List.of(),
                one.fills.stream().map(each -> fill(one, each, currency)).toList(),
                List.copyOf(one.refusals),
                ParityMeter.NOT_YET,
                desk.isArmed(one));
    }

    private HostedFigures figures(Hosted one, Currency currency) {
        long unrealised = 0;
        for (int own = 0; own < one.instruments.size(); own++) {
            unrealised += one.book.unrealisedUnits(own, market.lastTicks(one.catalogIndex[own]));
        }
        return new HostedFigures(
                Money.of(one.equityUnits(market), currency),
                Money.of(one.book.cashUnits(), currency),
                Money.of(one.book.realisedUnits(), currency),
                Money.of(unrealised, currency),
                Money.of(one.book.feeUnits(), currency),
                Money.of(one.dayNanos == Long.MIN_VALUE ? 0 : -one.dayLossUnits(market), currency),
                Money.of(one.exposureUnits(market), currency),
                one.orders,
                one.book.fills(),
                one.book.trades(),
                one.book.tradesWon(),
                one.ordersLastMinute(time.marketNanos));
    }

    private List<HostedPosition> positions(Hosted one, Currency currency) {
        List<HostedPosition> positions = new ArrayList<>();
        for (int own = 0; own < one.instruments.size(); own++) {
            Instrument terms = one.instruments.get(own);
            long working = desk.limits().workingLots(one, own, Side.BUY)
                    - desk.limits().workingLots(one, own, Side.SELL);
            if (one.book.lots(own) == 0 && working == 0) {
                continue;
            }
            long mark = market.lastTicks(one.catalogIndex[own]);
            positions.add(new HostedPosition(
                    terms.id(),
                    units(terms, one.book.lots(own)),
                    one.book.entryTicks(own) * terms.priceOf(1).toDouble(),
                    Money.of(one.book.worthUnits(own, mark), currency),
                    Money.of(one.book.unrealisedUnits(own, mark), currency),
                    units(terms, working)));
        }
        return positions;
    }

    private static double units(Instrument terms, long lots) {
        return Long.signum(lots) * terms.quantityOf(Math.abs(lots)).toDouble();
    }

    private static HostedFill fill(Hosted one, Hosted.KeptFill of, Currency currency) {
        Instrument terms = one.instruments.get(of.own());
        return new HostedFill(
                new OrderId(of.orderId()),
                terms.id(),
                of.timeNanos(),
                of.side(),
                terms.quantityOf(of.lots()),
                terms.priceOf(of.priceTicks()),
                Money.of(of.feeUnits(), currency),
                Money.of(of.realisedUnits(), currency),
                of.reason());
    }
}
