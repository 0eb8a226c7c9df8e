package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.remote.identity.Principal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The newest commands of each user and what becomes of them, for who lost the line before the answer came. Who is told that a command never
 * came can rely on it: should it come after all, over the old line whose bytes were still on their way, it is refused. A user's keys are his own: to the
 * engine goes a key that nobody else's words can make.
 */
final class CommandKeys {

    private static final System.Logger LOG = System.getLogger(CommandKeys.class.getName());
    private static final int KEPT_A_USER = 10_000;
    private static final int KEY_DIGITS = 48;
    private static final Answer NEVER = new Answer.Refused(Refusal.of(RefusalCode.LINK_LOST));

    private final EngineClient engine;
    private final WindowSettings windows = new WindowSettings();
    private final Map<String, Map<CommandKey, CompletionStage<Answer>>> byUser = new HashMap<>();

    CommandKeys(EngineClient engine) {
        this.engine = engine;
    }

    /** Learns what windows have written before this server was started. */
    void begin() {
        engine.ask(new Query.Settings()).thenAccept(windows::know).exceptionally(failure -> {
            LOG.log(System.Logger.Level.DEBUG, "the settings of windows could not be counted", failure);
            return null;
        });
    }

    synchronized CompletionStage<Answer> submit(Principal who, CommandKey key, Command command) {
        Map<CommandKey, CompletionStage<Answer>> answers = of(who);
        CompletionStage<Answer> known = answers.get(key);
        if (known != null) {
            return known;
        }
        CompletionStage<Answer> answer = windows.refusal(command)
                .<CompletionStage<Answer>>map(why -> CompletableFuture.completedStage(
                        new Answer.Refused(Refusal.of(RefusalCode.INVALID_SETTING, why, WindowSettings.PREFIX))))
                .orElseGet(() -> engine.submit(ownKey(who, key), command));
        answers.put(key, answer);
        return answer;
    }

    /** Empty when it never came and, from now on, never will. */
    synchronized CompletionStage<Optional<Answer>> whatBecameOf(Principal who, CommandKey key) {
        Map<CommandKey, CompletionStage<Answer>> answers = of(who);
        CompletionStage<Answer> known = answers.get(key);
        if (known == null) {
            // Before this server was started it may have come to the engine all the same.
            known = engine.ask(new Query.AnswerTo(ownKey(who, key))).thenApply(found -> found.orElse(NEVER));
            answers.put(key, known);
            known.whenComplete((answer, failure) -> {
                if (failure != null) {
                    forget(who, key);
                }
            });
        }
        return known.thenApply(answer -> answer == NEVER ? Optional.empty() : Optional.of(answer));
    }

    private synchronized void forget(Principal who, CommandKey key) {
        of(who).remove(key);
    }

    private Map<CommandKey, CompletionStage<Answer>> of(Principal who) {
        return byUser.computeIfAbsent(who.name(), _ -> new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<CommandKey, CompletionStage<Answer>> eldest) {
                return size() > KEPT_A_USER;
            }
        });
    }

    static CommandKey ownKey(Principal who, CommandKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((who.name() + '\n' + key.value()).getBytes(StandardCharsets.UTF_8));
            return new CommandKey("far-" + HexFormat.of().formatHex(hash).substring(0, KEY_DIGITS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
