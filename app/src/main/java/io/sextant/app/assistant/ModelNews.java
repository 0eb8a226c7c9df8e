package io.sextant.app.assistant;

import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.voice.language.Language;
import io.sextant.voice.model.InstalledModel;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.text.SpokenText;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the panel how a speech model comes. */
record ModelNews(
        Telling telling,
        Supplier<Language> language,
        Runnable afterwards,
        Consumer<VoiceException> trouble,
        Runnable lookAgain)
        implements Models.Listener {

    @Override
    public void fetching(long bytes, long total) {
        telling.show(new AssistantNews.Fetching(bytes, total));
    }

    @Override
    public void installed(InstalledModel model) {
        telling.show(new Line(
                Who.ASSISTANT,
                new SpokenText(language.get())
                        .say(model.official() ? "model.installed" : "model.unofficial", model.name())));
        afterwards.run();
    }

    @Override
    public void failed(VoiceException failure) {
        trouble.accept(failure);
    }

    @Override
    public void ended() {
        telling.show(new AssistantNews.FetchEnded());
        lookAgain.run();
    }
}
