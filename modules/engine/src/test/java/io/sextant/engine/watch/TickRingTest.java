package io.sextant.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TickRingTest {

    @Test
    void losesWhatDoesNotFitAndSaysSo() {
        TickRing ring = new TickRing(4);
        for (int i = 0; i < 6; i++) {
            ring.put(i, 0, 0, 0);
        }
        assertThat(ring.lost()).isEqualTo(2);
        assertThat(ring.waiting()).isEqualTo(4);
        assertThat(ring.head(3)).isEqualTo(3);
        ring.release(4);
        ring.put(9, 1, 2, 3);
        assertThat(ring.waiting()).isEqualTo(1);
        assertThat(ring.head(0)).isEqualTo(9);
        assertThat(ring.timeNanos(0)).isEqualTo(1);
        assertThat(ring.price(0)).isEqualTo(2);
        assertThat(ring.size(0)).isEqualTo(3);
    }

    @Test
    void twoThreadsSeeEveryReportWholeAndInOrder() throws Exception {
        TickRing ring = new TickRing(1_024);
        long reports = 2_000_000;
        AtomicLong wrong = new AtomicLong();
        AtomicLong seen = new AtomicLong();
        Thread reader = Thread.ofPlatform().start(() -> {
            long last = -1;
            while (last < reports - 1) {
                int waiting = ring.waiting();
                for (int i = 0; i < waiting; i++) {
                    long number = ring.head(i);
                    boolean whole = ring.timeNanos(i) == -number && ring.price(i) == 3 * number && ring.size(i) == 7;
                    if (!whole || number <= last) {
                        wrong.incrementAndGet();
                    }
                    last = number;
                    seen.incrementAndGet();
                }
                ring.release(waiting);
                Thread.onSpinWait();
            }
        });
        for (long number = 0; number < reports; number++) {
            long before = ring.lost();
            do {
                before = ring.lost();
                ring.put(number, -number, 3 * number, 7);
            } while (number == reports - 1 && ring.lost() > before);
        }
        reader.join();
        assertThat(wrong).hasValue(0);
        assertThat(seen.get() + ring.lost()).isGreaterThanOrEqualTo(reports);
    }
}
