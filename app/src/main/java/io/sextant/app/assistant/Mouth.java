package io.sextant.app.assistant;

import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.speaking.Speaker;
import io.sextant.voice.speaking.Speaker.Urgency;
import io.sextant.voice.speaking.Voices;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks answers where that is wished and there is a voice, on a thread of its own; what keeps it from speaking is told once. */
final class Mouth implements AutoCloseable {

    private final Consumer<VoiceException> troubles;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-assistant-voice").daemon(true).factory());
    private @Nullable Speaker speaker;
    private boolean told;

    Mouth(Consumer<VoiceException> troubles) {
        this.troubles = troubles;
    }

    synchronized void use(Language language, boolean spoken) {
        hush();
        told = false;
        speaker = spoken
                ? Voices.find(language)
                        .map(voice -> new Speaker(voice, thread, this::failed))
                        .orElse(null)
                : null;
    }

    synchronized void say(String sentence) {
        if (speaker != null) {
            speaker.say(sentence, Urgency.ANSWER);
        }
    }

    synchronized void hush() {
        if (speaker != null) {
            speaker.hush();
        }
    }

    private synchronized void failed(VoiceException trouble) {
        if (!told) {
            told = true;
            troubles.accept(trouble);
        }
    }

    @Override
    public synchronized void close() {
        hush();
        speaker = null;
        thread.shutdown();
    }
}
