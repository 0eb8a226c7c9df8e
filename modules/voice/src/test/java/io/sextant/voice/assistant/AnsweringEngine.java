package io.sextant.voice.assistant;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** An engine that only answers, by what a test says. */
record AnsweringEngine(Function<Query<?>, Object> answers) implements EngineClient {

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> ask(Query<R> query) {
        return CompletableFuture.completedStage((R) answers.apply(query));
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        throw new AssertionError("nothing is sent by who only tells: " + command);
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        throw new AssertionError("nothing is begun by who only tells: " + job);
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        throw new AssertionError("nothing is listened to by who only tells: " + topic);
    }

    @Override
    public void close() {}
}
