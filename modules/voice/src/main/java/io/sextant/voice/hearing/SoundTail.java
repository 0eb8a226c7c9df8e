package io.sextant.voice.hearing;

import java.util.Arrays;

/** The newest sound, in memory only and never longer than that; what is older is written over. */
final class SoundTail {

    private final short[] ring;
    private long taken;

    SoundTail(int samples) {
        ring = new short[samples];
    }

    void take(short[] samples, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (taken++ % ring.length)] = samples[i];
        }
    }

    /** The newest {@code count} samples, or as many as are kept. */
    short[] last(int count) {
        int kept = (int) Math.min(Math.min(count, ring.length), taken);
        short[] samples = new short[kept];
        for (int i = 0; i < kept; i++) {
            samples[i] = ring[(int) ((taken - kept + i) % ring.length)];
        }
        return samples;
    }

    void forget() {
        Arrays.fill(ring, (short) 0);
        taken = 0;
    }
}
