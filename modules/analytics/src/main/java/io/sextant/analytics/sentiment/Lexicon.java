package io.sextant.analytics.sentiment;

import io.sextant.analytics.sentiment.Sentiment.Hit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and phrases with weights. The longest phrase at a place counts and its words are used up, so that "cut to hold" is not
 * also "cut". A negation turns what follows within three words around, weakened: "not strong" is less than "weak".
 */
final class Lexicon {

    private static final int LONGEST_PHRASE = 5;
    private static final int SHORTEST_STEM = 3;
    private static final int NEGATION_REACH = 3;
    private static final double NEGATED = -0.7;

    /** Addresses, cash tags and handles name things; they say nothing. */
    private static final Pattern NAMES = Pattern.compile("https?://\\S+|[$#@]\\S+");

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}'&-]+");

    private final Map<String, Double> weights = new HashMap<>();
    private final Set<String> negations = new HashSet<>();

    private Lexicon() {}

    static Lexicon load(String name) {
        Lexicon lexicon = new Lexicon();
        try (InputStream stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(lexicon::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lexicon;
    }

    private void add(String line) {
        int space = line.indexOf(' ');
        String head = line.substring(0, space);
        for (String phrase : line.substring(space).split("\\|", -1)) {
            String words = phrase.trim();
            if (head.equals("=")) {
                negations.add(words);
            } else if (weights.put(words, Double.valueOf(head)) != null) {
                throw new IllegalStateException("'" + words + "' stands twice");
            }
        }
    }

    Sentiment read(String text) {
        List<String> words = words(text);
        List<Hit> hits = new ArrayList<>();
        int negatedUntil = -1;
        int at = 0;
        while (at < words.size()) {
            Optional<Found> found = longestAt(words, at);
            if (found.isEmpty()) {
                at++;
                continue;
            }
            Found phrase = found.get();
            if (phrase.negates()) {
                negatedUntil = at + NEGATION_REACH;
            } else {
                double points = at <= negatedUntil ? NEGATED * phrase.weight() : phrase.weight();
                hits.add(new Hit(String.join(" ", words.subList(at, at + phrase.length())), points));
            }
            at += phrase.length();
        }
        return Sentiment.of(hits);
    }

    private record Found(int length, double weight, boolean negates) {}

    private Optional<Found> longestAt(List<String> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            String phrase = String.join(" ", words.subList(at, at + length));
            if (negations.contains(phrase)) {
                return Optional.of(new Found(length, 0, true));
            }
            Double weight = weights.get(phrase);
            if (weight == null) {
                weight = weightOfStem(phrase, words.get(at + length - 1).length());
            }
            if (weight != null) {
                return Optional.of(new Found(length, weight, false));
            }
        }
        return Optional.empty();
    }

    /** The weight of the longest stem that the phrase's last word begins with; null when there is none. */
    private @org.jspecify.annotations.Nullable Double weightOfStem(String phrase, int lastWordLength) {
        for (int cut = 0; cut <= lastWordLength - SHORTEST_STEM; cut++) {
            Double weight = weights.get(phrase.substring(0, phrase.length() - cut) + "*");
            if (weight != null) {
                return weight;
            }
        }
        return null;
    }

    static List<String> words(String text) {
        String plain =
                NAMES.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll(" ");
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(plain);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
