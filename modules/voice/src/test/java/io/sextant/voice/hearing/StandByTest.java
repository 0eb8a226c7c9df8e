package io.sextant.voice.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SteppedClock;
import io.sextant.voice.command.CommandGrammar;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real recogniser at a microphone that hears recordings and is unplugged at their end. */
class StandByTest {

    private static final long BEGAN = 1_000_000_000_000L;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final List<Double> levels = new ArrayList<>();
    private final VoskRecogniser recogniser = VoskRecogniser.open(Recordings.model(Language.ENGLISH));
    private final Listening listening = recogniser.listen(
            new CommandGrammar(Language.ENGLISH, Vocabulary.of(Language.ENGLISH, SpokenInstruments.usual())).phrases());
    private final WakeListening wake = recogniser.waitFor("show me the risk");
    private boolean restWhenWoken;
    private long began;
    private final StandBy standBy = new StandBy(waiting::add, new SteppedClock(BEGAN), new StandBy.Listener() {
        @Override
        public void waiting(double level) {
            levels.add(level);
        }

        @Override
        public void opened() {
            told.add("woken");
            if (restWhenWoken) {
                standBy().rest();
            }
        }

        @Override
        public void live(String text, double level) {}

        @Override
        public void said(Utterance utterance, long beganNanos) {
            began = beganNanos;
            told.add(utterance.text());
        }

        @Override
        public void silent() {
            told.add("silent");
        }

        @Override
        public void failed(VoiceException trouble) {
            told.add(trouble.trouble().name());
        }

        @Override
        public void rested() {
            told.add("rested");
        }
    });

    private StandBy standBy() {
        return standBy;
    }

    @AfterEach
    void close() {
        wake.close();
        listening.close();
        recogniser.close();
    }

    private void hear(short[]... sound) {
        PretendedMixers.record(Recordings.joined(sound));
        standBy.begin(Optional.of(PretendedMixers.RECORDING), wake, listening);
        standBy.begin(Optional.of(PretendedMixers.RECORDING), wake, listening);
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
    }

    @Test
    void hearsOneSentenceAfterItsPhraseAndNoneWithoutIt() {
        hear(
                Recordings.of("en-def-9db89c"),
                Recordings.silence(1),
                Recordings.of("en-def-f89966"),
                Recordings.silence(1.5),
                Recordings.of("en-f3-5aca70"),
                Recordings.silence(2),
                Recordings.of("en-def-eead3a"),
                Recordings.silence(1));

        assertThat(told).containsExactly("woken", "cancel all orders", "MICROPHONE_GONE", "rested");
        assertThat(levels).anyMatch(level -> level > 0.5).contains(0.0);
    }

    @Test
    void aSentenceInOneBreathWithThePhraseIsHeardWholeAndBeganBeforeItWasWoken() {
        hear(
                Recordings.silence(0.5),
                Recordings.of("en-def-f89966"),
                Recordings.of("en-f3-5aca70"),
                Recordings.silence(2.5));

        assertThat(told).containsExactly("woken", "cancel all orders", "MICROPHONE_GONE", "rested");
        assertThat(began).isLessThan(BEGAN - 500_000_000L);
    }

    @Test
    void whoSaysNothingAfterThePhraseIsNotHeardLaterOn() {
        hear(
                Recordings.of("en-def-f89966"),
                Recordings.silence(6),
                Recordings.of("en-f3-5aca70"),
                Recordings.silence(2));

        assertThat(told).containsExactly("woken", "silent", "MICROPHONE_GONE", "rested");
    }

    @Test
    void whatWasBegunIsDroppedWhenItRestsAndBelongsToNoLaterSentence() {
        restWhenWoken = true;
        hear(Recordings.of("en-def-f89966"), Recordings.of("en-def-eead3a"), Recordings.silence(2));
        assertThat(told).containsExactly("woken", "rested");

        told.clear();
        restWhenWoken = false;
        hear(
                Recordings.of("en-def-f89966"),
                Recordings.silence(1),
                Recordings.of("en-f3-5aca70"),
                Recordings.silence(2));
        assertThat(told).containsExactly("woken", "cancel all orders", "MICROPHONE_GONE", "rested");
    }

    @Test
    void aMicrophoneThatIsGoneIsToldOnceUntilItIsThereAgain() {
        standBy.begin(Optional.of(PretendedMixers.BUSY), wake, listening);
        waiting.remove().run();
        standBy.begin(Optional.of(PretendedMixers.BUSY), wake, listening);
        waiting.remove().run();
        assertThat(told).containsExactly("MICROPHONE_BUSY");

        hear(Recordings.silence(1));
        assertThat(told).containsExactly("MICROPHONE_BUSY", "MICROPHONE_GONE", "rested");
        assertThat(new VoiceException(VoiceTrouble.MICROPHONE_GONE)).hasMessageContaining("unplugged");
    }

    @Test
    void itRestsBeforeItBeganAndOpensNothing() {
        standBy.begin(Optional.of(PretendedMixers.BUSY), wake, listening);
        standBy.rest();
        waiting.remove().run();
        assertThat(told).isEmpty();
    }
}
