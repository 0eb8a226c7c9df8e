package io.sextant.ui.testing;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The line to the fake engine: all that came over it, and how it fails when a test wants it to. */
final class FakeLine {

    private final List<Command> submitted = new ArrayList<>();
    private final List<Query<?>> asked = new ArrayList<>();
    private Optional<Refusal> nextRefusal = Optional.empty();
    private Optional<RuntimeException> broken = Optional.empty();
    private Optional<Class<?>> unanswered = Optional.empty();

    List<Command> submitted() {
        return List.copyOf(submitted);
    }

    long asked(Class<?> question) {
        return asked.stream().filter(question::isInstance).count();
    }

    <Q extends Query<?>> Q lastAsked(Class<Q> question) {
        return asked.stream()
                .filter(question::isInstance)
                .map(question::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    void refuseNext(Refusal refusal) {
        nextRefusal = Optional.of(refusal);
    }

    void leaveUnanswered(Class<?> question) {
        unanswered = Optional.of(question);
    }

    void cut(String reason) {
        broken = Optional.of(new IllegalStateException(reason));
    }

    void mend() {
        broken = Optional.empty();
    }

    void checkWhole() {
        broken.ifPresent(failure -> {
            throw failure;
        });
    }

    /** What becomes of a command before the engine hears of it; empty where it does. */
    Optional<CompletionStage<Answer>> before(Command command) {
        if (broken.isPresent()) {
            return Optional.of(CompletableFuture.failedFuture(broken.get()));
        }
        submitted.add(command);
        if (command instanceof ChangeSetting || nextRefusal.isEmpty()) {
            return Optional.empty();
        }
        Answer refused = new Answer.Refused(nextRefusal.get());
        nextRefusal = Optional.empty();
        return Optional.of(CompletableFuture.completedFuture(refused));
    }

    /** The same of a question. */
    <R> Optional<CompletionStage<R>> before(Query<R> query) {
        asked.add(query);
        if (broken.isPresent()) {
            return Optional.of(CompletableFuture.failedFuture(broken.get()));
        }
        return unanswered.filter(kind -> kind.isInstance(query)).map(kind -> new CompletableFuture<>());
    }
}
