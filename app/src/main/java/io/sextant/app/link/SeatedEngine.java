package io.sextant.app.link;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.remote.server.Permissions;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.SeatRole;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An engine elsewhere as it may be used from here: what the reader's role does not allow, and what would mean a file of the wrong machine, is
 * refused with a sentence before it is sent. The server refuses by itself; this only says it in the reader's language, and earlier.
 */
final class SeatedEngine implements EngineClient {

    private final EngineClient engine;
    private final Supplier<LinkStatus> status;

    SeatedEngine(EngineClient engine, Supplier<LinkStatus> status) {
        this.engine = engine;
        this.status = status;
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        return lacking(FarLink.roleOf(Permissions.needed(command)))
                .<CompletionStage<Answer>>map(refusal -> CompletableFuture.completedStage(new Answer.Refused(refusal)))
                .orElseGet(() -> engine.submit(key, command));
    }

    /** Only of the role: how the line is, the engine behind it knows better at this moment. */
    private Optional<Refusal> lacking(SeatRole needed) {
        LinkStatus now = status.get();
        return now.role().covers(needed) ? Optional.empty() : now.lackingRole(needed);
    }

    @Override
    public <R> CompletionStage<R> ask(Query<R> query) {
        return engine.ask(query);
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        return lacking(FarLink.roleOf(Permissions.needed(job)))
                .map(Refusal::sentence)
                .or(() -> filesElsewhere(job))
                .<RunningJob<R>>map(NotStarted::new)
                .orElseGet(() -> engine.start(job));
    }

    private Optional<String> filesElsewhere(Job<?> job) {
        return switch (job) {
            case Job.ImportFiles _, Job.ExportBars _, Job.ReadChain _ ->
                Optional.of("The engine at " + status.get().server()
                        + " reads and writes files of its own machine, not of this one.");
            default -> Optional.empty();
        };
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        return engine.subscribe(topic, listener);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** A job that was refused. */
    private record NotStarted<R>(String why) implements RunningJob<R> {

        @Override
        public double progress() {
            return 0;
        }

        @Override
        public void cancel() {}

        @Override
        public CompletionStage<R> result() {
            return CompletableFuture.failedStage(new IllegalStateException(why));
        }
    }
}
