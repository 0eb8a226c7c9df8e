package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The newest commands of all clients and what becomes of them, for who lost the line before the answer came. Who is told that a command never
 * came can rely on it: should it come after all, over the old line whose bytes were still on their way, it is refused.
 */
final class CommandKeys {

    private static final int KEPT = 10_000;

    private final EngineClient engine;
    private final Map<CommandKey, CompletionStage<Answer>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandKey, CompletionStage<Answer>> eldest) {
            return size() > KEPT;
        }
    };

    CommandKeys(EngineClient engine) {
        this.engine = engine;
    }

    synchronized CompletionStage<Answer> submit(CommandKey key, Command command) {
        CompletionStage<Answer> known = answers.get(key);
        if (known != null) {
            return known;
        }
        CompletionStage<Answer> answer = engine.submit(key, command);
        answers.put(key, answer);
        return answer;
    }

    /** Empty when it never came and, from now on, never will. */
    synchronized CompletionStage<Optional<Answer>> whatBecameOf(CommandKey key) {
        CompletionStage<Answer> known = answers.get(key);
        if (known != null) {
            return known.thenApply(Optional::of);
        }
        answers.put(key, CompletableFuture.completedStage(new Answer.Refused(Refusal.of(RefusalCode.LINK_LOST))));
        // Before this server was started it may have come to the engine all the same.
        return engine.ask(new Query.AnswerTo(key));
    }
}
