package io.sextant.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShortTurnsTest {

    private static <T> T onAThreadOfItsOwn(Callable<T> work) throws Exception {
        FutureTask<T> asked = new FutureTask<>(work);
        Thread.ofPlatform().start(asked);
        return asked.get(120, TimeUnit.SECONDS);
    }

    @Test
    void aThreadThatAsksHasShortTurnsAndOthersKeepTheirs() throws Exception {
        long before = ShortTurns.turnNanos();
        assumeTrue(before > 0, "this system does not say how long turns are");

        long after = onAThreadOfItsOwn(() -> {
            ShortTurns.askForThisThread();
            return ShortTurns.turnNanos();
        });

        assertThat(after).isEqualTo(ShortTurns.TURN_NANOS).isLessThan(before);
        assertThat(ShortTurns.turnNanos()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void askingChangesNoPriority() throws Exception {
        int[] niceness = onAThreadOfItsOwn(() -> {
            int before = BackgroundThreadsTest.niceness();
            ShortTurns.askForThisThread();
            return new int[] {before, BackgroundThreadsTest.niceness()};
        });
        assertThat(niceness[1]).isEqualTo(niceness[0]);
    }
}
