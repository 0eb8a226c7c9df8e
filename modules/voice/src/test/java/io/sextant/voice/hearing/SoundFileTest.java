package io.sextant.voice.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFileTest {

    @TempDir
    Path folder;

    /** The filter's ripple is below 1e-4 in the band; the samples are 16 bit, twice. */
    @ParameterizedTest
    @CsvSource({"8000, 1", "11025, 2", "16000, 1", "22050, 1", "44100, 2", "48000, 2", "96000, 1"})
    void aToneOfAnyRateIsTheSameToneAtTheRecognisersRate(int rate, int channels) throws IOException {
        Path file = folder.resolve("tone.wav");
        Wav.write(file, rate, channels, rate, i -> 0.5 * Math.sin(2 * Math.PI * 1_000 * i / rate));

        short[] read = SoundFile.read(file);

        assertThat(read.length).isCloseTo(Speech.SAMPLES_A_SECOND, within(2));
        for (int i = 400; i < read.length - 400; i++) {
            assertThat(read[i] / 32_768.0)
                    .isCloseTo(0.5 * Math.sin(2 * Math.PI * 1_000 * i / Speech.SAMPLES_A_SECOND), within(1e-3));
        }
    }

    /** Above 8 kHz a tone would come back as a lower one: at 48 kHz, 10 kHz as 6 kHz. It has to be 70 dB down at least. */
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000})
    void whatTheRateCannotCarryIsGone(int rate) throws IOException {
        Path file = folder.resolve("high.wav");
        Wav.write(file, rate, 1, rate, i -> 0.9 * Math.sin(2 * Math.PI * 10_000 * i / rate));

        short[] read = SoundFile.read(file);

        for (int i = 400; i < read.length - 400; i++) {
            assertThat(Math.abs(read[i] / 32_768.0)).isLessThan(0.9 * Math.pow(10, -70 / 20.0) + 1 / 32_768.0);
        }
    }

    @Test
    void soundInPiecesIsTheSameAsInOnePiece() {
        float[] sound = new float[10_000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) Math.sin(i * 0.05 + i * i * 1e-6);
        }
        float[] whole = Resampler.resample(sound, 44_100, 16_000);
        Resampler pieces = new Resampler(44_100, 16_000);
        int at = 0;
        for (int from = 0; from < sound.length; from += 777) {
            for (float each : pieces.take(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 777)))) {
                assertThat(each).isCloseTo(whole[at++], within(1e-6f));
            }
        }
        for (float each : pieces.rest()) {
            assertThat(each).isCloseTo(whole[at++], within(1e-6f));
        }
        assertThat(at).isEqualTo(whole.length);
    }

    @Test
    void channelsAreAveragedAndEveryWidthIsRead() throws IOException {
        byte[] both = {0, 64, 0, (byte) -64, 0, 64, 0, 0};
        Path stereo = folder.resolve("stereo.wav");
        Wav.write(stereo, new AudioFormat(16_000, 16, 2, true, false), both, 2);
        assertThat(SoundFile.read(stereo)).containsExactly((short) 0, (short) 8_192);

        Path eight = folder.resolve("eight.wav");
        Wav.write(eight, new AudioFormat(16_000, 8, 1, false, false), new byte[] {(byte) 128, (byte) 192, 0}, 3);
        assertThat(SoundFile.read(eight)).containsExactly((short) 0, (short) 16_384, Short.MIN_VALUE);

        Path wide = folder.resolve("wide.wav");
        Wav.write(wide, new AudioFormat(16_000, 24, 1, true, false), new byte[] {0, 0, 64, 0, 0, (byte) 192}, 2);
        assertThat(SoundFile.read(wide)).containsExactly((short) 16_384, (short) -16_384);

        Path telephone = folder.resolve("ulaw.wav");
        Wav.write(
                telephone,
                new AudioFormat(Encoding.ULAW, 16_000, 8, 1, 1, 16_000, false),
                new byte[] {(byte) 0xFF, 0},
                2);
        assertThat(SoundFile.read(telephone)).containsExactly((short) 0, (short) -32_124);
    }

    @Test
    void whatIsNoSoundIsToldByName() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wav"), "this is no recording at all, whatever its name");

        assertTrouble(() -> SoundFile.read(text), VoiceTrouble.NOT_SOUND);
        assertTrouble(() -> SoundFile.read(folder.resolve("none.wav")), VoiceTrouble.NO_FILE);
        assertTrouble(() -> SoundFile.read(folder), VoiceTrouble.NO_FILE);
        Path empty = Files.createFile(folder.resolve("empty.wav"));
        assertTrouble(() -> SoundFile.read(empty), VoiceTrouble.NOT_SOUND);
    }

    private static void assertTrouble(Runnable reading, VoiceTrouble trouble) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        VoiceException.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
    }
}
