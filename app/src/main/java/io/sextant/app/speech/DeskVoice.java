package io.sextant.app.speech;

import io.sextant.voice.language.Language;
import io.sextant.voice.speaking.Speaker;
import io.sextant.voice.speaking.Speaker.Spoken;
import io.sextant.voice.speaking.Speaker.Urgency;
import io.sextant.voice.speaking.SpeakingVoice;
import io.sextant.voice.speaking.Voices;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Speaks for the assistant and for alerts in one queue, so that the two never talk at once; on a thread of its own. */
public final class DeskVoice implements AutoCloseable {

    private final Function<Language, Optional<SpeakingVoice>> voices;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-voice").daemon(true).factory());
    private final Speaker speaker = new Speaker(thread);

    public DeskVoice() {
        this(Voices::find);
    }

    DeskVoice(Function<Language, Optional<SpeakingVoice>> voices) {
        this.voices = voices;
    }

    /** Empty where this machine has no voice in that language; otherwise what becomes of the sentence. */
    public Optional<CompletionStage<Spoken>> say(Language language, String sentence, Urgency urgency) {
        return voices.apply(language).map(voice -> speaker.say(voice, sentence, urgency));
    }

    /** Ends what is spoken, whatever it is, and forgets what waits. */
    public void hush() {
        speaker.hush();
    }

    /** Ends and forgets answers; alerts go on. */
    public void hushAnswers() {
        speaker.hushAnswers();
    }

    @Override
    public void close() {
        speaker.hush();
        thread.shutdown();
    }
}
