package io.sextant.voice.command;

import io.sextant.voice.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which words of numbers follow which, said in short. */
final class NumberPhrases {

    private static final String ENGLISH_UNITS = "one two three four five six seven eight nine";
    private static final String ENGLISH_TEENS =
            "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    private static final String ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
    private static final String FRENCH_UNITS = "un deux trois quatre cinq six sept huit neuf";
    private static final String FRENCH_TEENS = "dix onze douze treize quatorze quinze seize";
    private static final String FRENCH_TENS = "vingt trente quarante cinquante soixante septante huitante nonante";

    private NumberPhrases() {}

    /** Every word that can begin a number. */
    static List<String> single(Language language) {
        return switch (language) {
            case ENGLISH -> words(ENGLISH_UNITS, ENGLISH_TEENS, ENGLISH_TENS, "zero a");
            case FRENCH -> words(FRENCH_UNITS, FRENCH_TEENS, FRENCH_TENS, "zéro cent mille");
        };
    }

    static List<List<String>> of(Language language) {
        Set<String> pairs = new TreeSet<>();
        switch (language) {
            case ENGLISH -> english(pairs);
            case FRENCH -> french(pairs);
        }
        List<List<String>> all = new ArrayList<>();
        pairs.forEach(each -> all.add(List.of(each.split(" "))));
        return all;
    }

    private static void english(Set<String> pairs) {
        List<String> units = words(ENGLISH_UNITS);
        List<String> all = words(ENGLISH_UNITS, ENGLISH_TEENS, ENGLISH_TENS);
        cross(pairs, words(ENGLISH_TENS), units);
        cross(pairs, words(ENGLISH_UNITS, ENGLISH_TEENS, "a"), List.of("hundred"));
        cross(pairs, words(ENGLISH_UNITS, ENGLISH_TEENS, ENGLISH_TENS, "a hundred"), words("thousand million"));
        cross(pairs, List.of("hundred", "hundred and", "thousand", "thousand and", "million", "million and"), all);
        cross(pairs, words(ENGLISH_UNITS, ENGLISH_TEENS, ENGLISH_TENS, "zero hundred thousand"), List.of("point"));
        cross(pairs, List.of("point"), words(ENGLISH_UNITS, ENGLISH_TEENS, ENGLISH_TENS, "zero oh"));
        cross(pairs, words(ENGLISH_UNITS, "zero oh"), words(ENGLISH_UNITS, "zero oh"));
        pairs.addAll(List.of("one and a half", "half a million", "half a thousand"));
    }

    private static void french(Set<String> pairs) {
        List<String> units = words(FRENCH_UNITS);
        List<String> teens = words(FRENCH_TEENS, "dix sept", "dix huit", "dix neuf");
        List<String> all = words(FRENCH_UNITS, FRENCH_TEENS, FRENCH_TENS);
        cross(pairs, words(FRENCH_TENS), units);
        cross(pairs, words(FRENCH_TENS), List.of("et un"));
        cross(pairs, List.of("soixante", "quatre vingt"), teens);
        cross(pairs, List.of("quatre vingt"), units);
        pairs.addAll(List.of("soixante et onze", "quatre vingts", "dix sept", "dix huit", "dix neuf", "un et demi"));
        cross(pairs, units, words("cent cents mille"));
        cross(pairs, words("cent mille millions"), all);
        cross(pairs, words(FRENCH_UNITS, FRENCH_TEENS, FRENCH_TENS, "cent cents"), words("mille millions virgule"));
        cross(pairs, List.of("zéro"), List.of("virgule"));
        cross(pairs, List.of("virgule"), words(FRENCH_UNITS, FRENCH_TEENS, FRENCH_TENS, "zéro"));
        cross(pairs, words(FRENCH_UNITS, "zéro"), words(FRENCH_UNITS, "zéro"));
    }

    private static void cross(Set<String> pairs, List<String> first, List<String> second) {
        first.forEach(a -> second.forEach(b -> pairs.add(a + " " + b)));
    }

    private static List<String> words(String... lists) {
        List<String> words = new ArrayList<>();
        for (String each : lists) {
            words.addAll(List.of(each.split(" ")));
        }
        return words;
    }
}
