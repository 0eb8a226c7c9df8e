package io.sextant.remote.server;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The newest commands of all clients and what becomes of them, for who lost the line before the answer came. */
final class KnownKeys {

    private static final int KEPT = 10_000;

    private final Map<CommandKey, CompletionStage<Answer>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandKey, CompletionStage<Answer>> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void remember(CommandKey key, CompletionStage<Answer> answer) {
        answers.put(key, answer);
    }

    synchronized Optional<CompletionStage<Answer>> find(CommandKey key) {
        return Optional.ofNullable(answers.get(key));
    }
}
