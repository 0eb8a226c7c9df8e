package io.sextant.voice.hearing;

import io.sextant.voice.command.Utterance;

/** Listens for the same phrases, to one utterance after the other. One thread at a time. */
public interface Listening extends Ear, AutoCloseable {

    @Override
    void hear(short[] samples, int count);

    /** What it sounds like up to now; it may still change. */
    String sofar();

    /** What was said in all; what is heard afterwards begins another utterance. */
    Utterance finish();

    @Override
    void close();
}
