package io.sextant.remote.server;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.request.WatchlistState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine that keeps settings, tells of each, and does a command that comes twice once. */
final class ScriptedEngine implements EngineClient {

    static final Instrument INDEX =
            new Index(InstrumentId.of("SX10"), "Index", Currency.USD, TradingRules.of("0.01", "1"));

    private final List<Event> journal = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<CommandKey, CompletableFuture<Answer>> answers =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final List<Listening> listeners = new ArrayList<>();
    final CompletableFuture<Long> job = new CompletableFuture<>();
    final List<Command> taken = new CopyOnWriteArrayList<>();

    @Nullable OrderId nextOrder;

    /** Whether it tells its instruments and its newest facts. */
    boolean knowsItself;

    boolean holdsQuestions;
    private final List<CompletableFuture<?>> questions = new ArrayList<>();
    final List<Topic<?>> asked = new CopyOnWriteArrayList<>();

    boolean holdsAnswers;
    int done;

    private final class Listening implements Subscription {
        final Topic<?> topic;
        final Consumer<Object> listener;
        boolean open = true;

        @SuppressWarnings("unchecked")
        Listening(Topic<?> topic, Consumer<?> listener) {
            this.topic = topic;
            this.listener = (Consumer<Object>) listener;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            listeners.remove(this);
        }
    }

    @Override
    public synchronized CompletionStage<Answer> submit(CommandKey key, Command command) {
        CompletableFuture<Answer> known = answers.get(key);
        if (known != null) {
            return known;
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        answers.put(key, answer);
        taken.add(command);
        if (command instanceof ChangeSetting(String name, String value)) {
            done++;
            settings.put(name, value);
            tell(new SettingChanged(journal.size() + 1, 5, name, value));
        }
        if (!holdsAnswers) {
            answer.complete(new Answer.Done(
                    journal.size(), command instanceof PlaceOrder ? Optional.ofNullable(nextOrder) : Optional.empty()));
        }
        return answer;
    }

    synchronized void letAnswersGo() {
        answers.values().forEach(one -> one.complete(new Answer.Done(journal.size(), Optional.empty())));
    }

    synchronized void letQuestionsFail() {
        holdsQuestions = false;
        questions.forEach(one -> one.completeExceptionally(new IllegalStateException("nobody knows")));
    }

    private void tell(Event event) {
        journal.add(event);
        List.copyOf(listeners).stream()
                .filter(one -> one.topic instanceof Topic.Events)
                .forEach(one -> one.listener.accept(event));
    }

    synchronized void show(WatchlistState state) {
        List.copyOf(listeners).stream()
                .filter(one -> one.topic instanceof Topic.Watchlist)
                .forEach(one -> one.listener.accept(state));
    }

    synchronized int listening() {
        return listeners.size();
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <R> CompletionStage<R> ask(Query<R> query) {
        return switch (query) {
            case Query.Settings ignored -> (CompletionStage<R>) CompletableFuture.completedStage(Map.copyOf(settings));
            case Query.Instruments ignored
            when knowsItself -> (CompletionStage<R>) CompletableFuture.completedStage(List.of(INDEX));
            case Query.NewestEvents(int limit)
            when knowsItself ->
                (CompletionStage<R>) CompletableFuture.completedStage(
                        journal.reversed().stream().limit(limit).toList());
            case Query.AnswerTo(var key) -> {
                CompletableFuture<Answer> known = answers.get(key);
                yield (CompletionStage<R>)
                        (known == null
                                ? CompletableFuture.completedStage(Optional.empty())
                                : known.thenApply(Optional::of));
            }
            default -> {
                if (!holdsQuestions) {
                    yield CompletableFuture.failedStage(new IllegalStateException("nobody knows"));
                }
                CompletableFuture<R> open = new CompletableFuture<>();
                questions.add(open);
                yield open;
            }
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> RunningJob<R> start(Job<R> wanted) {
        return new RunningJob<>() {
            @Override
            public double progress() {
                return 0.25;
            }

            @Override
            public void cancel() {
                job.cancel(false);
            }

            @Override
            public CompletionStage<R> result() {
                return (CompletionStage<R>) job;
            }
        };
    }

    @Override
    public synchronized <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        Listening one = new Listening(topic, listener);
        listeners.add(one);
        asked.add(topic);
        if (topic instanceof Topic.Events(long after)) {
            journal.stream().filter(event -> event.position() > after).forEach(one.listener);
        }
        return one;
    }

    @Override
    public void close() {}
}
