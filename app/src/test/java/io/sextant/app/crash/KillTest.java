package io.sextant.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments: no acknowledged order is lost and none is doubled. Each life looks at what the ones before promised. */
class KillTest {

    private static final int KILLS = Integer.getInteger("sextant.kills", 50);
    private static final int LONGEST_LIFE_MILLIS = 300;

    /** Engines killed side by side, each with a folder of its own. */
    private static final int LANES = 2;

    /** A whole desk takes longer to start than an engine, so it is killed less often. */
    private static final int ENGINE_KILLS_A_DESK_KILL = 15;

    @TempDir
    Path folder;

    @Test
    @Tag("scaled")
    void anEngineLosesNoAcknowledgedOrderAndDoublesNone() throws Exception {
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane;
                running.add(lanes.submit(() -> kill("engine", number, (KILLS + LANES - 1) / LANES)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    @Test
    @Tag("scaled")
    void aDeskWithItsTablesLosesNoAcknowledgedOrderAndDoublesNone() throws Exception {
        kill("desk", 0, Math.max(2, KILLS / ENGINE_KILLS_A_DESK_KILL));
    }

    private @Nullable Void kill(String kind, int lane, int kills) throws Exception {
        SeededRandom random = SeededRandom.stream(20_261_120, lane);
        Path data = folder.resolve(kind + lane);
        Path promises = folder.resolve(kind + lane + "-promises.txt");
        Files.createFile(promises);
        int acknowledged = 0;
        for (int life = 0; life <= kills; life++) {
            Life one = Life.begin(
                    TradingChild.class, List.of(kind, data.toString(), promises.toString(), Integer.toString(life)));
            assertThat(one.awaitReady())
                    .as("life %d came up:%n%s", life, one.transcript())
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            one.kill();

            assertThat(one.lines())
                    .as("life %d", life)
                    .noneMatch(line -> line.startsWith("LOST") || line.startsWith("DOUBLED"));
            List<String> promised = one.lines().stream()
                    .filter(line -> line.matches("ACK \\S+ \\d+|SENT \\S+"))
                    .toList();
            Files.write(promises, promised, StandardOpenOption.APPEND);
            acknowledged += (int)
                    promised.stream().filter(line -> line.startsWith("ACK")).count();
        }
        assertThat(acknowledged).as("orders acknowledged over all lives").isGreaterThan(kills);
        return null;
    }
}
