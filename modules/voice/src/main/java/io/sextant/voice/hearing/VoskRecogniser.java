package io.sextant.voice.hearing;

import io.sextant.voice.command.Utterance;
import io.sextant.voice.language.Wording;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vosk.LibVosk;
import org.vosk.Model;
import org.vosk.Recognizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vosk with a model from a folder. Its native library is loaded when the first model is. */
public final class VoskRecogniser implements Recogniser {

    /** Wordings that are weighed against each other. */
    private static final int ALTERNATIVES = 10;

    /** A missing part can end the process instead of failing, so what every model has is looked for first. */
    private static final List<List<String>> PARTS = List.of(
            List.of("am/final.mdl", "final.mdl"),
            List.of("graph/HCLr.fst", "HCLr.fst"),
            List.of("graph/Gr.fst", "Gr.fst"),
            List.of("conf/mfcc.conf", "mfcc.conf"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Model model;

    private VoskRecogniser(Model model) {
        this.model = model;
    }

    /**
     * Loads the library without any model.
     *
     * @throws VoiceException where it is not for this machine
     */
    public static void requireLibrary() {
        try {
            quiet();
        } catch (LinkageError e) {
            throw new VoiceException(
                    e, VoiceTrouble.NO_NATIVES, System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    public static VoskRecogniser open(Path folder) {
        requireParts(folder);
        try {
            quiet();
            return new VoskRecogniser(new Model(folder.toString()));
        } catch (IOException e) {
            throw new VoiceException(e, VoiceTrouble.BROKEN_MODEL, folder.toString());
        } catch (LinkageError e) {
            throw new VoiceException(
                    e, VoiceTrouble.NO_NATIVES, System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    /** It would write on the error stream: words that a model does not know, which are many, and what we tell ourselves. */
    private static void quiet() {
        LibVosk.vosk_set_log_level(-3);
    }

    private static void requireParts(Path folder) {
        if (!isWhole(folder)) {
            throw new VoiceException(VoiceTrouble.BROKEN_MODEL, folder.toString());
        }
    }

    /** Whether a folder has what every model has; it may still be damaged. */
    public static boolean isWhole(Path folder) {
        return PARTS.stream().allMatch(names -> names.stream().anyMatch(name -> isThere(folder.resolve(name))));
    }

    private static boolean isThere(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Listening listen(List<String> phrases) {
        List<String> known = new ArrayList<>(phrases);
        known.add(Wording.UNKNOWN);
        Recognizer recognizer = new Recognizer(model, Speech.SAMPLES_A_SECOND, JSON.writeValueAsString(known));
        recognizer.setMaxAlternatives(ALTERNATIVES);
        return new VoskListening(recognizer);
    }

    @Override
    public WakeListening waitFor(String phrase) {
        if (!knows(phrase)) {
            throw new VoiceException(VoiceTrouble.UNKNOWN_WORD, phrase);
        }
        List<String> grammar = List.of(phrase, Wording.UNKNOWN);
        return new VoskWake(new Recognizer(model, Speech.SAMPLES_A_SECOND, JSON.writeValueAsString(grammar)), phrase);
    }

    /** A word that a model does not know would silently be left out of what is listened for. */
    @Override
    public boolean knows(String phrase) {
        return !phrase.isBlank() && Stream.of(phrase.split(" ")).allMatch(word -> VoskWords.knows(model, word));
    }

    @Override
    public void close() {
        model.close();
    }

    /** Vosk ends a segment at each pause; what was said is all of them together. */
    private static final class VoskListening implements Listening {

        private final Recognizer recognizer;
        private Utterance sofar = new Utterance("", 1);

        VoskListening(Recognizer recognizer) {
            this.recognizer = recognizer;
        }

        @Override
        public void hear(short[] samples, int count) {
            if (recognizer.acceptWaveForm(samples, count)) {
                add(recognizer.getResult());
            }
        }

        @Override
        public String sofar() {
            String partial =
                    JSON.readTree(recognizer.getPartialResult()).path("partial").asString("");
            return (sofar.text() + " " + partial).strip();
        }

        @Override
        public Utterance finish() {
            add(recognizer.getFinalResult());
            Utterance said = sofar;
            sofar = new Utterance("", 1);
            return said;
        }

        private void add(String result) {
            sofar = HeardSegments.join(sofar, HeardSegments.of(JSON.readTree(result)));
        }

        @Override
        public void close() {
            recognizer.close();
        }
    }

    /** Reads what Vosk writes. */
    private static final class HeardSegments {

        private HeardSegments() {}

        /** Confidences are logarithms of weights; as chances they come to one. */
        static Utterance of(JsonNode result) {
            List<String> texts = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (JsonNode each : result.path("alternatives")) {
                texts.add(each.path("text").asString("").strip());
                weights.add(each.path("confidence").asDouble(0));
            }
            if (texts.isEmpty()) {
                return new Utterance("", 1);
            }
            double most =
                    weights.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            double sum =
                    weights.stream().mapToDouble(each -> Math.exp(each - most)).sum();
            List<Utterance.Guess> guesses = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                guesses.add(new Utterance.Guess(texts.get(i), Math.exp(weights.get(i) - most) / sum));
            }
            return new Utterance(guesses);
        }

        static Utterance join(Utterance first, Utterance second) {
            if (second.text().isEmpty()) {
                return first;
            }
            if (first.text().isEmpty()) {
                return second;
            }
            List<Utterance.Guess> both = new ArrayList<>();
            for (Utterance.Guess a : first.guesses()) {
                for (Utterance.Guess b : second.guesses()) {
                    if (both.size() < ALTERNATIVES * ALTERNATIVES) {
                        both.add(new Utterance.Guess((a.text() + " " + b.text()).strip(), a.chance() * b.chance()));
                    }
                }
            }
            return new Utterance(both);
        }
    }
}
