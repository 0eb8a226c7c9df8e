package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.protocol.Role;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where facts begin that are wanted from now on, and what is not told at all. */
class FactsFromNowTest {

    private final ScriptedEngine engine = new ScriptedEngine();
    private final ByHand time = new ByHand();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private MemoryLines lines;
    private RemoteEngine remote;

    @BeforeEach
    void connect() {
        engine.knowsItself = true;
        happens("before");
        lines = new MemoryLines(engine, Role.TRADE).begun();
        remote = new RemoteEngine(lines, time, time);
        EngineServerTest.await(() -> remote.state() == LinkState.UP);
    }

    @AfterEach
    void close() {
        remote.close();
        lines.close();
    }

    @Test
    void whatHappensWhileTheLineIsCutIsHeardAfterwardsThoughNoFactCameBefore() {
        remote.subscribe(new Topic.Events(Topic.Events.FROM_NOW), heard::add);
        // The engine itself, and this one.
        EngineServerTest.await(() -> engine.listening() == 2);

        cut();
        happens("meanwhile");
        lineIsBack();
        EngineServerTest.await(() -> heard.size() == 1);
        happens("after");

        EngineServerTest.await(() -> heard.size() == 2);
        assertThat(heard).extracting(Event::position).containsExactly(2L, 3L);
    }

    @Test
    void whoAsksWhileTheLineIsDownHearsWhatHappensFromThenOn() {
        cut();
        remote.subscribe(new Topic.Events(Topic.Events.FROM_NOW), heard::add);
        happens("meanwhile");

        lineIsBack();

        EngineServerTest.await(() -> heard.size() == 1);
        assertThat(heard).extracting(Event::position).containsExactly(2L);
    }

    @Test
    void whatThereIsNotIsRefusedOnceAndNotAskedForAgain() {
        Subscription unknown = remote.subscribe(new Topic.Market(InstrumentId.of("NOPE")), state -> {});
        Subscription known = remote.subscribe(new Topic.Market(ScriptedEngine.INDEX.id()), state -> {});

        EngineServerTest.await(() -> !unknown.isOpen() && engine.listening() == 2);
        cut();
        lineIsBack();
        EngineServerTest.await(() -> engine.listening() == 2);
        assertThat(known.isOpen()).isTrue();
        assertThat(engine.asked).doesNotContain(new Topic.Market(InstrumentId.of("NOPE")));
    }

    @Test
    void addressesOfChannelsAndSourcesAreNotToldToWhoDoesNotKeepTheDesk() {
        remote.subscribe(new Topic.Events(Topic.Events.FROM_NOW), heard::add);
        EngineServerTest.await(() -> engine.listening() == 2);

        set("alert.channel.chat", "https://chat.example/secret");
        set("source.news.mine", "https://news.example/?key=secret");
        happens("else");

        EngineServerTest.await(() -> !heard.isEmpty());
        assertThat(heard).extracting(Event::position).containsExactly(4L);
    }

    private void cut() {
        lines.isDown = true;
        lines.cut();
        EngineServerTest.await(() -> remote.state() == LinkState.DOWN);
    }

    private void lineIsBack() {
        lines.isDown = false;
        EngineServerTest.await(() -> {
            time.pass(TimeUnit.SECONDS.toNanos(1));
            return remote.state() == LinkState.UP;
        });
    }

    private int keys;

    private void happens(String what) {
        set(what, "1");
    }

    private void set(String key, String value) {
        engine.submit(new CommandKey("engine-" + keys++), new ChangeSetting(key, value));
    }
}
