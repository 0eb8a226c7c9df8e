package io.sextant.voice.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import io.sextant.voice.speaking.Speaker.Urgency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    private final List<String> spoken = new ArrayList<>();
    private final List<VoiceTrouble> troubles = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Runnable meanwhile = () -> {};

    /** Notes what it speaks; while it does, something else may happen. */
    private final Speaker speaker = new Speaker(
            (sentence, hush) -> {
                if (sentence.equals("dumb")) {
                    throw new VoiceException(VoiceTrouble.NO_SPEAKER);
                }
                Runnable now = meanwhile;
                meanwhile = () -> {};
                now.run();
                spoken.add(sentence + (hush.isAsked() ? " (ended)" : ""));
            },
            waiting::add,
            trouble -> troubles.add(trouble.trouble()));

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void alertsComeBeforeAnswersAndEachKindInItsOrder() {
        speaker.say("one", Urgency.ANSWER);
        speaker.say("two", Urgency.ANSWER);
        speaker.say("fire", Urgency.ALERT);
        speaker.say("flood", Urgency.ALERT);
        run();

        assertThat(spoken).containsExactly("fire", "flood", "one", "two");
    }

    @Test
    void anAlertEndsAnAnswerButNoAlert() {
        meanwhile = () -> speaker.say("fire", Urgency.ALERT);
        speaker.say("a long answer", Urgency.ANSWER);
        run();
        meanwhile = () -> speaker.say("second", Urgency.ALERT);
        speaker.say("first", Urgency.ALERT);
        run();

        assertThat(spoken).containsExactly("a long answer (ended)", "fire", "first", "second");
    }

    @Test
    void hushEndsWhatIsSpokenAndForgetsWhatWaits() {
        meanwhile = speaker::hush;
        speaker.say("one", Urgency.ANSWER);
        speaker.say("two", Urgency.ANSWER);
        speaker.say("three", Urgency.ALERT);
        run();
        assertThat(spoken).containsExactly("three (ended)");

        speaker.say("four", Urgency.ANSWER);
        run();
        assertThat(spoken).endsWith("four");
    }

    @Test
    void whatCannotBeSpokenIsToldAndTheRestGoesOn() {
        speaker.say("dumb", Urgency.ANSWER);
        speaker.say("one", Urgency.ANSWER);
        run();

        assertThat(troubles).containsExactly(VoiceTrouble.NO_SPEAKER);
        assertThat(spoken).containsExactly("one");
    }

    @Test
    void aHeapOfOldAnswersIsLeftOutBeforeAnyAlert() {
        speaker.say("fire", Urgency.ALERT);
        for (int i = 0; i < 3 * Speaker.WAITING_MAX; i++) {
            speaker.say("answer " + i, Urgency.ANSWER);
        }
        run();

        assertThat(spoken).hasSize(Speaker.WAITING_MAX).startsWith("fire").endsWith("answer 59");
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
