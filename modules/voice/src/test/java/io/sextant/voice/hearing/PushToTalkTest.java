package io.sextant.voice.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SteppedClock;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushToTalkTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final SteppedClock clock = new SteppedClock(5);
    private int releaseAfter = 3;
    private int opened;
    private final PushToTalk talk = new PushToTalk(waiting::add, clock, new PushToTalk.Listener() {
        @Override
        public void opened() {
            opened++;
        }

        @Override
        public void live(String text, double level) {
            told.add(text);
            assertThat(level).isGreaterThan(0.5);
            if (told.size() == releaseAfter) {
                talk().release();
            }
        }

        @Override
        public void said(Utterance utterance, long beganNanos) {
            told.add("said " + utterance.text() + " since " + beganNanos);
        }

        @Override
        public void failed(VoiceException trouble) {
            told.add(trouble.trouble().name());
        }
    });

    private PushToTalk talk() {
        return talk;
    }

    private static class Counting implements Listening {

        private int pieces;

        @Override
        public void hear(short[] samples, int count) {
            pieces++;
        }

        @Override
        public String sofar() {
            return "piece " + pieces;
        }

        @Override
        public Utterance finish() {
            return Utterance.typed(pieces + " pieces");
        }

        @Override
        public void close() {}
    }

    @Test
    void hearsFromPressToReleaseAndSaysWhenItBegan() {
        talk.press(Optional.of(PretendedMixers.TONE), new Counting());
        talk.press(Optional.of(PretendedMixers.TONE), new Counting());
        clock.moveTo(99);
        assertThat(waiting).hasSize(1);
        waiting.remove().run();

        assertThat(told).containsExactly("piece 1", "piece 2", "piece 3", "said 3 pieces since 5");
    }

    @Test
    void aBusyMicrophoneIsToldAndTheNextPressTriesAgain() {
        talk.press(Optional.of(PretendedMixers.BUSY), new Counting());
        waiting.remove().run();
        assertThat(told).containsExactly(VoiceTrouble.MICROPHONE_BUSY.name());
        assertThat(opened).as("nothing is open that is said to listen").isZero();

        releaseAfter = 2;
        talk.press(Optional.of(PretendedMixers.TONE), new Counting());
        waiting.remove().run();
        assertThat(told).endsWith("said 1 pieces since 5");
    }

    @Test
    void earsThatFailAreToldAndTheNextPressTriesAgain() {
        talk.press(Optional.of(PretendedMixers.TONE), new Counting() {
            @Override
            public void hear(short[] samples, int count) {
                throw new IllegalStateException("nobody said what to listen for");
            }
        });
        waiting.remove().run();
        assertThat(told).containsExactly(VoiceTrouble.DEAF.name());

        releaseAfter = 2;
        talk.press(Optional.of(PretendedMixers.TONE), new Counting());
        waiting.remove().run();
        assertThat(told).endsWith("said 1 pieces since 5");
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void aKeyThatHangsEndsByItself() {
        releaseAfter = Integer.MAX_VALUE;
        talk.press(Optional.of(PretendedMixers.TONE), new Counting());
        waiting.remove().run();

        assertThat(told).hasSize(601).endsWith("said 600 pieces since 5");
    }
}
