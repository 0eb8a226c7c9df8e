package io.sextant.engine.hosting;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.strategy.Strategy;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** A strategy's way to order: a command through the engine's one door, and the strategy waits for its answer on its own thread. */
final class HostOrders implements Strategy.OrderDesk {

    /** The price moves until an order is there: one that is to trade at once may do so this much worse than it was sized by. */
    private static final double SLACK_BPS = 30;

    private final String strategy;
    private final EngineClient engine;
    private final InstrumentCatalog catalog;
    private final Supplier<CommandKey> keys;
    private final Parity parity;
    private final Runnable answered;
    private volatile boolean revoked;
    private volatile boolean waiting;
    private Optional<Refusal> refusal = Optional.empty();

    /** @param answered is run when the engine has answered, and the strategy computes again */
    HostOrders(
            String strategy,
            EngineClient engine,
            InstrumentCatalog catalog,
            Supplier<CommandKey> keys,
            Parity parity,
            Runnable answered) {
        this.strategy = strategy;
        this.engine = engine;
        this.catalog = catalog;
        this.keys = keys;
        this.parity = parity;
        this.answered = answered;
    }

    /** From now on nothing is sent, whoever still computes. */
    void revoke() {
        revoked = true;
    }

    /** Nobody asks for it here: a seat has a book of its own. */
    @Override
    public long positionLots(int instrument) {
        throw new UnsupportedOperationException("a hosted strategy looks at its own book");
    }

    @Override
    public long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason) {
        Instrument terms = catalog.get(instrument);
        OrderDraft draft = new OrderDraft(
                terms.id(),
                side,
                OrderType.limit(terms.priceOf(entry.isImmediate() ? slackened(side, limitTicks) : limitTicks)),
                terms.quantityOf(lots),
                timeInForce(entry),
                entry == BookEntry.POST_ONLY ? OrderHandling.PLAIN.withPostOnly() : OrderHandling.PLAIN,
                OrderOrigin.STRATEGY,
                said(reason));
        long sent = switch (submit(new PlaceStrategyOrder(strategy, draft))) {
            case Answer.Done(long _, Optional<OrderId> order) ->
                order.map(OrderId::value).orElse(0L);
            case Answer.Refused(Refusal no) -> {
                refusal = Optional.of(no);
                yield 0;
            }
        };
        if (sent == 0) {
            refusal.ifPresent(no -> parity.refused(instrument, no));
        } else {
            parity.sent(
                    Parity.STRATEGY,
                    instrument,
                    sent,
                    side.sign() * terms.quantityOf(lots).toDouble());
        }
        return sent;
    }

    private String said(String reason) {
        String said = strategy + ": " + reason;
        return said.length() <= OrderDraft.LONGEST_REASON ? said : said.substring(0, OrderDraft.LONGEST_REASON);
    }

    static long slackened(Side side, long limitTicks) {
        double moved = limitTicks * (1 + side.sign() * SLACK_BPS / 1e4);
        return side == Side.BUY ? (long) Math.ceil(moved) : Math.max(1, (long) Math.floor(moved));
    }

    private static TimeInForce timeInForce(BookEntry entry) {
        return switch (entry) {
            case REST, POST_ONLY -> TimeInForce.GOOD_TILL_CANCELLED;
            case IMMEDIATE_OR_CANCEL -> TimeInForce.IMMEDIATE_OR_CANCEL;
            case FILL_OR_KILL -> TimeInForce.FILL_OR_KILL;
        };
    }

    @Override
    public void cancel(long orderId) {
        submit(new CancelOrder(new OrderId(orderId)));
    }

    @Override
    public String whyRefused() {
        return refusal.map(Refusal::sentence).orElse("");
    }

    private Answer submit(Command command) {
        if (revoked) {
            throw new CancellationException("the strategy was stopped");
        }
        waiting = true;
        try {
            return await(engine, keys.get(), command);
        } finally {
            answered.run();
            waiting = false;
        }
    }

    /** Whether it is the engine that keeps the strategy waiting. */
    boolean isWaiting() {
        return waiting;
    }

    /** Waits for the engine's answer. */
    static Answer await(EngineClient engine, CommandKey key, Command command) {
        try {
            return engine.submit(key, command).toCompletableFuture().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the strategy was stopped");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }
}
