package io.sextant.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WordRingTest {

    private static boolean put(WordRing ring, long number) {
        if (!ring.hasRoom()) {
            return false;
        }
        ring.write(0, number, -number, 3 * number, 7);
        ring.write(4, number + 1, number + 2, number + 3, number + 4);
        ring.publish();
        return true;
    }

    private static boolean isWhole(WordRing ring, int report) {
        long number = ring.word(report, 0);
        return ring.word(report, 1) == -number
                && ring.word(report, 2) == 3 * number
                && ring.word(report, 3) == 7
                && ring.word(report, 4) == number + 1
                && ring.word(report, 7) == number + 4;
    }

    @Test
    void takesNoMoreThanFitsAndGoesOnOnceSomeWereRead() {
        WordRing ring = new WordRing(4, 8);
        for (int i = 0; i < 4; i++) {
            assertThat(put(ring, i)).isTrue();
        }
        assertThat(put(ring, 4)).isFalse();
        assertThat(ring.waiting()).isEqualTo(4);
        assertThat(ring.word(3, 0)).isEqualTo(3);
        ring.release(3);
        assertThat(put(ring, 9)).isTrue();
        assertThat(ring.waiting()).isEqualTo(2);
        assertThat(ring.word(0, 0)).isEqualTo(3);
        assertThat(ring.word(1, 0)).isEqualTo(9);
        assertThat(isWhole(ring, 1)).isTrue();
    }

    @Test
    void twoThreadsSeeEveryReportWholeAndInOrder() throws Exception {
        WordRing ring = new WordRing(1_024, 8);
        long reports = 2_000_000;
        AtomicLong wrong = new AtomicLong();
        AtomicLong seen = new AtomicLong();
        Thread reader = Thread.ofPlatform().start(() -> {
            long last = -1;
            while (last < reports - 1) {
                int waiting = ring.waiting();
                for (int i = 0; i < waiting; i++) {
                    long number = ring.word(i, 0);
                    if (!isWhole(ring, i) || number <= last) {
                        wrong.incrementAndGet();
                    }
                    last = number;
                    seen.incrementAndGet();
                }
                ring.release(waiting);
                Thread.onSpinWait();
            }
        });
        long lost = 0;
        for (long number = 0; number < reports; number++) {
            boolean taken = put(ring, number);
            while (!taken && number == reports - 1) {
                Thread.onSpinWait();
                taken = put(ring, number);
            }
            lost += taken ? 0 : 1;
        }
        reader.join();
        assertThat(wrong).hasValue(0);
        assertThat(seen.get() + lost).isEqualTo(reports);
    }
}
