package io.sextant.app.assistant;

import io.sextant.domain.request.EngineClient;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.voice.assistant.Recommendation;
import io.sextant.voice.assistant.Said;
import io.sextant.voice.language.Language;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the assistant does beside the conversation: briefings, rare signals, and a person's own language model. */
final class Extras implements AutoCloseable {

    private final Briefings briefings;
    private final Recommending recommending;
    private final ModelVoice model;

    /** @param name begins the keys of what is remembered */
    Extras(
            EngineClient engine,
            AssistantSession.Surroundings around,
            String name,
            Supplier<AssistantWishes> wishes,
            Telling telling,
            Consumer<RuntimeException> failures) {
        Supplier<Language> language =
                () -> Language.find(wishes.get().language().tag()).orElseThrow();
        briefings = new Briefings(engine, around, language, telling, failures);
        recommending = new Recommending(engine, around.zone(), name, telling, failures);
        model = new ModelVoice(() -> wishes.get().extras().ownModel(), around.keys(), telling, failures);
        briefings.follow(() -> wishes.get().extras().briefingAt());
        recommending.follow(() -> wishes.get().extras().recommends(), language);
    }

    void brief(boolean weekly) {
        briefings.write(weekly);
    }

    void draft(long recommendation, Consumer<Recommendation> drafts) {
        recommending.draft(recommendation, drafts);
    }

    void dismiss(long recommendation) {
        recommending.dismiss(recommendation);
    }

    Consumer<Said> asked(String question, Language language) {
        return model.asked(question, language);
    }

    @Override
    public void close() {
        briefings.close();
        recommending.close();
        model.close();
    }
}
