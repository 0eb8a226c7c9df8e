package io.sextant.engine.hosting;

import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.engine.core.HostedViews.BookNow;
import java.util.Optional;

/** Sells or buys back what a strategy holds, without asking the strategy: its code may be what hangs. */
final class PositionCloser {

    private static final int REFUSALS_MAX = 8;

    private final HostingTerms terms;
    private final HostedRun.Surroundings of;
    private int refusals;

    PositionCloser(HostingTerms terms, HostedRun.Surroundings of) {
        this.terms = terms;
        this.of = of;
    }

    /** One order for each position that none works for; true while there is more to do. */
    boolean step(Optional<BookNow> now) {
        if (now.isEmpty() || now.get().stage() != HostedStage.CLOSING) {
            return false;
        }
        BookNow book = now.get();
        if (book.working().length > 0) {
            return true;
        }
        for (int own = 0; own < book.lots().length; own++) {
            if (book.lots()[own] != 0 && book.lastTicks()[own] > 0) {
                close(own, book);
            }
        }
        return true;
    }

    private void close(int own, BookNow book) {
        Instrument instrument =
                of.catalog().get(of.catalog().indexOf(terms.instruments().get(own)));
        Side side = book.lots()[own] > 0 ? Side.SELL : Side.BUY;
        OrderDraft draft = new OrderDraft(
                instrument.id(),
                side,
                OrderType.limit(instrument.priceOf(HostOrders.slackened(side, book.lastTicks()[own]))),
                instrument.quantityOf(Math.abs(book.lots()[own])),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                OrderOrigin.STRATEGY,
                terms.name() + ": stop-and-close");
        Answer answer = HostOrders.await(of.engine(), of.keys().get(), new PlaceStrategyOrder(terms.name(), draft));
        switch (answer) {
            case Answer.Done _ -> refusals = 0;
            case Answer.Refused refused -> {
                if (++refusals >= REFUSALS_MAX) {
                    HostOrders.await(
                            of.engine(),
                            of.keys().get(),
                            new SteerStrategy(
                                    terms.name(),
                                    HostSteering.PAUSE,
                                    StageCause.FAILED,
                                    refused.refusal().sentence()));
                }
            }
        }
    }
}
