package io.sextant.app.assistant;

import io.sextant.domain.time.Clock;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.hearing.Listening;
import io.sextant.voice.hearing.PushToTalk;
import io.sextant.voice.hearing.StandBy;
import io.sextant.voice.hearing.VoskRecogniser;
import io.sextant.voice.hearing.WakeListening;
import io.sextant.voice.language.Language;
import io.sextant.voice.model.ModelShelf;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.text.SpokenText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hears in one language after the other, on a thread of its own that may wait for microphones and models. */
final class Ears implements AutoCloseable {

    private final ModelShelf shelf;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-assistant-ears").daemon(true).factory());
    private final PushToTalk pushToTalk;
    private final StandBy standBy;
    private final Consumer<List<String>> knownWords;
    private final Opened opened = new Opened();
    private volatile @Nullable Call call;

    /** A word to be called by, and the microphone that stays open for it. */
    record Call(String word, Optional<String> device) {}

    /** @param knownWords hears which of the words that are offered a model knows, once it is open */
    Ears(ModelShelf shelf, Clock clock, StandBy.Listener listener, Consumer<List<String>> knownWords) {
        this.shelf = shelf;
        this.knownWords = knownWords;
        pushToTalk = new PushToTalk(thread, clock, listener);
        standBy = new StandBy(thread, clock, listener);
    }

    /** Listens for these phrases once somebody wants to talk. */
    void want(Language language, Supplier<List<String>> phrases) {
        opened.wanted = new Wanted(language, phrases);
    }

    /** Listens for these phrases from now on; the model is opened as soon as nothing else is heard, so that no key waits for it. */
    void expect(Language language, Supplier<List<String>> phrases) {
        want(language, phrases);
        standBy.rest();
        thread.execute(() -> {
            opened.close();
            try {
                opened.get();
                knownWords.accept(opened.known(new SpokenText(language).say("wake.words")));
            } catch (VoiceException told) {
                // It is told when somebody wants to talk; until then the panel says what is missing.
                opened.close();
            }
        });
        standBy();
    }

    /** Waits for a word from now on, or not any more. */
    void expect(Optional<Call> wanted) {
        Call next = wanted.orElse(null);
        if (!Objects.equals(next, call)) {
            standBy.rest();
            call = next;
            thread.execute(opened::closeWake);
        }
        standBy();
    }

    /** Tries again where a microphone or model was missing. */
    void standBy() {
        Call wanted = call;
        if (wanted != null) {
            standBy.begin(wanted.device(), new Waking(), opened);
        }
    }

    /** The key comes first; after it the word is waited for again. */
    void press(Optional<String> device) {
        standBy.rest();
        pushToTalk.press(device, opened);
        standBy();
    }

    void release() {
        pushToTalk.release();
    }

    @Override
    public void close() {
        call = null;
        standBy.rest();
        pushToTalk.release();
        thread.execute(opened::close);
        thread.shutdown();
    }

    private record Wanted(Language language, Supplier<List<String>> phrases) {}

    /** Waits for the word that is wanted, opened when it is first needed; for the listening thread. */
    private final class Waking implements WakeListening {

        @Override
        public OptionalInt hear(short[] samples, int count) {
            Call wanted = call;
            return wanted == null ? OptionalInt.empty() : opened.getWake(wanted).hear(samples, count);
        }

        @Override
        public void close() {
            opened.closeWake();
        }
    }

    /** What listens, opened when it is first needed; for the listening thread. */
    private final class Opened implements Listening {

        private volatile @Nullable Wanted wanted;
        private @Nullable VoskRecogniser recogniser;
        private @Nullable Listening listening;
        private @Nullable WakeListening wake;

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

        WakeListening getWake(Call wanted) {
            WakeListening known = wake;
            if (known == null) {
                get();
                known = Objects.requireNonNull(recogniser).waitFor(wanted.word());
                wake = known;
            }
            return known;
        }

        void closeWake() {
            if (wake != null) {
                wake.close();
                wake = null;
            }
        }

        List<String> known(String words) {
            VoskRecogniser model = recogniser;
            return model == null
                    ? List.of()
                    : Stream.of(words.split(",")).filter(model::knows).toList();
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
            closeWake();
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
