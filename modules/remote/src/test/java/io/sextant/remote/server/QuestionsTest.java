package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.request.Query;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Principal ADA = new Principal("ada", Role.TRADE);
    private static final Principal BOB = new Principal("bob", Role.ADMIN);
    private static final Query.WhatIf HEAVY = new Query.WhatIf(0.95, List.of(), 1_000);

    private final ScriptedEngine engine = new ScriptedEngine();
    private final Questions questions = new Questions(engine);

    @Test
    void oneUserHasOnlySoManyQuestionsOpenThatTakeLong() {
        engine.holdsQuestions = true;
        List<CompletionStage<?>> open = new ArrayList<>();
        for (int i = 0; i < Questions.MOST_HEAVY; i++) {
            open.add(questions.ask(ADA, HEAVY));
        }

        assertThat(why(questions.ask(ADA, HEAVY))).isInstanceOf(TooMuchException.class);
        assertThat(questions.ask(BOB, HEAVY).toCompletableFuture()).isNotDone();
        assertThat(open).noneMatch(one -> one.toCompletableFuture().isDone());

        engine.letQuestionsFail();
        assertThat(why(questions.ask(ADA, HEAVY))).isNotInstanceOf(TooMuchException.class);
    }

    @Test
    void settingsThatMayHoldKeysAreForWhoKeepsTheDesk() {
        engine.knowsItself = true;
        set("alert.channel.chat", "https://chat.example/secret");
        set("source.macro.fred", "secret");
        set("ui.panel", "open");

        assertThat(answer(ADA, new Query.Settings())).isEqualTo(Map.of("ui.panel", "open"));
        assertThat(answer(BOB, new Query.Settings())).hasSize(3);
        assertThat(answer(ADA, new Query.NewestEvents(9)))
                .extracting(Event::position)
                .containsExactly(3L);
        assertThat(answer(BOB, new Query.NewestEvents(9))).hasSize(3);
    }

    @Test
    void windowsTogetherRememberOnlySoManyThings() {
        WindowSettings windows = new WindowSettings();
        windows.know(Map.of("ui.old", "1", "gate.limit", "2"));
        for (int i = 1; i < WindowSettings.MOST; i++) {
            assertThat(windows.refusal(new ChangeSetting("ui." + i, "x"))).isEmpty();
        }

        assertThat(windows.refusal(new ChangeSetting("ui.more", "x"))).isPresent();
        assertThat(windows.refusal(new ChangeSetting("ui.7", "another"))).isEmpty();
        assertThat(windows.refusal(new ChangeSetting("ui.old", "another"))).isEmpty();
        assertThat(windows.refusal(new ChangeSetting("gate.other", "x"))).isEmpty();
    }

    @Test
    void whatWindowsRememberIsOnlySoLongAllTogetherAndMayAlwaysBecomeShorter() {
        WindowSettings windows = new WindowSettings();
        String half = "x".repeat((int) (WindowSettings.MOST_CHARACTERS / 2));
        assertThat(windows.refusal(new ChangeSetting("ui.a", half))).isEmpty();
        assertThat(windows.refusal(new ChangeSetting("ui.b", half))).isEmpty();

        assertThat(windows.refusal(new ChangeSetting("ui.c", "x"))).isPresent();
        assertThat(windows.refusal(new ChangeSetting("ui.a", "x"))).isEmpty();
        assertThat(windows.refusal(new ChangeSetting("ui.c", "x"))).isEmpty();
    }

    private <R> R answer(Principal who, Query<R> query) {
        return questions.ask(who, query).toCompletableFuture().join();
    }

    private static Throwable why(CompletionStage<?> failed) {
        CompletableFuture<?> future = failed.toCompletableFuture();
        assertThat(future).isCompletedExceptionally();
        Throwable[] why = new Throwable[1];
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(future::join)
                .satisfies(thrown -> why[0] = thrown.getCause());
        return why[0];
    }

    private int keys;

    private void set(String key, String value) {
        engine.submit(new CommandKey("engine-" + keys++), new ChangeSetting(key, value));
    }
}
