package io.sextant.voice.hearing;

/** The one way in which sound goes to a recogniser: signed 16-bit samples of one channel, 16,000 a second. */
public final class Speech {

    public static final int SAMPLES_A_SECOND = 16_000;

    private Speech() {}
}
