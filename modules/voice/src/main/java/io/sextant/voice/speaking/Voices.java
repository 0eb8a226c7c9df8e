package io.sextant.voice.speaking;

import io.sextant.voice.language.Language;
import java.util.Optional;

/** Which voice there is on this machine. */
public final class Voices {

    private Voices() {}

    /** FreeTTS for English; for French, which it does not know, the system's own, if there is one. Empty: answers are written only. */
    public static Optional<SpeakingVoice> find(Language language) {
        return switch (language) {
            case ENGLISH -> Optional.of(new FreeTtsVoice());
            case FRENCH -> SystemVoice.find(language).map(each -> each);
        };
    }
}
