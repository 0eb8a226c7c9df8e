package io.sextant.ui.testing;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.position.Account;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.request.WatchlistState;
import io.sextant.domain.source.StoredMacro;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An engine for the window's tests: deterministic by its seed, still until {@link #step} is called, answering at once on the
 * caller's thread. It knows just enough of a market to make every panel show something true to form; tests push what they need.
 */
public final class FakeEngine implements EngineClient {

    /** 20 November 2026, 14:30 UTC. */
    public static final long START_NANOS = 1_795_185_000L * 1_000_000_000L;

    private static final long STEP_NANOS = 1_000_000_000L;

    /** The archive and the jobs that work on it. */
    public final FakeData data = new FakeData();

    private final long seed;
    private final Map<InstrumentId, FakeMarket> markets = new LinkedHashMap<>();
    private final FakeSubscriptions subscriptions = new FakeSubscriptions();
    private final FakeOrders orders;
    private final FakeDesk desk;
    private final FakeGate gate = new FakeGate();
    private final List<Command> submitted = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private List<StoredMacro> macro = List.of();
    private Optional<Refusal> nextRefusal = Optional.empty();
    private Optional<RuntimeException> broken = Optional.empty();
    private long nowNanos = START_NANOS;
    private long position;

    public FakeEngine() {
        this(7);
    }

    public FakeEngine(long seed) {
        this.seed = seed;
        for (Instrument instrument : FakeInstruments.CATALOG.all()) {
            markets.put(instrument.id(), new FakeMarket(instrument, seed * 31 + markets.size(), START_NANOS));
        }
        desk = new FakeDesk(id -> market(id).last(), seed, START_NANOS);
        orders = new FakeOrders(this::nextPosition, this::happened, desk::book);
        push(new EngineStarted(nextPosition(), START_NANOS, desk.state().mode(), seed, 0, 0, ""));
    }

    /** Lets one second of market time pass. */
    public synchronized void step() {
        nowNanos += STEP_NANOS;
        for (FakeMarket market : markets.values()) {
            market.step(nowNanos);
            orders.match(market, nowNanos);
        }
        publish();
    }

    public void step(int seconds) {
        for (int i = 0; i < seconds; i++) {
            step();
        }
    }

    public synchronized long nowNanos() {
        return nowNanos;
    }

    /** Every command since the start, in order, refused ones too. */
    public synchronized List<Command> submitted() {
        return List.copyOf(submitted);
    }

    public <C extends Command> List<C> submitted(Class<C> type) {
        return submitted().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The next command that is not a setting is refused for this reason; settings are written at times of their own. */
    public synchronized void refuseNext(Refusal refusal) {
        nextRefusal = Optional.of(refusal);
    }

    /** From now on questions, commands and subscribing fail, as they do when a remote engine is gone. */
    public synchronized void breakConnection(String reason) {
        broken = Optional.of(new IllegalStateException(reason));
    }

    public synchronized void healConnection() {
        broken = Optional.empty();
    }

    /** Changes the desk and tells everybody who listens. */
    public synchronized void editDesk(UnaryOperator<DeskState> edit) {
        desk.set(edit.apply(desk.state()));
        publish();
    }

    public void editHealth(UnaryOperator<EngineHealth> edit) {
        editDesk(state -> Edits.withHealth(state, edit.apply(state.health())));
    }

    /** Moves one market to a price. */
    public synchronized void setLast(InstrumentId instrument, String price) {
        market(instrument).setLast(Price.parse(price), nowNanos);
        orders.match(market(instrument), nowNanos);
        publish();
    }

    /** Makes something have happened. Number it with {@link #nextPosition()}. */
    public synchronized void push(Event event) {
        happened(event);
    }

    public synchronized long nextPosition() {
        return ++position;
    }

    /** Ends the event subscriptions, as an engine does with a listener that fell behind. */
    public synchronized void endEventSubscriptions() {
        subscriptions.endEventSubscriptions();
    }

    /** Ends everything that is listened to, as a lost line to a remote engine does. */
    public synchronized void endAllSubscriptions() {
        subscriptions.endAll();
    }

    /** What is listened to now; empty when every panel has cleaned up behind itself. */
    public List<Topic<?>> openTopics() {
        return subscriptions.topics();
    }

    public synchronized DeskState desk() {
        return desk.state();
    }

    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    public synchronized void macro(StoredMacro... stored) {
        macro = List.of(stored);
    }

    public synchronized Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    @Override
    public synchronized CompletionStage<Answer> submit(CommandKey key, Command command) {
        if (broken.isPresent()) {
            return CompletableFuture.failedFuture(broken.get());
        }
        submitted.add(command);
        if (nextRefusal.isPresent() && !(command instanceof ChangeSetting)) {
            Refusal refusal = nextRefusal.get();
            nextRefusal = Optional.empty();
            return CompletableFuture.completedFuture(new Answer.Refused(refusal));
        }
        Answer answer = perform(command);
        publish();
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    // The query's own type says the answer's type, which the compiler cannot follow through the switch.
    @SuppressWarnings("unchecked")
    public synchronized <R> CompletionStage<R> ask(Query<R> query) {
        if (broken.isPresent()) {
            return CompletableFuture.failedFuture(broken.get());
        }
        return CompletableFuture.completedFuture((R) answer(query));
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        return data.start(job);
    }

    @Override
    public synchronized <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        broken.ifPresent(failure -> {
            throw failure;
        });
        Subscription subscription = subscriptions.add(topic, listener);
        if (topic instanceof Topic.Events(long after)) {
            // Only an Events topic is listened to with events.
            @SuppressWarnings("unchecked")
            Consumer<Object> events = (Consumer<Object>) (Consumer<?>) listener;
            this.events.stream().filter(event -> event.position() > after).forEach(events);
        } else {
            subscriptions.publishStates(other -> other.equals(topic) ? stateOf(other) : Optional.empty());
        }
        return subscription;
    }

    @Override
    public void close() {
        endEventSubscriptions();
    }

    private Answer perform(Command command) {
        return switch (command) {
            case PlaceOrder(var draft) -> place(draft);
            case CancelOrder(var id) -> withOrder(id, () -> orders.cancel(id, "cancelled by the desk", nowNanos));
            case AmendOrder(var id, var quantity, var limit) ->
                withOrder(id, () -> orders.amend(id, quantity, limit, nowNanos));
            case CancelAllOrders(var scope) -> {
                orders.cancelAll(scope, "cancelled by the desk", nowNanos);
                yield done();
            }
            case EngageKillSwitch(var reason) -> {
                orders.cancelAll(CancelScope.EVERYTHING, "kill switch", nowNanos);
                yield killSwitch(true, reason);
            }
            case ReleaseKillSwitch(var reason) -> killSwitch(false, reason);
            case ChangeRiskLimits(var limits) -> {
                desk.set(Edits.withLimits(desk.state(), limits));
                happened(new RiskLimitsChanged(nextPosition(), nowNanos, limits));
                yield done();
            }
            case ChangeMarketPace(double times, boolean paused) -> {
                desk.set(Edits.withPace(desk.state(), times, paused));
                happened(new MarketPaceChanged(nextPosition(), nowNanos, times, paused));
                yield done();
            }
            case ChangeSetting(var key, var value) -> {
                settings.put(key, value);
                happened(new SettingChanged(nextPosition(), nowNanos, key, value));
                yield done();
            }
            case TellHeadline(var about, var text, var source) -> {
                happened(new HeadlinePublished(
                        nextPosition(), nowNanos, new Headline(nowNanos, about, "", List.of(), text, source)));
                yield done();
            }
        };
    }

    private Answer place(OrderDraft draft) {
        Optional<Refusal> refusal = gate.check(draft, desk.state(), market(draft.instrument()));
        if (refusal.isPresent()) {
            happened(new OrderRefused(nextPosition(), nowNanos, draft, refusal.get()));
            return new Answer.Refused(refusal.get());
        }
        OrderId id = orders.place(draft, market(draft.instrument()), nowNanos);
        return new Answer.Done(position, Optional.of(id));
    }

    private Answer withOrder(OrderId id, Runnable change) {
        var order = orders.find(id);
        if (order.isEmpty()) {
            return new Answer.Refused(Refusal.of(RefusalCode.UNKNOWN_ORDER, id));
        }
        if (order.get().state().isTerminal()) {
            return new Answer.Refused(
                    Refusal.of(RefusalCode.ORDER_ALREADY_DONE, id, order.get().state()));
        }
        change.run();
        return done();
    }

    private Answer killSwitch(boolean engaged, String reason) {
        desk.set(Edits.withKillSwitch(desk.state(), engaged, engaged ? reason : ""));
        happened(new KillSwitchChanged(nextPosition(), nowNanos, engaged, reason));
        return done();
    }

    private Answer done() {
        return new Answer.Done(position, Optional.empty());
    }

    private Object answer(Query<?> query) {
        return switch (query) {
            case Query.Instruments() -> FakeInstruments.CATALOG.all();
            case Query.Bars(var id, var timeframe, long before, int limit) ->
                market(id).bars(timeframe, before, limit);
            case Query.Desk() -> desk.state();
            case Query.Market(var id) -> market(id).state(nowNanos);
            case Query.Preview(var draft) -> gate.preview(draft, desk.state(), market(draft.instrument()));
            case Query.OrderHistory(int limit) -> orders.newestLives(limit);
            case Query.Fills(int limit) -> orders.newestFills(limit);
            case Query.OrderStory(var id) ->
                events.stream().filter(event -> concerns(event, id)).toList();
            case Query.NewestEvents(int limit) ->
                events.reversed().stream().limit(limit).toList();
            case Query.Equity(long from, int maxPoints) -> equity(from, maxPoints);
            case Query.Archive() -> data.archive();
            case Query.Marks(var id, var timeframe) -> data.marks();
            case Query.MacroList() -> macro;
            case Query.MacroAsKnown(var name, long atNanos) -> List.of();
            case Query.Settings() -> Map.copyOf(settings);
        };
    }

    private static boolean concerns(Event event, OrderId id) {
        return (event instanceof OrderChanged changed && changed.order().id().equals(id))
                || (event instanceof OrderFilled filled && filled.fill().order().equals(id));
    }

    private EquityCurve equity(long fromNanos, int maxPoints) {
        int points = Math.min(240, maxPoints);
        SeededRandom random = SeededRandom.stream(seed, 99);
        double end = desk.state().account().equity().toDouble();
        long[] times = new long[points];
        double[] values = new double[points];
        double value = end;
        for (int i = points - 1; i >= 0; i--) {
            times[i] = nowNanos - (points - 1L - i) * 60 * STEP_NANOS;
            values[i] = value;
            value -= 25 + random.nextGaussian() * 420;
        }
        int first = 0;
        while (first < points - 1 && times[first] < fromNanos) {
            first++;
        }
        return new EquityCurve(Arrays.copyOfRange(times, first, points), Arrays.copyOfRange(values, first, points));
    }

    private Optional<?> stateOf(Topic<?> topic) {
        return switch (topic) {
            case Topic.Events(long ignored) -> Optional.empty();
            case Topic.Desk() -> Optional.of(desk.state());
            case Topic.Market(var id) -> Optional.of(market(id).state(nowNanos));
            case Topic.Watchlist() ->
                Optional.of(new WatchlistState(
                        nowNanos, markets.values().stream().map(FakeMarket::row).toList()));
            case Topic.Bars(var id, var timeframe) -> Optional.of(market(id).liveBars(timeframe));
        };
    }

    private void publish() {
        desk.refresh(nowNanos, orders.working());
        subscriptions.publishStates(this::stateOf);
    }

    private void happened(Event event) {
        events.add(event);
        subscriptions.publish(event);
    }

    /** Marks the account as the engine does now and then. */
    public synchronized void mark() {
        Account account = desk.state().account();
        happened(new AccountMarked(
                nextPosition(),
                nowNanos,
                account.equity(),
                account.realised(),
                account.unrealised(),
                account.fees(),
                account.grossExposure()));
    }

    private FakeMarket market(InstrumentId id) {
        FakeMarket market = markets.get(id);
        if (market == null) {
            throw new IllegalArgumentException("the fake engine has no " + id);
        }
        return market;
    }
}
