package io.sextant.voice.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import io.sextant.voice.speaking.Speaker.Spoken;
import io.sextant.voice.speaking.Speaker.Urgency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    private final List<String> spoken = new ArrayList<>();
    private final Map<String, Spoken> fates = new HashMap<>();
    private final List<VoiceTrouble> troubles = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Runnable meanwhile = () -> {};

    /** Notes what it speaks; while it does, something else may happen. */
    private final SpeakingVoice voice = (sentence, hush) -> {
        if (sentence.equals("dumb")) {
            throw new VoiceException(VoiceTrouble.NO_SPEAKER);
        }
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        spoken.add(sentence + (hush.isAsked() ? " (ended)" : ""));
    };

    private final Speaker speaker = new Speaker(waiting::add);

    private void say(String sentence, Urgency urgency) {
        speaker.say(voice, sentence, urgency).whenComplete((became, failure) -> became(sentence, became, failure));
    }

    private void became(String sentence, Spoken became, Throwable failure) {
        if (failure instanceof VoiceException trouble) {
            troubles.add(trouble.trouble());
        } else {
            fates.put(sentence, became);
        }
    }

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void alertsComeBeforeAnswersAndEachKindInItsOrder() {
        say("one", Urgency.ANSWER);
        say("two", Urgency.ANSWER);
        say("fire", Urgency.ALERT);
        say("flood", Urgency.ALERT);
        run();

        assertThat(spoken).containsExactly("fire", "flood", "one", "two");
    }

    @Test
    void anAlertEndsAnAnswerButNoAlert() {
        meanwhile = () -> say("fire", Urgency.ALERT);
        say("a long answer", Urgency.ANSWER);
        run();
        meanwhile = () -> say("second", Urgency.ALERT);
        say("first", Urgency.ALERT);
        run();

        assertThat(spoken).containsExactly("a long answer (ended)", "fire", "first", "second");
        assertThat(fates)
                .containsEntry("a long answer", Spoken.HUSHED)
                .containsEntry("fire", Spoken.WHOLE)
                .containsEntry("first", Spoken.WHOLE);
    }

    @Test
    void hushEndsWhatIsSpokenAndForgetsWhatWaits() {
        meanwhile = speaker::hush;
        say("one", Urgency.ANSWER);
        say("two", Urgency.ANSWER);
        say("three", Urgency.ALERT);
        run();
        assertThat(spoken).containsExactly("three (ended)");
        assertThat(fates).hasSize(3).containsValue(Spoken.HUSHED).doesNotContainValue(Spoken.WHOLE);

        say("four", Urgency.ANSWER);
        run();
        assertThat(spoken).endsWith("four");
    }

    @Test
    void whatCannotBeSpokenIsToldAndTheRestGoesOn() {
        say("dumb", Urgency.ANSWER);
        say("one", Urgency.ANSWER);
        run();

        assertThat(troubles).containsExactly(VoiceTrouble.NO_SPEAKER);
        assertThat(spoken).containsExactly("one");
    }

    @Test
    void aHeapOfOldAnswersIsLeftOutBeforeAnyAlert() {
        say("fire", Urgency.ALERT);
        for (int i = 0; i < 3 * Speaker.WAITING_MAX; i++) {
            say("answer " + i, Urgency.ANSWER);
        }
        run();

        assertThat(spoken).hasSize(Speaker.WAITING_MAX).startsWith("fire").endsWith("answer 59");
        assertThat(fates).containsEntry("answer 0", Spoken.LEFT_OUT).containsEntry("answer 59", Spoken.WHOLE);
    }

    @Test
    void answersAreHushedAndAlertsGoOn() {
        meanwhile = speaker::hushAnswers;
        say("fire", Urgency.ALERT);
        say("flood", Urgency.ALERT);
        say("one", Urgency.ANSWER);
        run();
        assertThat(spoken).containsExactly("fire", "flood");
        assertThat(fates).containsEntry("one", Spoken.HUSHED);
    }

    @Test
    void aSentenceThatWasHushedBeforeItBeganDoesNotBegin() {
        Hush hush = new Hush();
        int[] ended = {0};
        hush.ask();
        hush.endsBy(() -> ended[0]++);
        hush.ask();

        assertThat(ended[0]).isEqualTo(1);
    }
}
