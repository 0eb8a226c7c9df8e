package io.sextant.app.assistant;

import io.sextant.domain.time.Clock;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.hearing.Listening;
import io.sextant.voice.hearing.PushToTalk;
import io.sextant.voice.hearing.VoskRecogniser;
import io.sextant.voice.language.Language;
import io.sextant.voice.model.ModelShelf;
import io.sextant.voice.problem.VoiceException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hears in one language after the other, on a thread of its own that may wait for microphones and models. */
final class Ears implements AutoCloseable {

    private final ModelShelf shelf;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-assistant-ears").daemon(true).factory());
    private final PushToTalk pushToTalk;
    private final Opened opened = new Opened();

    Ears(ModelShelf shelf, Clock clock, PushToTalk.Listener listener) {
        this.shelf = shelf;
        pushToTalk = new PushToTalk(thread, clock, listener);
    }

    /** Listens for these phrases once somebody wants to talk. */
    void want(Language language, Supplier<List<String>> phrases) {
        opened.wanted = new Wanted(language, phrases);
    }

    /** Listens for these phrases from now on; the model is opened as soon as nothing else is heard, so that no key waits for it. */
    void expect(Language language, Supplier<List<String>> phrases) {
        want(language, phrases);
        thread.execute(() -> {
            opened.close();
            try {
                opened.get();
            } catch (VoiceException told) {
                // It is told when somebody wants to talk; until then the panel says what is missing.
                opened.close();
            }
        });
    }

    void press(Optional<String> device) {
        pushToTalk.press(device, opened);
    }

    void release() {
        pushToTalk.release();
    }

    @Override
    public void close() {
        pushToTalk.release();
        thread.execute(opened::close);
        thread.shutdown();
    }

    private record Wanted(Language language, Supplier<List<String>> phrases) {}

    /** What listens, opened when it is first needed; for the listening thread. */
    private final class Opened implements Listening {

        private volatile @Nullable Wanted wanted;
        private @Nullable VoskRecogniser recogniser;
        private @Nullable Listening listening;

        Listening get() {
            Listening known = listening;
            if (known != null) {
                return known;
            }
            Wanted now = wanted;
            if (now == null) {
                throw new IllegalStateException("nobody said what to listen for");
            }
            VoskRecogniser model =
                    VoskRecogniser.open(shelf.getModel(now.language()).folder());
            recogniser = model;
            Listening made = model.listen(now.phrases().get());
            listening = made;
            return made;
        }

        @Override
        public void hear(short[] samples, int count) {
            get().hear(samples, count);
        }

        @Override
        public String sofar() {
            return get().sofar();
        }

        @Override
        public Utterance finish() {
            return get().finish();
        }

        @Override
        public void close() {
            if (listening != null) {
                listening.close();
                listening = null;
            }
            if (recogniser != null) {
                recogniser.close();
                recogniser = null;
            }
        }
    }
}
