package io.sextant.simulator;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.matching.LadderBook;
import io.sextant.matching.OrderSlots;
import io.sextant.simulator.agent.InstrumentMarket;
import io.sextant.simulator.process.Draws;
import org.jspecify.annotations.Nullable;

/** Our connection to the simulated exchange: messages take their time to arrive, then act on the agents' books and are answered. */
final class DeskSession {

    /** No instrument's book was touched. */
    static final int NO_INSTRUMENT = -1;

    private static final double LARGEST_JITTER = 10;

    private final SimulatorSettings settings;
    private final @Nullable InstrumentMarket[] markets;
    private final Draws latency;
    private final DeskOrders orders = new DeskOrders();
    private @Nullable VenueListener listener;

    DeskSession(SimulatorSettings settings, @Nullable InstrumentMarket[] markets, Draws latency) {
        this.settings = settings;
        this.markets = markets;
        this.latency = latency;
    }

    void connect(@Nullable VenueListener newListener) {
        listener = newListener;
    }

    private VenueListener connected() {
        if (listener == null) {
            throw new IllegalStateException("an order arrived before anybody connected to hear of it");
        }
        return listener;
    }

    void submit(CheckedOrder order, long sentNanos) {
        orders.send(
                DeskOrders.Kind.SUBMIT,
                order.orderId(),
                order.instrument(),
                order.side(),
                order.entry(),
                order.lots(),
                order.limitTicks(),
                arrivalNanos(sentNanos));
    }

    void cancel(long orderId, long sentNanos) {
        orders.send(DeskOrders.Kind.CANCEL, orderId, 0, Side.BUY, BookEntry.REST, 0, 0, arrivalNanos(sentNanos));
    }

    void amend(CheckedAmend amend, long sentNanos) {
        orders.send(
                DeskOrders.Kind.AMEND,
                amend.orderId(),
                0,
                Side.BUY,
                BookEntry.REST,
                amend.lots(),
                amend.limitTicks(),
                arrivalNanos(sentNanos));
    }

    private long arrivalNanos(long sentNanos) {
        double jitter = Math.min(LARGEST_JITTER, latency.exponential()) * settings.latencyJitterNanos();
        return sentNanos + settings.latencyNanos() + (long) jitter;
    }

    long nextArrivalNanos() {
        return orders.nextArrivalNanos();
    }

    /** Lets the next message take effect. Returns the instrument whose book it may have changed. */
    int arrive(long nowNanos) {
        VenueListener answers = connected();
        return switch (orders.kind()) {
            case SUBMIT -> arriveOrder(answers, nowNanos);
            case CANCEL -> arriveCancel(answers, nowNanos);
            case AMEND -> arriveAmend(answers, nowNanos);
        };
    }

    private int arriveOrder(VenueListener answers, long nowNanos) {
        long order = orders.order();
        int instrument = orders.messageInstrument();
        Side side = orders.side();
        long lots = orders.messageLots();
        long limitTicks = orders.limitTicks();
        BookEntry entry = orders.entry();
        orders.dropHead();
        InstrumentMarket market = markets[instrument];
        if (market == null) {
            answers.onRejected(order, nowNanos, RefusalCode.NOT_TRADABLE);
            return NO_INSTRUMENT;
        }
        RefusalCode why = whyTurnedAway(market.book(), side, limitTicks, lots, entry);
        if (why != null) {
            answers.onRejected(order, nowNanos, why);
            return NO_INSTRUMENT;
        }
        orders.open(order, instrument, lots, entry == BookEntry.POST_ONLY);
        answers.onAccepted(order, nowNanos);
        market.book().submit(order, InstrumentMarket.DESK, side, limitTicks, lots, entry);
        closeUnlessResting(order, market, answers, nowNanos);
        return instrument;
    }

    private static @Nullable RefusalCode whyTurnedAway(
            LadderBook book, Side side, long limitTicks, long lots, BookEntry entry) {
        if (entry.isImmediate() && book.isEmpty(side.opposite())) {
            return RefusalCode.EMPTY_BOOK;
        }
        long answer = book.answerTo(InstrumentMarket.DESK, side, limitTicks, lots, entry);
        if (answer == 0) {
            return null;
        }
        return answer == LadderBook.WOULD_TAKE ? RefusalCode.WOULD_TAKE : RefusalCode.NOT_WHOLE;
    }

    /** What neither traded nor rests was cancelled: the end of an immediate order, or our own order was in its way. */
    private void closeUnlessResting(long order, InstrumentMarket market, VenueListener answers, long nowNanos) {
        int at = orders.find(order);
        if (at != OrderSlots.NONE && !market.book().isResting(order)) {
            orders.close(at);
            answers.onCancelled(order, nowNanos);
        }
    }

    private int arriveCancel(VenueListener answers, long nowNanos) {
        long order = orders.order();
        orders.dropHead();
        int at = orders.find(order);
        if (at == OrderSlots.NONE) {
            answers.onCancelRejected(order, nowNanos, codeForGone(order));
            return NO_INSTRUMENT;
        }
        int instrument = orders.instrumentAt(at);
        orders.close(at);
        getMarket(instrument).book().cancel(order);
        answers.onCancelled(order, nowNanos);
        return instrument;
    }

    private int arriveAmend(VenueListener answers, long nowNanos) {
        long order = orders.order();
        long lots = orders.messageLots();
        long limitTicks = orders.limitTicks();
        orders.dropHead();
        int at = orders.find(order);
        if (at == OrderSlots.NONE) {
            answers.onAmendRejected(order, nowNanos, codeForGone(order));
            return NO_INSTRUMENT;
        }
        if (lots <= orders.filledAt(at)) {
            answers.onAmendRejected(order, nowNanos, RefusalCode.BELOW_FILLED);
            return NO_INSTRUMENT;
        }
        int instrument = orders.instrumentAt(at);
        InstrumentMarket market = getMarket(instrument);
        if (orders.isPostOnlyAt(at) && market.book().wouldTakeAt(order, limitTicks)) {
            answers.onAmendRejected(order, nowNanos, RefusalCode.WOULD_TAKE);
            return NO_INSTRUMENT;
        }
        orders.resize(at, lots);
        answers.onAmended(order, nowNanos, lots, limitTicks);
        market.book().amend(order, limitTicks, orders.openLotsAt(at), BookEntry.REST);
        closeUnlessResting(order, market, answers, nowNanos);
        return instrument;
    }

    private InstrumentMarket getMarket(int instrument) {
        InstrumentMarket market = markets[instrument];
        if (market == null) {
            throw new IllegalStateException("an order rests on instrument " + instrument + ", which has no book");
        }
        return market;
    }

    private RefusalCode codeForGone(long order) {
        return orders.wasHere(order) ? RefusalCode.ORDER_ALREADY_DONE : RefusalCode.UNKNOWN_ORDER;
    }

    void filled(long order, long tradeId, long nowNanos, long priceTicks, long lots, boolean maker) {
        int at = orders.find(order);
        orders.fill(at, lots);
        if (orders.openLotsAt(at) == 0) {
            orders.close(at);
        }
        connected().onFill(order, tradeId, nowNanos, priceTicks, lots, maker);
    }

    void save(StateWriter out) {
        latency.save(out);
        orders.save(out);
    }

    void load(StateReader in) {
        latency.load(in);
        orders.load(in);
    }
}
