package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;

/** Records whose whole content follows from their position, so that anybody can tell a right one. */
final class SampleRecords {

    static final int PAYLOAD_BYTES_MAX = 200;

    private SampleRecords() {}

    static JournalOptions options(int ringBytes, long segmentBytes) {
        return new JournalOptions(
                ringBytes, segmentBytes, Pause.PARK, new SeededRandom(7), JournalOptions.Cutting.ANY_DAMAGE);
    }

    static byte[] payload(long position) {
        SeededRandom random = new SeededRandom(position);
        byte[] payload = new byte[random.nextInt(PAYLOAD_BYTES_MAX + 1)];
        random.nextBytes(payload);
        return payload;
    }

    /** All kinds in turn, and then a run of market records, which share links. */
    static RecordKind kind(long position) {
        return position % 24 < 10
                ? RecordKind.of(1 + (int) (position % RecordKind.values().length))
                : RecordKind.MARKET;
    }

    static long sequence(long position) {
        return position * 3 - 1;
    }

    static void append(Journal journal, long count) {
        for (long i = 0; i < count; i++) {
            long position = journal.lastPosition() + 1;
            byte[] payload = payload(position);
            byte[] roomy = Arrays.copyOf(payload, payload.length + 5);
            assertThat(journal.append(kind(position), sequence(position), roomy, payload.length))
                    .isEqualTo(position);
        }
    }

    /** Reads all after a position, fails at the first record that is not what it must be, and returns how many there are. */
    static long readAndCheck(Journal journal, long afterPosition) {
        long[] last = {afterPosition};
        journal.read(afterPosition, (position, kind, sequence, payload, offset, length) -> {
            assertThat(position).isEqualTo(last[0] + 1);
            assertThat(kind).isEqualTo(kind(position));
            assertThat(sequence).isEqualTo(sequence(position));
            assertThat(Arrays.copyOfRange(payload, offset, offset + length)).isEqualTo(payload(position));
            last[0] = position;
        });
        return last[0] - afterPosition;
    }
}
