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

/**
 * kill -9 at random moments: no acknowledged order is lost and none is doubled. Each life looks at what the ones before promised.
 * Every second one is let live until it has promised something, however slow the machine is.
 */
@Tag("crash")
class KillTest {

    private static final int KILLS = Integer.getInteger("sextant.kills", 50);
    private static final int LONGEST_LIFE_MILLIS = 300;

    /** Engines killed side by side, each with a folder of its own. */
    private static final int LANES = 2;

    /** A whole desk takes longer to start than an engine, so it is killed less often. */
    private static final int ENGINE_KILLS_A_DESK_KILL = 15;

    /** Lives on one folder; each reads what all before it wrote, so that longer lines would only read. */
    private static final int LIVES_A_FOLDER = 12;

    @TempDir
    Path folder;

    private LifeImage image = LifeImage.plain();

    @Test
    @Tag("scaled")
    void anEngineLosesNoAcknowledgedOrderAndDoublesNone() throws Exception {
        learn("engine");
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane;
                running.add(lanes.submit(() -> killAll("engine", number, (KILLS + LANES - 1) / LANES)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    @Test
    @Tag("scaled")
    void aDeskWithItsTablesLosesNoAcknowledgedOrderAndDoublesNone() throws Exception {
        learn("desk");
        killAll("desk", LANES, Math.max(2, KILLS / ENGINE_KILLS_A_DESK_KILL));
    }

    private void learn(String kind) throws Exception {
        Path nothing = Files.createFile(folder.resolve("nothing.txt"));
        int lives = kind.equals("engine") ? KILLS : KILLS / ENGINE_KILLS_A_DESK_KILL;
        image = LifeImage.of(
                lives,
                folder,
                TradingChild.class,
                List.of(kind, folder.resolve("first").toString(), nothing.toString(), "0"));
    }

    private @Nullable Void killAll(String kind, int lane, int kills) throws Exception {
        SeededRandom random = SeededRandom.stream(20_261_120, lane);
        int acknowledged = 0;
        for (int done = 0; done < kills; done += LIVES_A_FOLDER) {
            acknowledged += kill(kind, kind + lane + "-" + done, Math.min(LIVES_A_FOLDER, kills - done), random);
        }
        assertThat(acknowledged).as("orders acknowledged over all lives").isGreaterThan(kills / 2);
        return null;
    }

    /** Answers how many orders the lives on one folder were told to be safe. */
    private int kill(String kind, String name, int kills, SeededRandom random) throws Exception {
        Path data = folder.resolve(name);
        Path promises = folder.resolve(name + "-promises.txt");
        Files.createFile(promises);
        int acknowledged = 0;
        for (int life = 0; life <= kills; life++) {
            Life one = Life.begin(
                    image,
                    TradingChild.class,
                    List.of(kind, data.toString(), promises.toString(), Integer.toString(life)));
            assertThat(one.awaitReady())
                    .as("life %d came up:%n%s", life, one.transcript())
                    .isTrue();
            if (life % 2 == 0) {
                assertThat(one.awaitAcknowledgement())
                        .as("life %d trades", life)
                        .isTrue();
            }
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
        return acknowledged;
    }
}
