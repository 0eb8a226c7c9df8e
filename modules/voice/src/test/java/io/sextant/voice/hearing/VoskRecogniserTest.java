package io.sextant.voice.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import io.sextant.voice.command.CommandGrammar;
import io.sextant.voice.command.NamedInstruction;
import io.sextant.voice.command.Reading;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real recogniser on real sound, with small models. */
class VoskRecogniserTest {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("buy ten bitcoin at market", "buy instrument=BTC-USDT quantity=10 type=market"),
            Map.entry("sell half of my ethereum position", "sell instrument=ETH-USDT share=50% type=market"),
            Map.entry("show me the risk", "show-panel panel=risk-monitor"),
            Map.entry("cancel all orders", "cancel-all"),
            Map.entry("what is the forecast for bitcoin", "forecast instrument=BTC-USDT"),
            Map.entry("switch to defensive regime", "switch-regime profile=defensive"),
            Map.entry("stop trading now", "stop-trading"),
            Map.entry("achète dix bitcoins au marché", "buy instrument=BTC-USDT quantity=10 type=market"),
            Map.entry("annule tous les ordres", "cancel-all"),
            Map.entry("quelle est la prévision pour le bitcoin", "forecast instrument=BTC-USDT"),
            Map.entry("montre le risque", "show-panel panel=risk-monitor"),
            Map.entry("arrête le trading", "stop-trading"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everySentenceEndsInItsCommand(Language language) throws IOException {
        CommandGrammar grammar = grammar(language);
        Map<String, String> wrong = new LinkedHashMap<>();
        int heard = 0;
        try (VoskRecogniser recogniser = VoskRecogniser.open(model(language));
                Listening listening = recogniser.listen(grammar.phrases())) {
            for (String line : Files.readAllLines(speech().resolve("wav/transcripts.tsv"))) {
                String[] fields = line.split("\t");
                if (fields[0].startsWith(language.code())) {
                    heard++;
                    Utterance utterance = hear(
                            listening, SoundFile.read(speech().resolve("wav").resolve(fields[0])));
                    Reading reading = grammar.read(utterance, Optional.empty());
                    String meaning = reading.findUnderstood()
                            .map(each -> NamedInstruction.of(each).toString())
                            .orElse("");
                    if (!meaning.equals(MEANINGS.get(fields[1]))) {
                        wrong.put(fields[0] + " " + fields[1], utterance + " " + reading);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(heard).isEqualTo(language == Language.ENGLISH ? 14 : 10);
    }

    /** A language that a model does not know is speech out of its vocabulary. */
    @ParameterizedTest
    @EnumSource
    void speechThatIsNoCommandEndsInNone(Language language) throws IOException {
        CommandGrammar grammar = grammar(language);
        Language other = language == Language.ENGLISH ? Language.FRENCH : Language.ENGLISH;
        Map<String, String> wrong = new LinkedHashMap<>();
        try (VoskRecogniser recogniser = VoskRecogniser.open(model(language));
                Listening listening = recogniser.listen(grammar.phrases());
                Stream<Path> files = Files.list(speech().resolve("wav"))) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(other.code())) {
                    Utterance utterance = hear(listening, SoundFile.read(file));
                    grammar.read(utterance, Optional.empty())
                            .findUnderstood()
                            .ifPresent(each -> wrong.put(file.getFileName().toString(), utterance + " " + each));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noiseAndSilenceAreNoCommand(Language language) {
        CommandGrammar grammar = grammar(language);
        RandomGenerator random = new SeededRandom(7);
        List<short[]> sounds = new ArrayList<>(List.of(new short[0], new short[32_000]));
        for (int loud : new int[] {100, 3_000, 30_000}) {
            short[] noise = new short[32_000];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (short) (loud * (2 * random.nextDouble() - 1));
            }
            sounds.add(noise);
        }
        try (VoskRecogniser recogniser = VoskRecogniser.open(model(language));
                Listening listening = recogniser.listen(grammar.phrases())) {
            for (short[] sound : sounds) {
                Utterance utterance = hear(listening, sound);
                assertThat(grammar.read(utterance, Optional.empty())).isEqualTo(new Reading.NoCommand());
            }
        }
    }

    @Test
    void aSentenceInStereoAtAnotherRateIsHeardAsWell() throws IOException {
        short[] said = SoundFile.read(speech().resolve("wav/en-def-5aca70.wav"));
        float[] sound = new float[said.length];
        for (int i = 0; i < said.length; i++) {
            sound[i] = said[i] / 32_768f;
        }
        float[] faster = Resampler.resample(sound, 16_000, 44_100);
        Path file = folder.resolve("stereo.wav");
        Wav.write(file, 44_100, 2, faster.length, i -> Math.clamp(faster[i], -1f, 1f));

        CommandGrammar grammar = grammar(Language.ENGLISH);
        try (VoskRecogniser recogniser = VoskRecogniser.open(model(Language.ENGLISH));
                Listening listening = recogniser.listen(grammar.phrases())) {
            assertThat(hear(listening, SoundFile.read(file)).text()).isEqualTo("cancel all orders");
        }
    }

    @Test
    void whatIsSaidIsToldWhileItIsBeingSaid() throws IOException {
        short[] said = SoundFile.read(speech().resolve("wav/en-def-5aca70.wav"));
        CommandGrammar grammar = grammar(Language.ENGLISH);
        List<String> told = new ArrayList<>();
        try (VoskRecogniser recogniser = VoskRecogniser.open(model(Language.ENGLISH));
                Listening listening = recogniser.listen(grammar.phrases())) {
            for (int from = 0; from < said.length; from += 1_600) {
                short[] part = Arrays.copyOfRange(said, from, Math.min(said.length, from + 1_600));
                listening.hear(part, part.length);
                told.add(listening.sofar());
            }
        }

        assertThat(told).contains("", "cancel all orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "graph/HCLr.fst", "graph/Gr.fst", "conf/mfcc.conf"})
    void aModelWithoutAPartIsToldAsBroken(String part) throws IOException {
        copyModel();
        Files.delete(folder.resolve(part));

        assertBroken();
        Files.createFile(folder.resolve(part));
        assertBroken();
    }

    @Test
    void aFolderThatIsNoModelIsToldAsBroken() throws IOException {
        assertBroken();
        copyModel();
        Files.write(folder.resolve("am/final.mdl"), new byte[] {0, 'B', 1, 2, 3});
        assertBroken();
    }

    private void assertBroken() {
        assertThatThrownBy(() -> VoskRecogniser.open(folder).close())
                .isInstanceOfSatisfying(
                        VoiceException.class, e -> assertThat(e.trouble()).isEqualTo(VoiceTrouble.BROKEN_MODEL));
    }

    private void copyModel() throws IOException {
        Path from = model(Language.ENGLISH);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path to = folder.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(each, to);
                }
            }
        }
    }

    private static Utterance hear(Listening listening, short[] sound) {
        for (int from = 0; from < sound.length; from += 4_000) {
            short[] part = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 4_000));
            listening.hear(part, part.length);
        }
        return listening.finish();
    }

    private static CommandGrammar grammar(Language language) {
        return new CommandGrammar(language, Vocabulary.of(language, SpokenInstruments.usual()));
    }

    private static Path model(Language language) {
        return speech().resolve(language.code());
    }

    private static Path speech() {
        try {
            return Path.of(Objects.requireNonNull(VoskRecogniserTest.class.getResource("/speech"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
