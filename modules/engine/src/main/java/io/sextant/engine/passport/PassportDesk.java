package io.sextant.engine.passport;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.SizeThen;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.SizingRule;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.engine.ForecastAnswers;
import io.sextant.engine.RegimeAnswers;
import io.sextant.engine.core.OrderNotes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has it written down of every new order what the gate measured, what was forecast and told, and what it was to cost. It stands beside the core
 * like the models do: what it finds goes in as a command, so that a journal of yesterday replays whatever is thought today. A passport is taken
 * a moment after its order; an order of a desk that crashed in between has none, and says so.
 */
public final class PassportDesk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PassportDesk.class.getName());

    /** More orders than this at once are no decisions of a person; the rest goes without rather than to hold the desk up. */
    private static final int MOST_AT_ONCE = 256;

    private static final long LOOK_NANOS = 5_000_000_000L;

    private static final SizingRule.VolatilityTarget USUAL_SIZE = new SizingRule.VolatilityTarget(1, 2);

    private final EngineClient engine;
    private final Function<OrderId, CompletionStage<Optional<OrderNotes.Note>>> notes;
    private final ForecastAnswers forecasts;
    private final RegimeAnswers regimes;
    private final String keyPrefix;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Scheduler.Cancellable looking;
    private volatile @Nullable Subscription subscription;
    /** The place of the newest fact that was heard. */
    private volatile long heard = Topic.Events.FROM_NOW;
    /** Only on the thread that hears facts. */
    private long newest;

    private volatile boolean closing;

    /** @param clock makes the keys of this process differ from those of the ones before it */
    public PassportDesk(
            EngineClient engine,
            Function<OrderId, CompletionStage<Optional<OrderNotes.Note>>> notes,
            ForecastAnswers forecasts,
            RegimeAnswers regimes,
            Clock clock,
            Scheduler scheduler) {
        this.engine = engine;
        this.notes = notes;
        this.forecasts = forecasts;
        this.regimes = regimes;
        keyPrefix = "passport-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
        looking = scheduler.every(LOOK_NANOS, this::look);
    }

    public void begin() {
        subscription = engine.subscribe(new Topic.Events(heard), this::onEvent);
    }

    /** A listener that fell a whole queue behind was ended; it goes on behind what it heard. */
    void look() {
        Subscription open = subscription;
        if (open != null && !open.isOpen() && !closing) {
            begin();
        }
    }

    private void onEvent(Event event) {
        heard = event.position();
        if (event instanceof OrderChanged(var position, var timeNanos, Order order, var from, var reason)
                && order.id().value() > newest
                && order.createdNanos() == timeNanos) {
            newest = order.id().value();
            if (closing) {
                return;
            }
            if (underWay.incrementAndGet() > MOST_AT_ONCE) {
                underWay.decrementAndGet();
                LOG.log(System.Logger.Level.DEBUG, "order {0} goes without a passport: too many at once", order.id());
                return;
            }
            CompletableFuture.completedStage(order).thenCompose(this::write).whenComplete((answer, failure) -> {
                underWay.decrementAndGet();
                if (failure != null && !closing) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "it was not written down why " + order.id() + " was sent",
                            failure);
                }
            });
        }
    }

    private CompletionStage<?> write(Order order) {
        InstrumentId instrument = order.terms().instrument();
        // Boards are values that stand ready: they are read now, and what is asked for comes when it comes.
        var forecast = Standing.forecasts(forecasts.standing(instrument));
        var regime = Standing.regimes(regimes.standing(instrument));
        return notes.apply(order.id()).thenCompose(note -> {
            CostThen cost = note.map(OrderNotes.Note::cost).orElse(CostThen.UNKNOWN);
            return sizes(order, cost)
                    .thenCompose(sizes -> engine.submit(
                            new CommandKey(keyPrefix + order.id().value()),
                            new TellPassport(new OrderPassport(
                                    order.id(),
                                    note.map(OrderNotes.Note::controls).orElse(List.of()),
                                    cost,
                                    forecast,
                                    regime,
                                    sizes))));
        });
    }

    private CompletionStage<List<SizeThen>> sizes(Order order, CostThen cost) {
        Optional<Price> price = cost.expected().or(cost::middle);
        if (price.isEmpty() || order.terms().link().hasParent()) {
            return CompletableFuture.completedStage(List.of());
        }
        return engine.ask(
                        new Query.Size(order.terms().instrument(), order.terms().side(), price.get(), USUAL_SIZE))
                .thenApply(PassportDesk::considered);
    }

    private static List<SizeThen> considered(SizeSuggestion suggestion) {
        return switch (suggestion) {
            case SizeSuggestion.Suggested suggested ->
                List.of(new SizeThen(
                        USUAL_SIZE.riskPercent(), USUAL_SIZE.atrMultiple(), suggested.quantity(), suggested.capped()));
            case SizeSuggestion.Nothing _, SizeSuggestion.TooLittleHistory _, SizeSuggestion.NoPrice _ -> List.of();
        };
    }

    @Override
    public void close() {
        closing = true;
        looking.close();
        Subscription open = subscription;
        if (open != null) {
            open.close();
        }
    }
}
