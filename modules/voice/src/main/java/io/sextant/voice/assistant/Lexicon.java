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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which words stand for which concept, and which concepts together make which question. A line {@code @why: why | how come} names words, a line
 * {@code WHY_RISK: why risk !forecast} what has to be there and what must not; of all that fit the first counts. A word that ends in {@code *}
 * stands for all that begin like it, {@code {x}} for the instrument that was named, and {@code ^} and {@code $} for the two ends of the sentence.
 */
final class Lexicon {

    /** What stands in a sentence in the place of an instrument, whatever that is called. */
    static final String INSTRUMENT = "{x}";

    private static final String BEGIN = "^";
    private static final String END = "$";

    /** Words around what is really said: please, could you. */
    private static final String POLITE = "polite";

    /** What changes something. */
    private static final String ACT = "act";

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
                .flatMap(word -> switch (word) {
                    case INSTRUMENT, BEGIN, END -> Stream.of(word);
                    case String open
                    when open.endsWith("*") ->
                        Wording.of(open.substring(0, open.length() - 1)).stream()
                                .map(each -> each + "*");
                    default -> Wording.of(word).stream();
                })
                .toList();
    }

    private void requireKnownConcepts() {
        for (Way way : ways) {
            for (String concept :
                    Stream.concat(way.needed().stream(), way.not().stream()).toList()) {
                if (!concepts.containsKey(concept)) {
                    throw new IllegalStateException(way.subject() + " needs " + concept + ", which is no concept");
                }
            }
        }
    }

    /** The first subject of which all is there, or none. */
    Optional<Subject> subject(List<String> sentence) {
        return ways.stream()
                .filter(way -> way.needed().stream().allMatch(concept -> says(sentence, concept))
                        && way.not().stream().noneMatch(concept -> says(sentence, concept)))
                .map(Way::subject)
                .findFirst();
    }

    boolean says(List<String> sentence, String concept) {
        List<String> whole = new ArrayList<>();
        whole.add(BEGIN);
        whole.addAll(sentence);
        whole.add(END);
        return phrases(concept).stream().anyMatch(phrase -> contains(whole, phrase));
    }

    /**
     * Whether something is to be done. Commands that the grammar does not know in full are found here by how they begin, so that none of them is
     * answered as if it had been a question about what stands in it. What neither asks nor begins with a word that is known here is taken for
     * one too: there are more verbs than a list can hold.
     *
     * @param marked whether a question mark was written
     */
    boolean isToBeDone(List<String> sentence, boolean marked) {
        if (says(sentence, "choice")) {
            return false;
        }
        int from = 0;
        int polite;
        do {
            polite = longestAt(sentence, from, POLITE);
            from += polite;
        } while (polite > 0);
        if (longestAt(sentence, from, ACT) > 0) {
            return true;
        }
        List<String> rest = sentence.subList(from, sentence.size());
        boolean asks = marked || says(rest, "ask");
        return !asks && (says(rest, "trade") || (!rest.isEmpty() && !isKnown(rest.getFirst())));
    }

    private boolean isKnown(String word) {
        return concepts.values().stream()
                .flatMap(List::stream)
                .anyMatch(phrase -> isSame(word, phrase.getFirst())
                        || (phrase.size() > 1 && phrase.getFirst().equals(BEGIN) && isSame(word, phrase.get(1))));
    }

    private int longestAt(List<String> sentence, int from, String concept) {
        List<String> rest = sentence.subList(from, sentence.size());
        return phrases(concept).stream()
                .filter(phrase -> phrase.size() <= rest.size() && contains(rest.subList(0, phrase.size()), phrase))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private List<List<String>> phrases(String concept) {
        return concepts.getOrDefault(concept, List.of());
    }

    /** The sentence with a sign for each place where the name stands. */
    static List<String> withSignFor(List<String> name, List<String> sentence) {
        List<String> signed = new ArrayList<>();
        int at = 0;
        while (at < sentence.size()) {
            int end = at + name.size();
            boolean here = !name.isEmpty() && end <= sentence.size() && contains(sentence.subList(at, end), name);
            signed.add(here ? INSTRUMENT : sentence.get(at));
            at = here ? end : at + 1;
        }
        return List.copyOf(signed);
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
