package io.sextant.engine.alert;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.position.Account;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.simulator.SimulatedInstruments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** A desk whose every number a test sets: settings as the core keeps them, prices and events as they are pushed. */
final class ScriptedDesk implements EngineClient {

    static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    static final long MINUTE = Timeframe.M1.nominalNanos();

    final Map<String, String> settings = new TreeMap<>();
    final BlockingQueue<ChangeSetting> changes = new LinkedBlockingQueue<>();
    final BlockingQueue<Topic<?>> turnedAway = new LinkedBlockingQueue<>();
    final BlockingQueue<Command> refusals = new LinkedBlockingQueue<>();
    final List<Event> events = new ArrayList<>();
    final Map<Topic<?>, Consumer<Object>> listeners = new HashMap<>();
    BarSeries past = BarSeries.EMPTY;
    double last = 60_000;
    double drawdown;
    double gross;
    long marketNanos = 1_000 * MINUTE;
    boolean dropsFirings;
    volatile boolean isBusy;
    volatile boolean isFull;
    final Semaphore mayTellInstruments = new Semaphore(1_000_000);
    private final InstrumentCatalog catalog = new SimulatedInstruments(0).catalog();

    synchronized long position() {
        return events.size();
    }

    synchronized void happen(Event event) {
        events.add(event);
        Consumer<Object> listener = listeners.get(new Topic.Events(0));
        if (listener != null) {
            listener.accept(event);
        }
    }

    @SuppressWarnings("unchecked")
    synchronized void push(Topic<?> topic, Object state) {
        listeners.get(topic).accept(state);
    }

    void price(InstrumentId instrument, double low, double high, double close) {
        last = close;
        push(
                new Topic.Bars(instrument, Timeframe.M1),
                new LiveBars(instrument, Timeframe.M1, bar(marketNanos, close, low, high)));
    }

    static BarSeries bar(long at, double close, double low, double high) {
        return new BarSeries(
                new long[] {Math.floorDiv(at, MINUTE) * MINUTE},
                new double[] {close},
                new double[] {high},
                new double[] {low},
                new double[] {close},
                new double[] {1},
                1);
    }

    @Override
    public synchronized CompletionStage<Answer> submit(CommandKey key, Command command) {
        if (isBusy && key.toString().contains("alert-")) {
            refusals.add(command);
            return CompletableFuture.completedFuture(new Answer.Refused(Refusal.of(RefusalCode.ENGINE_BUSY)));
        }
        if (command instanceof ChangeSetting change
                && !(dropsFirings && change.key().startsWith("alert.fired."))) {
            settings.put(change.key(), change.value());
            happen(new SettingChanged(position() + 1, marketNanos, change.key(), change.value()));
            changes.add(change);
        }
        return CompletableFuture.completedFuture(new Answer.Done(position(), Optional.empty()));
    }

    @Override
    public <R> CompletionStage<R> ask(Query<R> query) {
        if (query instanceof Query.Instruments) {
            mayTellInstruments.acquireUninterruptibly();
        }
        return answer(query);
    }

    @SuppressWarnings("unchecked")
    private synchronized <R> CompletionStage<R> answer(Query<R> query) {
        Object answer = switch (query) {
            case Query.Settings settingsWanted -> Map.copyOf(settings);
            case Query.Instruments all ->
                catalog.all().stream().map(Instrument.class::cast).toList();
            case Query.Desk desk -> desk();
            case Query.Risk risk -> new RiskBoard.NothingHeld(marketNanos, new RiskBoard.Fall(drawdown, drawdown));
            case Query.Bars bars -> past;
            case Query.Regimes regimes ->
                new RegimeBoard(
                        regimes.instrument(),
                        regimes.timeframe(),
                        RegimeBoard.State.OPENING,
                        0,
                        0,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
            case Query.Market market ->
                new MarketState(
                        market.instrument(),
                        marketNanos,
                        Optional.of(Price.parse(Double.toString(last))),
                        new Depth(List.of(), List.of()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Quantity.parse("0"));
            default -> throw new UnsupportedOperationException(query.toString());
        };
        return CompletableFuture.completedFuture((R) answer);
    }

    private DeskState desk() {
        Money none = Money.parse("0", Currency.USDT);
        Money equity = Money.parse("1000", Currency.USDT);
        Account account = new Account(
                List.of(),
                List.of(),
                equity,
                equity,
                equity,
                none,
                none,
                none,
                Money.parse(Double.toString(gross), Currency.USDT),
                none,
                equity);
        return new DeskState(
                TradingMode.SIMULATED,
                1,
                marketNanos,
                1,
                false,
                false,
                "",
                account,
                List.of(),
                List.of(),
                new RiskLimits(List.of(), AccountLimits.UNBOUNDED, List.of()),
                new EngineHealth(true, "", "scripted", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0));
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        if (isFull && !(topic instanceof Topic.Events)) {
            turnedAway.add(topic);
            return new ScriptedSubscription(() -> {}, false);
        }
        Topic<?> kept = topic instanceof Topic.Events ? new Topic.Events(0) : topic;
        listeners.put(kept, (Consumer<Object>) listener);
        if (topic instanceof Topic.Events(long after)) {
            events.stream().filter(event -> event.position() > after).forEach((Consumer<Object>)
                    (Consumer<?>) listener);
        }
        return new ScriptedSubscription(() -> stopTelling(kept), true);
    }

    private synchronized void stopTelling(Topic<?> topic) {
        listeners.remove(topic);
    }

    private record ScriptedSubscription(Runnable end, boolean isOpen) implements Subscription {

        @Override
        public void close() {
            end.run();
        }
    }

    @Override
    public void close() {}
}
