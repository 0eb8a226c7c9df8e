package io.sextant.voice.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vosk.Recognizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Waits for a phrase at the beginning of what is said. It decides at the pause after it, when all of it can be weighed against the unknown word,
 * and only takes it where nothing was said before it: talk that merely mentions the phrase goes by.
 */
final class VoskWake implements WakeListening {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Recognizer recognizer;
    private final List<String> phrase;
    private long heard;

    /** @param recognizer for that phrase and the unknown word */
    VoskWake(Recognizer recognizer, String phrase) {
        this.recognizer = recognizer;
        this.phrase = List.of(phrase.split(" "));
        recognizer.setWords(true);
    }

    @Override
    public OptionalInt hear(short[] samples, int count) {
        heard += count;
        return recognizer.acceptWaveForm(samples, count) ? after(recognizer.getResult()) : OptionalInt.empty();
    }

    private OptionalInt after(String result) {
        List<String> words = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (JsonNode each : JSON.readTree(result).path("result")) {
            words.add(each.path("word").asString(""));
            ends.add(each.path("end").asDouble(0));
        }
        if (words.size() < phrase.size() || !words.subList(0, phrase.size()).equals(phrase)) {
            return OptionalInt.empty();
        }
        long end = Math.round(ends.get(phrase.size() - 1) * Speech.SAMPLES_A_SECOND);
        return OptionalInt.of(Math.clamp(heard - end, 0, Integer.MAX_VALUE));
    }

    @Override
    public void close() {
        recognizer.close();
    }
}
