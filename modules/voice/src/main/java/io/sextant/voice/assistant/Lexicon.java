package io.sextant.voice.assistant;

import io.sextant.voice.language.Language;
import io.sextant.voice.language.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which words stand for which concept, and which concepts together make which question. A line {@code @why: why | how come} names words, a line
 * {@code WHY_RISK: why risk !forecast} what has to be there and what must not; of all that fit the first counts. A word that ends in {@code *}
 * stands for all that begin like it.
 */
final class Lexicon {

    /** One way to ask about a subject. */
    private record Way(Subject subject, List<String> needed, List<String> not) {}

    private final Map<String, List<List<String>>> concepts = new LinkedHashMap<>();
    private final List<Way> ways = new ArrayList<>();

    private Lexicon() {}

    static Lexicon of(Language language) {
        String name = "questions_" + language.code() + ".txt";
        Lexicon lexicon = new Lexicon();
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(lexicon::take);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        lexicon.requireKnownConcepts();
        return lexicon;
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon).strip();
        String rest = line.substring(colon + 1).strip();
        if (name.startsWith("@")) {
            concepts.put(
                    name.substring(1),
                    Arrays.stream(rest.split("\\|")).map(Lexicon::words).toList());
            return;
        }
        List<String> needed = new ArrayList<>();
        List<String> not = new ArrayList<>();
        for (String concept : rest.split("\\s+")) {
            (concept.startsWith("!") ? not : needed).add(concept.startsWith("!") ? concept.substring(1) : concept);
        }
        ways.add(new Way(Subject.valueOf(name), needed, not));
    }

    /** The star of a beginning is no word. */
    private static List<String> words(String phrase) {
        return Arrays.stream(phrase.strip().split("\\s+"))
                .flatMap(word -> word.endsWith("*")
                        ? Wording.of(word.substring(0, word.length() - 1)).stream()
                                .map(each -> each + "*")
                        : Wording.of(word).stream())
                .toList();
    }

    private void requireKnownConcepts() {
        for (Way way : ways) {
            for (String concept : way.needed()) {
                if (!concepts.containsKey(concept)) {
                    throw new IllegalStateException(way.subject() + " needs " + concept + ", which is no concept");
                }
            }
        }
    }

    /** The first subject of which all is there, or none. */
    List<Subject> subjects(List<String> sentence) {
        return ways.stream()
                .filter(way -> way.needed().stream().allMatch(concept -> says(sentence, concept))
                        && way.not().stream().noneMatch(concept -> says(sentence, concept)))
                .map(Way::subject)
                .limit(1)
                .toList();
    }

    boolean says(List<String> sentence, String concept) {
        return concepts.getOrDefault(concept, List.of()).stream().anyMatch(phrase -> contains(sentence, phrase));
    }

    static boolean contains(List<String> sentence, List<String> phrase) {
        for (int from = 0; from + phrase.size() <= sentence.size(); from++) {
            int same = 0;
            while (same < phrase.size() && isSame(sentence.get(from + same), phrase.get(same))) {
                same++;
            }
            if (same == phrase.size() && same > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(String said, String known) {
        return known.endsWith("*") ? said.startsWith(known.substring(0, known.length() - 1)) : said.equals(known);
    }
}
