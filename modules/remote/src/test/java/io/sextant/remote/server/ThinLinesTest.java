package io.sextant.remote.server;

import static io.sextant.remote.server.EngineServerTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.client.SecureLines;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand facts a second over a line that is late, narrow, silent and cut. That silence shows within two seconds, {@link BadLinesTest} sees to. */
class ThinLinesTest {

    private static final int A_SECOND = 10_000;
    private static final double SECONDS = Integer.getInteger("sextant.thin.seconds", 1);
    private static final int ROUNDS = Integer.getInteger("sextant.thin.rounds", 1);

    @TempDir
    private Path folder;

    @Test
    void everyFactComesOnceAndInOrderAndTheStateIsTheNewestWhateverTheLineDoes() throws Exception {
        CrowdEar ear = new CrowdEar(3);
        SystemClock clock = new SystemClock();
        try (SystemScheduler scheduler = new SystemScheduler("thin");
                CrowdEngine engine = new CrowdEngine();
                EngineServer server = CrowdRun.serve(engine, folder, clock, scheduler);
                CutProxy proxy = new CutProxy(server.port());
                SecureLines lines = CrowdRun.lines(folder, proxy.port());
                RemoteEngine remote = new RemoteEngine(lines, clock, scheduler)) {
            await(() -> remote.state() == LinkState.UP);
            remote.subscribe(new Topic.Events(0), ear::fact);
            remote.subscribe(new Topic.Market(CrowdEngine.instrument(3)), ear::state);
            for (int round = 0; round < ROUNDS; round++) {
                Thread market = Thread.ofPlatform().start(() -> engine.publish(A_SECOND, SECONDS));
                long before = ear.facts();
                await(() -> ear.facts() > before + 1_000);
                proxy.delayMillis = 2;
                proxy.bytesASecond = 2_000_000;
                await(() -> ear.facts() > before + 2_000);
                proxy.cut();
                await(() -> ear.facts() > before + 3_000);
                proxy.delayMillis = 0;
                proxy.bytesASecond = 0;
                proxy.holds = true;
                // Stale, or still down from the cut, whose last facts were on their way.
                await(() -> remote.state() != LinkState.UP);
                proxy.holds = false;
                await(() -> remote.state() == LinkState.UP);
                market.join();
                await(() -> ear.hasAll(engine.newest()));
            }
            assertThat(ear.facts()).isEqualTo(engine.newest());
            assertThat(ear.gaps()).isZero();
            assertThat(ear.doubled()).isZero();
        }
    }
}
