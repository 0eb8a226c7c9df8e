package io.sextant.voice.command;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sentences that are understood, with what can be named now: to complete what somebody types, and to begin with. */
public final class Examples {

    private static final String BEGINNING = "* ";

    private final List<String> sentences = new ArrayList<>();
    private final List<String> beginnings = new ArrayList<>();

    private Examples() {}

    /** Of the resource {@code examples_LANGUAGE.txt}: a sentence a line, and an asterisk before those to begin with. */
    public static Examples of(Language language, Vocabulary vocabulary) {
        Examples examples = new Examples();
        List<String> instruments = vocabulary.instruments().keySet().stream()
                .map(InstrumentId::symbol)
                .toList();
        List<String> panels = SpokenPanels.of(language).keySet().stream()
                .map(id -> SpokenPanels.name(language, id))
                .toList();
        for (String line : lines(language)) {
            boolean begins = line.startsWith(BEGINNING);
            String plain = begins ? line.substring(BEGINNING.length()) : line;
            List<String> named = fill(
                    fill(fill(List.of(plain), "<instrument>", instruments), "<panel>", panels),
                    "<strategy>",
                    vocabulary.strategies().keySet());
            examples.sentences.addAll(named);
            if (begins && !named.isEmpty()) {
                examples.beginnings.add(named.getFirst());
            }
        }
        return examples;
    }

    private static List<String> lines(Language language) {
        String name = "examples_" + language.code() + ".txt";
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fill(List<String> sentences, String place, Collection<String> names) {
        List<String> filled = new ArrayList<>();
        for (String sentence : sentences) {
            if (sentence.contains(place)) {
                names.forEach(name -> filled.add(sentence.replace(place, name)));
            } else {
                filled.add(sentence);
            }
        }
        return filled;
    }

    /** All of them. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** A few of different kinds. */
    public List<String> beginnings() {
        return List.copyOf(beginnings);
    }

    /** Those that begin so, whatever accents, capitals and numbers; a number that was typed stays as it is. */
    public List<String> complete(String begun, int most) {
        String[] typed = begun.strip().split("\\s+");
        return sentences.stream()
                .flatMap(sentence -> completed(typed, sentence).stream())
                .limit(most)
                .toList();
    }

    private static Optional<String> completed(String[] typed, String sentence) {
        String[] words = sentence.split(" ");
        if (typed.length > words.length) {
            return Optional.empty();
        }
        for (int i = 0; i < typed.length; i++) {
            boolean last = i == typed.length - 1;
            if (isNumber(typed[i]) && isNumber(words[i])) {
                words[i] = typed[i];
            } else if (!(last
                    ? plain(words[i]).startsWith(plain(typed[i]))
                    : plain(words[i]).equals(plain(typed[i])))) {
                return Optional.empty();
            }
        }
        String whole = String.join(" ", words);
        return whole.length() > String.join(" ", typed).length() ? Optional.of(whole) : Optional.empty();
    }

    private static boolean isNumber(String word) {
        return word.matches("\\d+([.,]\\d+)?");
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
