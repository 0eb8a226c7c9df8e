package io.sextant.engine.loop;

import java.util.Arrays;

/** Counts durations in buckets an eighth of an octave wide (9% error at most), without allocating. */
final class LatencyMeter {

    private static final int STEPS_PER_OCTAVE = 8;
    private static final int BUCKETS = 64 * STEPS_PER_OCTAVE;

    private final int[] counts = new int[BUCKETS];
    private long total;
    private long worst;

    void record(long nanos) {
        long value = Math.max(1, nanos);
        counts[bucketOf(value)]++;
        total++;
        worst = Math.max(worst, value);
    }

    long median() {
        long seen = 0;
        for (int i = 0; i < BUCKETS && total > 0; i++) {
            seen += counts[i];
            if (2 * seen >= total) {
                return Math.min(worst, upperEdge(i));
            }
        }
        return 0;
    }

    long worst() {
        return worst;
    }

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
        worst = 0;
    }

    private static int bucketOf(long value) {
        int octave = 63 - Long.numberOfLeadingZeros(value);
        int step = octave < 3 ? 0 : (int) ((value >>> (octave - 3)) & (STEPS_PER_OCTAVE - 1));
        return octave * STEPS_PER_OCTAVE + step;
    }

    private static long upperEdge(int bucket) {
        int octave = bucket / STEPS_PER_OCTAVE;
        int step = bucket % STEPS_PER_OCTAVE;
        return octave < 3 ? 1L << octave : (1L << octave) + ((long) (step + 1) << (octave - 3)) - 1;
    }
}
