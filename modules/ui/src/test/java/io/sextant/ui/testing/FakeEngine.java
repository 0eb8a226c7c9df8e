package io.sextant.ui.testing;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.position.Account;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.request.WatchlistState;
import io.sextant.domain.source.StoredMacro;
import java.util.ArrayList;
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

    public final FakeRisk risk = new FakeRisk();
    public final FakeWeights weights = new FakeWeights();
    public final FakeRules rules = new FakeRules();

    private final long seed;
    private final Map<InstrumentId, FakeMarket> markets = new LinkedHashMap<>();
    private final FakeSubscriptions subscriptions = new FakeSubscriptions();
    private final FakeOrders orders;
    private final FakeDesk desk;
    private final FakeGate gate = new FakeGate();
    private final FakeCommands commands;
    private final FakeLine line = new FakeLine();
    private final List<Event> events = new ArrayList<>();
    private List<StoredMacro> macro = List.of();
    private List<CompanyRecord> companies = List.of();
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
        commands = new FakeCommands(desk, orders, gate, this::market, new HandOfEngine());
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
        return line.submitted();
    }

    public <C extends Command> List<C> submitted(Class<C> type) {
        return submitted().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** How many questions of this kind came since the start. */
    public synchronized long asked(Class<?> question) {
        return line.asked(question);
    }

    /** The newest question of this kind. */
    public synchronized <Q extends Query<?>> Q lastAsked(Class<Q> question) {
        return line.lastAsked(question);
    }

    /** The next command that is not a setting is refused for this reason; settings are written at times of their own. */
    public synchronized void refuseNext(Refusal refusal) {
        line.refuseNext(refusal);
    }

    /** The feed is over, as a recording is at its end. */
    public synchronized void endFeed() {
        desk.endFeed();
        publish();
    }

    /** From now on every order is refused for this reason, before it is sent and when it is; empty lets them pass again. */
    public synchronized void guardVenue(Optional<Refusal> refusal) {
        gate.guard(refusal);
    }

    /** From now on questions, commands and subscribing fail, as they do when a remote engine is gone. */
    public synchronized void breakConnection(String reason) {
        line.cut(reason);
    }

    public synchronized void healConnection() {
        line.mend();
    }

    /** From now on questions of this kind stay without an answer. */
    public synchronized void leaveUnanswered(Class<?> question) {
        line.leaveUnanswered(question);
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

    public synchronized void companies(List<CompanyRecord> known) {
        companies = List.copyOf(known);
    }

    public synchronized Map<String, String> settings() {
        return commands.settings();
    }

    /** The strategies that it runs. */
    public FakeHosting hosting() {
        return commands.hosting();
    }

    @Override
    public synchronized CompletionStage<Answer> submit(CommandKey key, Command command) {
        Optional<CompletionStage<Answer>> already = line.before(command);
        if (already.isPresent()) {
            return already.get();
        }
        Answer answer = commands.perform(command);
        publish();
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    // The query's own type says the answer's type, which the compiler cannot follow through the switch.
    @SuppressWarnings("unchecked")
    public synchronized <R> CompletionStage<R> ask(Query<R> query) {
        Optional<CompletionStage<R>> already = line.before(query);
        return already.orElseGet(() -> CompletableFuture.completedFuture((R) answer(query)));
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        return data.start(job);
    }

    @Override
    public synchronized <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        line.checkWhole();
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

    private Object answer(Query<?> query) {
        return switch (query) {
            case Query.Instruments() -> FakeInstruments.CATALOG.all();
            case Query.Bars wanted -> bars(wanted);
            case Query.Readings(var id) -> data.readings(id);
            case Query.Desk() -> desk.state();
            case Query.Gate() -> gateStatus();
            case Query.Market(var id) -> market(id).state(nowNanos);
            case Query.Preview(var draft) -> gate.preview(draft, desk.state(), market(draft.instrument()));
            case Query.PreviewBracket(var terms) ->
                FakeBrackets.preview(terms, market(terms.instrument()), desk.state(), gate);
            case Query.RiskOfOrder question -> risk.answer(question);
            case Query.Size question -> risk.answer(question);
            case Query.Risk question -> risk.answer(question, desk.state(), nowNanos);
            case Query.WhatIf question -> risk.answer(question, desk.state(), nowNanos);
            case Query.Optimiser(var wish) -> weights.answer(wish, desk.state());
            case Query.Strategies() -> rules.with(FakeStrategies.CARDS);
            case Query.OwnRules() -> rules.names();
            case Query.ReadRules(String file) -> rules.find(file);
            case Query.CheckRules(var sheet) -> rules.check(sheet);
            case Query.OrderHistory(int limit) -> orders.newestLives(limit);
            case Query.Fills(int limit) -> orders.newestFills(limit);
            case Query.OrderStory(var id) -> FakeChronicles.story(events, id);
            case Query.Chronicle(var id) -> FakeChronicles.find(events, id);
            case Query.NewestEvents(int limit) ->
                events.reversed().stream().limit(limit).toList();
            case Query.Equity(long from, int maxPoints) -> desk.equity(seed, nowNanos, from, maxPoints);
            case Query.Archive() -> data.archive();
            case Query.Marks(var id, var timeframe) -> data.marks();
            case Query.MacroList() -> macro;
            case Query.MacroAsKnown(var name, long atNanos) -> List.of();
            case Query.Companies(long atNanos) -> companies;
            case Query.Books() -> commands.books();
            case Query.Forecasts(var id, var timeframe) -> data.forecasts(id, timeframe);
            case Query.DueForecasts(var id, var timeframe, long from, long to) ->
                new DueBoard(id, timeframe, from, to, Optional.empty(), List.of());
            case Query.Regimes(var id, var timeframe) -> data.regimes(id, timeframe);
            case Query.HostedStrategies() -> commands.hosting().board(nowNanos);
            case Query.AnswerTo(var key) -> Optional.empty();
            case Query.Settings() -> commands.settings();
        };
    }

    /** Another reading than the plain one is of the bars that the test stored for it. */
    private BarSeries bars(Query.Bars wanted) {
        InstrumentId id = wanted.instrument();
        return wanted.reading().equals(BarReading.PLAIN) && markets.containsKey(id)
                ? market(id).bars(wanted.timeframe(), wanted.beforeNanos(), wanted.limit())
                : data.bars(id, wanted);
    }

    /** The words that were given for orders past a control. */
    public List<GateOverride> overrides() {
        return commands.overrides();
    }

    private GateStatus gateStatus() {
        return FakeGateStatus.of(commands.gateState(), desk.state(), nowNanos);
    }

    private Optional<?> stateOf(Topic<?> topic) {
        return switch (topic) {
            case Topic.Events(long ignored) -> Optional.empty();
            case Topic.Desk() -> Optional.of(desk.state());
            case Topic.Gate() -> Optional.of(gateStatus());
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
        if (event instanceof VenueChecked told) {
            commands.books(told);
        }
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

    private final class HandOfEngine implements FakeCommands.Hand {

        @Override
        public long nowNanos() {
            return nowNanos;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public long nextPosition() {
            return FakeEngine.this.nextPosition();
        }

        @Override
        public void happened(Event event) {
            FakeEngine.this.happened(event);
        }
    }
}
