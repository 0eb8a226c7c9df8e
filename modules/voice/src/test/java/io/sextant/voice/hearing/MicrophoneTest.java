package io.sextant.voice.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.voice.command.Utterance;
import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import io.sextant.voice.text.SpokenText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicrophoneTest {

    @Test
    void aMissingMicrophoneAndABusyOneHaveEachTheirOwnSentenceInBothLanguages() {
        VoiceException missing = trouble("no such device");
        VoiceException busy = trouble(PretendedMixers.BUSY);

        assertThat(missing.trouble()).isEqualTo(VoiceTrouble.NO_MICROPHONE);
        assertThat(busy.trouble()).isEqualTo(VoiceTrouble.MICROPHONE_BUSY);
        assertThat(missing).hasMessageContaining("There is no microphone");
        assertThat(busy).hasMessageContaining("Another program has the microphone");
        assertThat(busy.sentence(new SpokenText(Language.FRENCH))).contains("Un autre programme utilise le microphone");
    }

    private static VoiceException trouble(String device) {
        try (Microphone microphone = Microphone.open(Optional.of(device))) {
            throw new AssertionError("opened, at level " + microphone.level());
        } catch (VoiceException e) {
            return e;
        }
    }

    @Test
    void devicesThatCanHearAreListed() {
        assertThat(Microphone.devices()).contains(PretendedMixers.BUSY, PretendedMixers.TONE);
    }

    /** A tone of half of full scale has a root mean square of -9.03 dB, which is 0.85 of a meter from -60 to 0. */
    @Test
    void aDeviceOfAnotherRateIsHeardWithoutAJoinBetweenItsPieces() {
        List<Short> heard = new ArrayList<>();
        Listening listening = new Listening() {
            @Override
            public void hear(short[] samples, int count) {
                for (int i = 0; i < count; i++) {
                    heard.add(samples[i]);
                }
            }

            @Override
            public String sofar() {
                return "";
            }

            @Override
            public Utterance finish() {
                return Utterance.typed("");
            }

            @Override
            public void close() {}
        };
        try (Microphone microphone = Microphone.open(Optional.of(PretendedMixers.TONE))) {
            for (int i = 0; i < 5; i++) {
                assertThat(microphone.hear(listening)).isTrue();
            }
            assertThat(microphone.level()).isCloseTo(0.8495, within(1e-3));
        }

        assertThat(heard).hasSizeBetween(7_900, 8_000);
        for (int i = 400; i < heard.size(); i++) {
            assertThat(heard.get(i) / 32_768.0).isCloseTo(0.5 * Math.sin(2 * Math.PI * i / 16), within(1e-3));
        }
    }

    @Test
    void silenceIsAtTheBottomOfTheMeterAndFullScaleAtItsTop() {
        short[] loud = new short[100];
        Arrays.fill(loud, Short.MIN_VALUE);

        assertThat(SoundLevel.of(new short[100])).isZero();
        assertThat(SoundLevel.of(new short[0])).isZero();
        assertThat(SoundLevel.of(loud)).isEqualTo(1, within(1e-9));
    }

    @Test
    void everyTroubleHasItsSentenceInBothLanguages() {
        for (VoiceTrouble trouble : VoiceTrouble.values()) {
            VoiceException problem = new VoiceException(trouble, "a", "b");
            assertThat(problem.getMessage()).isNotBlank().doesNotContain("{");
            assertThat(problem.sentence(new SpokenText(Language.FRENCH)))
                    .isNotBlank()
                    .isNotEqualTo(problem.getMessage());
        }
        assertThatThrownBy(() -> new SpokenText(Language.ENGLISH).say("problem.NOTHING"))
                .isInstanceOf(MissingResourceException.class);
    }
}
