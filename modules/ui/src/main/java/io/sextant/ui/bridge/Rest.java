package io.sextant.ui.bridge;

/**
 * Whether anybody works at the window. To draw a moving market ten times a second takes a sixth of a core where there is no graphics card,
 * all day, also where nobody looks; so some time after the last touch pictures are drawn twice a second, which still reads as live.
 */
final class Rest {

    static final long BEAT_NANOS = 250_000_000L;

    static final int BEATS_AWAKE = 40;
    static final int BEATS_OF_A_PICTURE = 2;

    private int beatsUntouched;
    private boolean allowed = true;

    /** Read by the threads that deliver pictures. */
    private volatile boolean resting;

    boolean isResting() {
        return resting;
    }

    void allow(boolean rests) {
        allowed = rests;
    }

    void touch() {
        beatsUntouched = 0;
        resting = false;
    }

    /** Time has passed; true when a picture that waits is due. */
    boolean beat() {
        beatsUntouched = beatsUntouched == Integer.MAX_VALUE ? BEATS_AWAKE : beatsUntouched + 1;
        resting = allowed && beatsUntouched >= BEATS_AWAKE;
        return !resting || (beatsUntouched - BEATS_AWAKE) % BEATS_OF_A_PICTURE == 0;
    }
}
