package io.sextant.remote.server;

import static io.sextant.remote.server.EngineServerTest.await;
import static io.sextant.remote.server.EngineServerTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.protocol.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that is cut, silent, late and narrow between a real client and a real server. */
class BadLinesTest {

    @TempDir
    private Path folder;

    private Served served;
    private CutProxy proxy;
    private RemoteEngine remote;
    private final List<LinkState> states = new CopyOnWriteArrayList<>();
    private final List<Event> facts = new CopyOnWriteArrayList<>();

    @BeforeEach
    void connect() throws Exception {
        served = new Served(folder);
        proxy = new CutProxy(served.server.port());
        remote = served.connectAt(proxy.port(), served.certified("ada", Role.ADMIN));
        remote.watch(states::add);
        remote.subscribe(new Topic.Events(0), facts::add);
        await(() -> remote.state() == LinkState.UP);
    }

    @AfterEach
    void close() throws Exception {
        served.close();
        proxy.close();
    }

    @Test
    void cutsInTheMiddleOfFactsLeaveNeitherGapNorDouble() throws Exception {
        int cuts = Integer.getInteger("sextant.remote.cuts", 3);
        long told = 0;
        for (int i = 0; i < cuts; i++) {
            for (int j = 0; j < 200; j++) {
                served.engine.submit(new CommandKey("here-" + i + "-" + j), new ChangeSetting("k" + j, "" + i));
                told++;
                if (j == 100) {
                    proxy.cut();
                }
            }
            long due = told;
            await(() -> facts.size() == due && remote.state() == LinkState.UP);
        }
        assertThat(facts)
                .extracting(Event::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, told).boxed().toList());
        await(() -> states.contains(LinkState.DOWN));
    }

    @Test
    void aCommandOnItsWayThroughACutIsDoneOnceOrNotAtAllAndToldSo() throws Exception {
        List<CompletionStage<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            answers.add(remote.submit(new CommandKey("far-" + i), new ChangeSetting("k" + i, "1")));
            if (i == 150) {
                proxy.cut();
            }
        }
        int done = 0;
        for (CompletionStage<Answer> answer : answers) {
            switch (get(answer)) {
                case Answer.Done _ -> done++;
                case Answer.Refused(var refusal) ->
                    assertThat(refusal.code()).isIn(RefusalCode.LINK_DOWN, RefusalCode.LINK_LOST);
            }
        }
        await(() -> remote.state() == LinkState.UP);
        assertThat(served.engine.done).isEqualTo(done).isLessThan(300);
        assertThat(get(remote.ask(new Query.Settings()))).hasSize(done);
    }

    @Test
    void aSilentLineIsStaleWithinTwoSecondsAndWhatIsTypedThenIsRefused() throws Exception {
        long held = System.nanoTime();
        proxy.holds = true;
        await(() -> remote.state() == LinkState.STALE);
        // The rule's two seconds and as much again for a machine that has other things to do.
        assertThat(System.nanoTime() - held).isLessThan(TimeUnit.SECONDS.toNanos(4));

        assertThat(get(remote.submit(new CommandKey("typed"), new ChangeSetting("a", "1"))))
                .isInstanceOf(Answer.Refused.class);

        proxy.holds = false;
        await(() -> remote.state() == LinkState.UP);
        assertThat(served.engine.done).as("nothing was kept for later").isZero();
        assertThat(get(remote.submit(new CommandKey("again"), new ChangeSetting("a", "1"))))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void aLineThatStaysSilentIsGivenUpAndTheNextOneTaken() {
        proxy.holds = true;
        await(() -> remote.state() == LinkState.DOWN);
        assertThat(remote.whyDown()).contains("silent");
        proxy.cut();
        proxy.holds = false;
        await(() -> remote.state() == LinkState.UP);
    }

    @Test
    void aServerThatCannotBeReachedIsTriedAgainAndSaidWhy() {
        proxy.isDown = true;
        proxy.cut();
        await(() -> remote.state() == LinkState.DOWN);
        await(() -> remote.whyDown().contains("127.0.0.1:" + proxy.port()));
        proxy.isDown = false;
        await(() -> remote.state() == LinkState.UP);
    }

    @Test
    void aLateAndNarrowLineBringsAllTheSame() throws Exception {
        proxy.delayMillis = 20;
        proxy.bytesASecond = 60_000;
        for (int i = 0; i < 100; i++) {
            served.engine.submit(new CommandKey("here-" + i), new ChangeSetting("k" + i, "v"));
        }
        assertThat(get(remote.submit(new CommandKey("far"), new ChangeSetting("far", "v"))))
                .isInstanceOf(Answer.Done.class);
        await(() -> facts.size() == 101);
        assertThat(facts).extracting(Event::position).isSorted().doesNotHaveDuplicates();
    }
}
