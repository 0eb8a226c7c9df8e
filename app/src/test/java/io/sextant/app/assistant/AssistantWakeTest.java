package io.sextant.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.assistant.AssistantNews.Drafted;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Listening;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.assistant.AssistantNews.StandingBy;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.ui.i18n.Language;
import io.sextant.voice.language.Wording;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word, the real recogniser and a small model, from the microphone to the draft. */
class AssistantWakeTest {

    private static final Path SPEECH = Path.of("../modules/voice/src/test/resources/speech");

    @TempDir
    Path folder;

    @Test
    void aSentenceAfterItsWordIsDraftedOneBeforeItIsNotHeardAndTheUnpluggedMicrophoneIsTold() throws Exception {
        try (TalkedDesk desk = new TalkedDesk(folder, Language.ENGLISH)) {
            desk.assistant.installModel(SPEECH.resolve("en"));
            desk.next(Line.class, line -> line.text().contains("not an official"), "installed");
            desk.assistant.lookAgain();
            desk.next(Standing.class, known -> known.state() == ModelState.READY, "a model");

            desk.assistant.wish(wishes("computer"));
            PlayedMicrophone.play(1, SPEECH.resolve("wav/en-def-9db89c.wav"));
            assertThat(desk.next(Line.class, line -> line.who() == Who.TROUBLE, "a word of large models")
                            .text())
                    .contains("does not know “computer”");

            PlayedMicrophone.play(
                    1.5,
                    SPEECH.resolve("wav/en-def-9db89c.wav"),
                    SPEECH.resolve("wav/en-def-f89966.wav"),
                    SPEECH.resolve("wav/en-f3-5aca70.wav"));
            desk.assistant.wish(wishes("show me the risk"));
            desk.next(StandingBy.class, by -> by.word().equals("show me the risk"), "the sign that it is open");
            desk.next(Listening.class, Listening::on, "its word");
            Line heard = desk.next(Line.class, line -> line.who() == Who.PERSON, "the sentence after it");
            assertThat(Wording.of(heard.text())).containsExactly("cancel", "all", "orders");
            Drafted draft = desk.next(Drafted.class, each -> true, "its draft");
            assertThat(draft.sends()).containsExactly("Cancel all working orders.");

            desk.news.clear();
            PlayedMicrophone.play(1, SPEECH.resolve("wav/en-def-9db89c.wav"));
            desk.assistant.wish(wishes("cancel"));
            desk.next(StandingBy.class, by -> by.word().equals("cancel"), "another word");
            desk.next(StandingBy.class, by -> by.word().isEmpty(), "the sign is gone");
            assertThat(desk.next(Line.class, line -> true, "why").text()).contains("unplugged");
        }
    }

    private static AssistantWishes wishes(String word) {
        return new AssistantWishes(
                Language.ENGLISH, Optional.of(PlayedMicrophone.NAME), false, true, Map.of(Language.ENGLISH, word));
    }
}
