package io.sextant.app.desktop;

import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The engine of a desk as a window has it: whoever closes it closes the desk, with what looks at its engine before the engine. */
record WholeDesk(DeskSession session) implements EngineClient {

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        return session.client().submit(key, command);
    }

    @Override
    public <R> CompletionStage<R> ask(Query<R> query) {
        return session.client().ask(query);
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        return session.client().start(job);
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        return session.client().subscribe(topic, listener);
    }

    /** Nothing slow runs on the window's thread: the program waits for it before it ends, and so does the next desk. */
    @Override
    public void close() {
        if (Platform.isFxApplicationThread()) {
            Thread.ofPlatform().name("engine-stop").start(session::close);
        } else {
            session.close();
        }
    }
}
