package io.sextant.engine.hosting;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.HostedViews.BookNow;
import io.sextant.engine.core.TradingCore;
import java.util.Arrays;
import java.util.Optional;

/** Sells or buys back what a strategy holds, without asking the strategy: its code may be what hangs. */
final class PositionCloser {

    /** By the market's time, as the gate reckons: so long it is refused without a break before a person is to look. */
    static final long PATIENCE_NANOS = 10_000_000_000L;

    /** On top of the time in which the same order would be a slip: it is sent a little later than it was looked at. */
    private static final long RETRY_NANOS = 1_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE;

    private final HostingTerms terms;
    private final InstrumentCatalog catalog;
    private final Door door;
    private final long[] nextNanos;
    private final long[] refusedSinceNanos;

    /** The engine's, which answers before it returns. */
    interface Door {

        Answer submit(Command command);
    }

    /**
     * What is looked at before anything is sent.
     *
     * @param nowNanos the market's time
     * @param duplicateNanos how long the gate takes the same order again for a slip
     */
    record Look(Optional<BookNow> book, VenueTrust trust, long nowNanos, long duplicateNanos) {

        static Look at(TradingCore core, String strategy) {
            return new Look(
                    core.hosted().findBook(strategy),
                    core.reconciliation().trust(),
                    core.marketNanos(),
                    core.hosted().duplicateWindowNanos());
        }
    }

    PositionCloser(HostingTerms terms, InstrumentCatalog catalog, Door door) {
        this.terms = terms;
        this.catalog = catalog;
        this.door = door;
        nextNanos = new long[terms.instruments().size()];
        refusedSinceNanos = nextNanos.clone();
        Arrays.fill(nextNanos, NEVER);
        Arrays.fill(refusedSinceNanos, NEVER);
    }

    /** One order for each position that none works for; true while there is more to do. */
    boolean step(Look now) {
        if (now.book().isEmpty() || now.book().get().stage() != HostedStage.CLOSING) {
            return false;
        }
        BookNow book = now.book().get();
        if (now.trust() != VenueTrust.AGREED) {
            // The gate would refuse, and not because of the strategy.
            Arrays.fill(refusedSinceNanos, NEVER);
            return true;
        }
        if (book.working().length > 0) {
            return true;
        }
        for (int own = 0; own < book.lots().length; own++) {
            if (book.lots()[own] != 0 && book.lastTicks()[own] > 0 && now.nowNanos() >= nextNanos[own]) {
                nextNanos[own] = now.nowNanos() + now.duplicateNanos() + RETRY_NANOS;
                close(own, book, now.nowNanos());
            }
        }
        return true;
    }

    private void close(int own, BookNow book, long nowNanos) {
        Instrument instrument = catalog.get(catalog.indexOf(terms.instruments().get(own)));
        Side side = book.lots()[own] > 0 ? Side.SELL : Side.BUY;
        OrderDraft draft = new OrderDraft(
                instrument.id(),
                side,
                OrderType.limit(instrument.priceOf(HostOrders.slackened(side, book.lastTicks()[own]))),
                instrument.quantityOf(Math.abs(book.lots()[own])),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                OrderOrigin.STRATEGY,
                terms.name() + ": stop-and-close");
        switch (door.submit(new PlaceStrategyOrder(terms.name(), draft))) {
            case Answer.Done _ -> refusedSinceNanos[own] = NEVER;
            case Answer.Refused(Refusal refusal) -> refused(own, refusal, nowNanos);
        }
    }

    /** What is flattened is closed by another hand. */
    private void refused(int own, Refusal refusal, long nowNanos) {
        if (refusal.code() == RefusalCode.FLATTENING) {
            refusedSinceNanos[own] = NEVER;
        } else if (refusedSinceNanos[own] == NEVER) {
            refusedSinceNanos[own] = nowNanos;
        } else if (nowNanos - refusedSinceNanos[own] >= PATIENCE_NANOS) {
            door.submit(new SteerStrategy(terms.name(), HostSteering.PAUSE, StageCause.FAILED, refusal.sentence()));
        }
    }
}
