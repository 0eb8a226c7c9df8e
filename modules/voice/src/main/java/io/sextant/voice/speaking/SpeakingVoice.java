package io.sextant.voice.speaking;

/** Speaks one sentence at a time. */
@FunctionalInterface
public interface SpeakingVoice {

    /** Returns when the sentence was spoken or hushed; throws {@link io.sextant.voice.problem.VoiceException} where it cannot be. */
    void speak(String sentence, Hush hush);
}
