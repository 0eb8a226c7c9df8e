package io.sextant.app.assistant;

import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.voice.hearing.Microphone;
import io.sextant.voice.hearing.VoskRecogniser;
import io.sextant.voice.language.Language;
import io.sextant.voice.model.InstalledModel;
import io.sextant.voice.model.ModelOffer;
import io.sextant.voice.model.ModelShelf;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.speaking.Voices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches and installs models, one at a time, on a thread of its own. */
final class Models implements AutoCloseable {

    private static final long TOLD_BYTES = 200_000;

    /** Hears how it goes, on that thread. */
    interface Listener {

        void fetching(long bytes, long total);

        void installed(InstalledModel model);

        void failed(VoiceException trouble);

        /** Always, and last. */
        void ended();
    }

    private final ModelShelf shelf;
    private final Function<Language, ModelOffer> offers;
    private final Listener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-assistant-models").daemon(true).factory());
    private @Nullable Future<?> running;

    Models(ModelShelf shelf, Function<Language, ModelOffer> offers, Listener listener) {
        this.shelf = shelf;
        this.offers = offers;
        this.listener = listener;
    }

    ModelState state(Language language) {
        Path place = shelf.place(language);
        if (!Files.isDirectory(place)) {
            return ModelState.NONE;
        }
        return shelf.findModel(language).isPresent() && VoskRecogniser.isWhole(place)
                ? ModelState.READY
                : ModelState.BROKEN;
    }

    String name(Language language) {
        return shelf.findModel(language).map(InstalledModel::name).orElse("");
    }

    /** What there is on this machine for a language. */
    AssistantNews.Standing standing(Tongue known) {
        Language language = known.language();
        return new AssistantNews.Standing(
                Microphone.devices(),
                state(language),
                name(language),
                Voices.find(language).isPresent(),
                known.text().say("suggest.wake"),
                known.examples().beginnings());
    }

    void fetch(Language language) {
        start(() -> shelf.download(offers.apply(language), new Pace()::at));
    }

    void install(Language language, Path from) {
        start(() -> shelf.install(from, offers.apply(language)));
    }

    synchronized void cancel() {
        if (running != null) {
            running.cancel(true);
        }
    }

    private synchronized void start(Supplier<InstalledModel> work) {
        if (running != null && !running.isDone()) {
            return;
        }
        listener.fetching(0, -1);
        running = thread.submit(() -> {
            try {
                listener.installed(work.get());
            } catch (VoiceException trouble) {
                listener.failed(trouble);
            } finally {
                listener.ended();
            }
        });
    }

    @Override
    public void close() {
        cancel();
        thread.shutdown();
    }

    /** Tells every now and then: a person sees no more. */
    private final class Pace {

        private long told;

        void at(long bytes, long total) {
            if (bytes - told >= TOLD_BYTES || bytes == total) {
                told = bytes;
                listener.fetching(bytes, total);
            }
        }
    }
}
