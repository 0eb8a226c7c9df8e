package io.sextant.voice.hearing;

import io.sextant.domain.time.SeededRandom;
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The small models and recordings of the test resources. */
final class Recordings {

    private Recordings() {}

    /** One sentence of one speaker. */
    record Recording(Path file, String text) {

        Language language() {
            return Language.find(file.getFileName().toString().substring(0, 2)).orElseThrow();
        }

        boolean begins(Language language, String phrase) {
            return language() == language && (text + " ").startsWith(phrase + " ");
        }

        short[] samples() {
            return SoundFile.read(file);
        }
    }

    static List<Recording> all() {
        try {
            return Files.readAllLines(speech().resolve("wav/transcripts.tsv")).stream()
                    .map(line -> line.split("\t"))
                    .map(fields -> new Recording(speech().resolve("wav").resolve(fields[0]), fields[1]))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static short[] of(String file) {
        return SoundFile.read(speech().resolve("wav/" + file + ".wav"));
    }

    static Path model(Language language) {
        return speech().resolve(language.code());
    }

    private static Path speech() {
        try {
            return Path.of(Objects.requireNonNull(Recordings.class.getResource("/speech"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static short[] silence(double seconds) {
        return new short[(int) (seconds * Speech.SAMPLES_A_SECOND)];
    }

    static short[] noise(double seconds, int loud, long seed) {
        RandomGenerator random = new SeededRandom(seed);
        short[] noise = silence(seconds);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (loud * (2 * random.nextDouble() - 1));
        }
        return noise;
    }

    static short[] joined(short[]... parts) {
        List<short[]> all = new ArrayList<>(List.of(parts));
        short[] joined = new short[all.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (short[] each : all) {
            System.arraycopy(each, 0, joined, at, each.length);
            at += each.length;
        }
        return joined;
    }

    /** In tenths of a second, as a microphone brings it. */
    static List<short[]> pieces(short[] sound) {
        List<short[]> pieces = new ArrayList<>();
        for (int from = 0; from < sound.length; from += 1_600) {
            pieces.add(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 1_600)));
        }
        return pieces;
    }
}
