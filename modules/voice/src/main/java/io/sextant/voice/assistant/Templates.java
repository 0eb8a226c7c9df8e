package io.sextant.voice.assistant;

import io.sextant.voice.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Sentences with places for facts. No figure stands in a sentence itself. */
final class Templates {

    private final Properties sentences = new Properties();

    Templates(Language language) {
        String name = "answers_" + language.code() + ".properties";
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(Templates.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            sentences.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    String sentence(String key) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("there is no sentence " + key);
        }
        return sentence;
    }

    /** @param named facts, and words such as the name of an instrument, by the names of their places */
    List<Piece> tell(String key, Map<String, Object> named) {
        String sentence = sentence(key);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            int open = sentence.indexOf('{', at);
            if (open < 0) {
                pieces.add(new Piece.Words(sentence.substring(at)));
                break;
            }
            int close = sentence.indexOf('}', open);
            if (open > at) {
                pieces.add(new Piece.Words(sentence.substring(at, open)));
            }
            String name = sentence.substring(open + 1, close);
            Object value = named.get(name);
            if (value == null) {
                throw new IllegalArgumentException(key + " was not told " + name);
            }
            pieces.add(value instanceof Fact fact ? new Piece.Figure(fact) : new Piece.Words(value.toString()));
            at = close + 1;
        }
        return pieces;
    }
}
