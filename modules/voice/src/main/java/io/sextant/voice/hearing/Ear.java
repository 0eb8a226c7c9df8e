package io.sextant.voice.hearing;

/** Takes sound as it comes. */
@FunctionalInterface
interface Ear {

    /** The first {@code count} of these samples, as {@link Speech} has them. */
    void hear(short[] samples, int count);
}
