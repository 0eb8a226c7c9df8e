package io.sextant.ui.shell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How well a few typed letters fit a title: they must occur in order; starts of words and runs count more. */
public final class FuzzyMatch {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final int AT_START = 14;
    private static final int AT_WORD = 10;
    private static final int IN_A_ROW = 8;
    private static final int ANYWHERE = 1;
    private static final int WHOLE_WORDS = 40;
    private static final int NO_MATCH = Integer.MIN_VALUE;

    private FuzzyMatch() {}

    /** Higher is better; empty when the letters do not all occur. Case and accents do not matter, nor do blanks. */
    public static OptionalInt score(String typed, String title) {
        String folded = fold(title);
        String wanted = fold(typed);
        String letters = wanted.replace(" ", "");
        if (letters.isEmpty()) {
            return OptionalInt.of(0);
        }
        int best = bestFrom(letters, folded);
        if (best == NO_MATCH) {
            return OptionalInt.empty();
        }
        int whole = folded.contains(wanted.strip()) ? WHOLE_WORDS : 0;
        return OptionalInt.of(best + whole - folded.length() / 8);
    }

    /** Best sum over all ways to find the letters in order: by letter and place, each cell from the row before. */
    private static int bestFrom(String letters, String title) {
        int[] before = new int[title.length()];
        int[] here = new int[title.length()];
        for (int letter = 0; letter < letters.length(); letter++) {
            int bestEarlier = letter == 0 ? 0 : NO_MATCH;
            for (int place = 0; place < title.length(); place++) {
                boolean fits = letters.charAt(letter) == title.charAt(place);
                int afterRun = letter > 0 && place > 0 && before[place - 1] != NO_MATCH
                        ? before[place - 1] + IN_A_ROW
                        : NO_MATCH;
                int source = Math.max(bestEarlier, afterRun);
                here[place] = fits && source != NO_MATCH ? source + placeBonus(title, place) : NO_MATCH;
                if (letter > 0) {
                    bestEarlier = Math.max(bestEarlier, before[place]);
                }
            }
            int[] swapped = before;
            before = here;
            here = swapped;
        }
        int best = NO_MATCH;
        for (int score : before) {
            best = Math.max(best, score);
        }
        return best;
    }

    private static int placeBonus(String title, int place) {
        if (place == 0) {
            return AT_START;
        }
        return Character.isLetterOrDigit(title.charAt(place - 1)) ? ANYWHERE : AT_WORD;
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
