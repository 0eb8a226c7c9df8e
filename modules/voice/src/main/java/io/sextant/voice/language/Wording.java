package io.sextant.voice.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text as words without case and accents, so that what is typed in haste and what a recogniser writes read the same. Signs that could
 * change what is meant (a minus, a plus) stay as words of their own and so fit no command; marks between sentences go.
 */
public final class Wording {

    /** What a recogniser writes for speech that is none of its words. */
    public static final String UNKNOWN = "[unk]";

    private static final String SEPARATORS = "-_/'’`\"«»()?!;:…“”";

    private static final Map<Character, String> MONEY = Map.of('$', "dollars", '€', "euros");

    private Wording() {}

    public static List<String> of(String text) {
        String plain = fold(text);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            char c = plain.charAt(at);
            if (plain.startsWith(UNKNOWN, at)) {
                words.add(UNKNOWN);
                at += UNKNOWN.length();
            } else if (MONEY.containsKey(c) && isDigitAt(plain, at + 1)) {
                // said after the number, written before it
                at = numeral(plain, at + 1, words);
                words.add(MONEY.getOrDefault(c, ""));
            } else if (isDigit(c) || (isPoint(c) && isDigitAt(plain, at + 1))) {
                at = numeral(plain, at, words);
            } else if (Character.isLetter(c)) {
                int end = at;
                while (end < plain.length() && Character.isLetterOrDigit(plain.charAt(end))) {
                    end++;
                }
                words.add(plain.substring(at, end));
                at = end;
            } else if (c == '-' && !follows(plain, at)) {
                words.add("-");
                at++;
            } else {
                sign(c, words);
                at++;
            }
        }
        return List.copyOf(words);
    }

    /** Small letters without accents. */
    public static String fold(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            switch (c) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                default -> folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Digits with their points and commas, and letters that hang on, as in 10k or 2026z. */
    private static int numeral(String text, int from, List<String> words) {
        int end = from;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || (isPoint(text.charAt(end)) && isDigitAt(text, end + 1)))) {
            end++;
        }
        words.add(text.substring(from, end));
        return end;
    }

    private static void sign(char c, List<String> words) {
        String money = MONEY.get(c);
        if (money != null) {
            words.add(money);
        } else if (!Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !isPoint(c)
                && SEPARATORS.indexOf(c) < 0) {
            words.add(String.valueOf(c));
        }
    }

    /** Whether a sign hangs on the word before it, as in a symbol. */
    private static boolean follows(String text, int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigitAt(String text, int at) {
        return at < text.length() && isDigit(text.charAt(at));
    }
}
