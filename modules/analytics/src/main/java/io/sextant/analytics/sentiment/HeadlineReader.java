package io.sextant.analytics.sentiment;

import java.util.List;
import java.util.Set;

/**
 * Reads headlines in English and French by weighted words. It was not trained: the weights were written by hand, which needs no
 * data whose licence forbids shipping and can be explained word by word. docs/methods/sentiment.md says how good it is.
 */
public final class HeadlineReader {

    /** Small words that stand in nearly every French headline and in hardly any English one. */
    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "des", "du", "une", "est", "pour", "dans", "et", "sur", "au", "aux", "par", "avec",
            "ses", "sa", "son", "de", "après", "selon", "qui", "ne", "pas", "malgré", "que", "en", "à", "un");

    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "to", "and", "in", "for", "at", "as", "by", "with", "is", "its", "after", "from", "that",
            "has", "are", "a", "an", "says", "on", "over", "will");

    private final Lexicon english = Lexicon.load("lexicon_en.txt");
    private final Lexicon french = Lexicon.load("lexicon_fr.txt");

    public Sentiment read(String headline) {
        return (isFrench(headline) ? french : english).read(headline);
    }

    /** More French small words than English ones; an accent decides where neither has any. */
    public static boolean isFrench(String headline) {
        List<String> words = Lexicon.words(headline);
        long ofFrench = words.stream()
                .filter(word -> FRENCH.contains(word) || word.startsWith("l'") || word.startsWith("d'"))
                .count();
        long ofEnglish = words.stream().filter(ENGLISH::contains).count();
        return ofFrench == ofEnglish
                ? headline.chars().anyMatch(c -> "àâçéèêëîïôûùœ".indexOf(c) >= 0)
                : ofFrench > ofEnglish;
    }
}
