package io.sextant.domain.request;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The one door to an engine. Window, voice, command line and a remote desk all use these four verbs and cannot tell a local
 * engine from a remote one. Answers and deliveries come on threads of the engine's choosing, one at a time a subscription,
 * never on the engine's own loop.
 */
public interface EngineClient extends AutoCloseable {

    /** Asks for something to be done. The answer comes after it is safe in the journal. */
    CompletionStage<Answer> submit(CommandKey key, Command command);

    /** Asks for something quick to know. */
    <R> CompletionStage<R> ask(Query<R> query);

    /** Starts long work. */
    <R> RunningJob<R> start(Job<R> job);

    /**
     * Listens to a topic until the subscription is closed. State is conflated: a slow listener gets the latest, not all.
     * Events are never dropped: a listener that falls a whole queue behind is ended and can subscribe again from the last
     * position it saw.
     */
    <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener);

    @Override
    void close();
}
