package io.sextant.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemSchedulerTest {

    private static final long NANOS_PER_MILLI = 1_000_000;

    @Test
    void goesOnAfterATaskThatThrew() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        try (SystemScheduler scheduler = new SystemScheduler("test-timer")) {
            scheduler.every(NANOS_PER_MILLI, () -> {
                runs.countDown();
                throw new IllegalStateException("on purpose, to see the task run again");
            });
            assertThat(runs.await(120, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void runsNothingThatWasTakenBack() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        CountDownLatch takenBack = new CountDownLatch(1);
        try (SystemScheduler scheduler = new SystemScheduler("test-timer")) {
            Scheduler.Cancellable handle = scheduler.after(50 * NANOS_PER_MILLI, takenBack::countDown);
            handle.close();
            handle.close();
            scheduler.after(100 * NANOS_PER_MILLI, later::countDown);
            assertThat(later.await(120, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(takenBack.getCount()).isEqualTo(1);
    }
}
