package io.sextant.engine.forecast;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellForecastChange;
import io.sextant.domain.command.TellRegimeSwitch;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A desk of one market whose minutes a test writes; settings come back as events, as the engine's do. */
public final class BarsInMemory implements EngineClient {

    public static final long MINUTE = Timeframe.M1.nominalNanos();

    final InstrumentId instrument;
    private final List<Double> closes = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<ForecastChange> told = new ArrayList<>();
    private final List<RegimeSwitch> switches = new ArrayList<>();
    private @Nullable ForecastBoard forecasts;
    private Consumer<? super Event> events = event -> {};
    private Consumer<? super LiveBars> bars = live -> {};

    public BarsInMemory(InstrumentId instrument) {
        this.instrument = instrument;
    }

    synchronized List<ForecastChange> told() {
        return List.copyOf(told);
    }

    public synchronized List<RegimeSwitch> switches() {
        return List.copyOf(switches);
    }

    public synchronized Map<String, String> remembered() {
        return Map.copyOf(settings);
    }

    /** Bars that are over; the newest one is followed by one that forms. */
    public synchronized void add(double... more) {
        for (double close : more) {
            closes.add(close);
        }
        bars.accept(new LiveBars(instrument, Timeframe.M1, newest(Long.MAX_VALUE, 3)));
    }

    public synchronized void standing(ForecastBoard board) {
        forecasts = board;
    }

    synchronized double last() {
        return closes.getLast();
    }

    /** When the newest bar that is over opened. */
    synchronized long lastOpenNanos() {
        return (closes.size() - 1) * MINUTE;
    }

    public synchronized int size() {
        return closes.size();
    }

    private BarSeries newest(long beforeNanos, int limit) {
        int end = (int) Math.min(closes.size() + 1L, Math.ceilDiv(Math.min(beforeNanos, Long.MAX_VALUE / 2), MINUTE));
        int from = Math.max(0, end - limit);
        int n = end - from;
        long[] times = new long[n];
        double[] close = new double[n];
        for (int i = 0; i < n; i++) {
            times[i] = (from + i) * MINUTE;
            // The one that forms tells the wildest price: nobody may learn from it.
            close[i] = from + i < closes.size() ? closes.get(from + i) : 1e9;
        }
        return new BarSeries(times, close, close, close, close, new double[n], n);
    }

    @Override
    public synchronized CompletionStage<Answer> submit(CommandKey key, Command command) {
        switch (command) {
            case ChangeSetting(String name, String value) -> {
                settings.put(name, value);
                events.accept(new SettingChanged(1, closes.size() * MINUTE, name, value));
            }
            case TellForecastChange(ForecastChange change) -> told.add(change);
            case TellRegimeSwitch(RegimeSwitch change) -> switches.add(change);
            default -> throw new AssertionError(command);
        }
        return CompletableFuture.completedFuture(new Answer.Done(1, Optional.empty()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <R> CompletionStage<R> ask(Query<R> query) {
        Object answer = switch (query) {
            case Query.Instruments() ->
                List.of(new SpotPair(
                        instrument,
                        "Bitcoin",
                        Currency.BTC,
                        Currency.USDT,
                        TradingRules.of("0.01", "0.0001"),
                        FeeSchedule.FREE));
            case Query.Bars wanted -> newest(wanted.beforeNanos(), wanted.limit());
            case Query.Forecasts wanted -> Objects.requireNonNull(forecasts, "a test tells what stands");
            case Query.Settings() -> Map.copyOf(settings);
            default -> throw new AssertionError(query);
        };
        return CompletableFuture.completedFuture((R) answer);
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        throw new AssertionError(job);
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        switch (topic) {
            case Topic.Events wanted -> events = (Consumer<? super Event>) (Consumer<?>) listener;
            case Topic.Bars wanted -> bars = (Consumer<? super LiveBars>) (Consumer<?>) listener;
            default -> throw new AssertionError(topic);
        }
        return new Subscription() {
            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
