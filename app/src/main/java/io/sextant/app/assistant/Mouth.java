package io.sextant.app.assistant;

import io.sextant.app.speech.DeskVoice;
import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.speaking.Speaker.Urgency;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks answers where that is wished and there is a voice; what keeps it from speaking is told once. */
final class Mouth implements AutoCloseable {

    private final DeskVoice voice;
    private final Consumer<VoiceException> troubles;
    /** None where answers are only written. */
    private @Nullable Language language;

    private boolean told;

    Mouth(DeskVoice voice, Consumer<VoiceException> troubles) {
        this.voice = voice;
        this.troubles = troubles;
    }

    synchronized void use(Language spokenIn, boolean spoken) {
        voice.hushAnswers();
        told = false;
        language = spoken ? spokenIn : null;
    }

    synchronized void say(String sentence) {
        if (language != null) {
            voice.say(language, sentence, Urgency.ANSWER)
                    .ifPresent(said -> said.whenComplete((became, failure) -> {
                        if (failure instanceof VoiceException trouble) {
                            failed(trouble);
                        }
                    }));
        }
    }

    /** Also alerts that are spoken, whether answers are or not. */
    void hush() {
        voice.hush();
    }

    private synchronized void failed(VoiceException trouble) {
        if (!told) {
            told = true;
            troubles.accept(trouble);
        }
    }

    @Override
    public synchronized void close() {
        voice.hushAnswers();
        language = null;
    }
}
