package io.sextant.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundThreadsTest {

    private static final Path OWN_STATE = Path.of("/proc/thread-self/stat");

    /** The 19th field of proc(5); the second is a name in brackets, which may hold blanks. */
    static int niceness() throws Exception {
        String state = Files.readString(OWN_STATE);
        return Integer.parseInt(state.substring(state.lastIndexOf(')') + 2).split(" ")[16]);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theyGiveWayToAllOthersAndTheirChildrenDoToo() throws Exception {
        int before = niceness();
        FutureTask<int[]> asked = new FutureTask<>(() -> {
            FutureTask<Integer> child = new FutureTask<>(BackgroundThreadsTest::niceness);
            Thread.ofPlatform().start(child);
            return new int[] {niceness(), child.get(120, TimeUnit.SECONDS)};
        });
        BackgroundThreads.named("quiet-").newThread(asked).start();

        int quiet = Math.max(before, BackgroundThreads.NICENESS);
        assertThat(asked.get(120, TimeUnit.SECONDS)).containsExactly(quiet, quiet);
        assertThat(niceness()).as("this thread stays as it is").isEqualTo(before);
    }

    @Test
    void theyAreDaemonsWithNumberedNames() throws Exception {
        Thread second = null;
        var factory = BackgroundThreads.named("quiet-");
        for (int i = 0; i < 2; i++) {
            second = factory.newThread(() -> {});
        }
        assertThat(second).isNotNull();
        assertThat(second.isDaemon()).isTrue();
        assertThat(second.getName()).isEqualTo("quiet-1");
    }
}
