package io.sextant.app.briefing;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A desk that knows nothing but its settings. */
public final class SettingsDesk implements EngineClient {

    private final Map<String, String> settings = new HashMap<>();

    /** Without asking. */
    void put(String key, String value) {
        settings.put(key, value);
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        if (command instanceof ChangeSetting(String name, String value)) {
            settings.put(name, value);
        }
        return CompletableFuture.completedFuture(new Answer.Done(1, Optional.empty()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> ask(Query<R> query) {
        return CompletableFuture.completedFuture((R) Map.copyOf(settings));
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
