package io.sextant.voice.speaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicesTest {

    @TempDir
    Path folder;

    private static final class Kept extends LinePlayer {

        final ByteArrayOutputStream sound = new ByteArrayOutputStream();
        Runnable meanwhile = () -> {};

        @Override
        boolean play(byte[] bytes, int from, int size) {
            sound.write(bytes, from, size);
            meanwhile.run();
            return true;
        }
    }

    /** Said slowly or fast, "Sold ten bitcoin" takes between one and three seconds, and is not silent. */
    @Test
    void englishIsSpokenWithoutTheSystemsHelp() {
        FreeTtsVoice voice = new FreeTtsVoice();
        Kept whole = new Kept();
        voice.speak("Sold ten bitcoin.", new Hush(), whole);

        assertThat(whole.sound.size()).isBetween(32_000, 96_000);
        assertThat(loudest(whole.sound.toByteArray())).isGreaterThan(1_000);

        Hush hush = new Hush();
        Kept ended = new Kept();
        ended.meanwhile = hush::ask;
        voice.speak("Sold ten bitcoin.", hush, ended);
        assertThat(ended.sound.size()).isLessThan(whole.sound.size() / 2);
    }

    private static int loudest(byte[] bigEndian) {
        int loudest = 0;
        for (int i = 0; i + 1 < bigEndian.length; i += 2) {
            loudest = Math.max(loudest, Math.abs((bigEndian[i] << 8) | (bigEndian[i + 1] & 0xFF)));
        }
        return loudest;
    }

    @Test
    void withoutAnythingToPlayWithThatIsTold() {
        boolean none = Arrays.stream(AudioSystem.getMixerInfo())
                .noneMatch(each -> AudioSystem.getMixer(each).getSourceLineInfo().length > 0);
        assumeTrue(none, "this machine can play sound");

        assertThatThrownBy(() -> new FreeTtsVoice().speak("Nobody hears this.", new Hush()))
                .isInstanceOfSatisfying(
                        VoiceException.class, e -> assertThat(e.trouble()).isEqualTo(VoiceTrouble.NO_SPEAKER));
    }

    @Test
    void frenchIsSpokenByTheSystemOrNotAtAll() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to pretend with");
        assertThat(SystemVoice.find(Language.FRENCH, "Linux", Map.of("PATH", folder.toString())))
                .isEmpty();

        Path said = folder.resolve("said.txt");
        Path program = Files.writeString(
                folder.resolve("espeak-ng"), "#!/bin/sh\necho \"$@\" > " + said + "\n/bin/cat >> " + said + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Optional<SystemVoice> found = SystemVoice.find(Language.FRENCH, "Linux", Map.of("PATH", folder.toString()));

        found.orElseThrow().speak("-w /tmp/trap\u202f; vendu à 10\u00a0€", new Hush());

        assertThat(Files.readAllLines(said)).isEqualTo(List.of("-v fr --stdin", "-w /tmp/trap ; vendu à 10 €"));
    }

    @Test
    void theSystemsVoiceCanBeEnded() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to pretend with");
        Hush hush = new Hush();
        hush.ask();

        // It would never end by itself.
        new SystemVoice(List.of("/bin/sh", "-c", "while :; do /bin/sleep 1; done")).speak("", hush);

        assertThat(hush.isAsked()).isTrue();
    }
}
