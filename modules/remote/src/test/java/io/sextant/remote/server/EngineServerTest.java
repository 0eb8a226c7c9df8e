package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.protocol.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client may, over a real socket. */
class EngineServerTest {

    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void serve() {
        served = new Served(folder);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void letsInWhoHasACertificateAndDoesWhatHisRoleMay() throws Exception {
        RemoteEngine remote = served.connect(served.certified("ada", Role.ADMIN));
        await(() -> remote.state() == LinkState.UP);

        assertThat(remote.welcome()).hasValueSatisfying(welcome -> {
            assertThat(welcome.user()).isEqualTo("ada");
            assertThat(welcome.role()).isEqualTo(Role.ADMIN);
        });
        assertThat(get(remote.submit(new CommandKey("one"), new ChangeSetting("a", "1"))))
                .isInstanceOf(Answer.Done.class);
        assertThat(get(remote.ask(new Query.Settings()))).containsEntry("a", "1");
        assertThat(served.audited)
                .anyMatch(line -> line.matches("ada at 127.0.0.1 came in as ADMIN"))
                .contains("ada did ChangeSetting");
    }

    @Test
    void letsInWhoHasAPasswordAndRefusesWhatHisRoleMayNot() throws Exception {
        RemoteEngine remote = served.connect(served.withPassword("bob", Role.VIEW));
        await(() -> remote.state() == LinkState.UP);

        assertThat(get(remote.ask(new Query.Settings()))).isEmpty();
        assertThatThrownBy(() -> get(remote.submit(new CommandKey("one"), new ChangeSetting("a", "1"))))
                .hasMessageContaining("bob has VIEW");
        assertThat(served.engine.done).isZero();
    }

    @Test
    void aNewServerAtTheSamePortIsFoundAgainAndFactsGoOnBehindTheLastOne() throws Exception {
        RemoteEngine remote = served.connect(served.withPassword("ada", Role.ADMIN));
        await(() -> remote.state() == LinkState.UP);
        List<Event> facts = new CopyOnWriteArrayList<>();
        remote.subscribe(new Topic.Events(0), facts::add);
        get(remote.submit(new CommandKey("one"), new ChangeSetting("a", "1")));
        await(() -> facts.size() == 1);

        served.restart();
        served.engine.submit(new CommandKey("meanwhile"), new ChangeSetting("b", "2"));

        await(() -> facts.size() == 2);
        assertThat(facts).extracting(Event::position).containsExactly(1L, 2L);
        await(() -> remote.state() == LinkState.UP);
        get(remote.submit(new CommandKey("three"), new ChangeSetting("c", "3")));
        await(() -> facts.size() == 3);
    }

    @Test
    void whatAClientListenedToEndsWithItsLine() throws Exception {
        RemoteEngine remote = served.connect(served.certified("ada", Role.VIEW));
        remote.subscribe(new Topic.Events(0), event -> {});
        await(() -> served.engine.listening() == 1);

        remote.close();

        await(() -> served.engine.listening() == 0 && served.server.lines() == 0);
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    static void await(BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
