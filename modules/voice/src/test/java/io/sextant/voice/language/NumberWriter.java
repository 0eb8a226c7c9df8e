package io.sextant.voice.language;

import java.util.ArrayList;
import java.util.List;

/** Says whole numbers up to 999,999,999 in words, by the rules of school books and apart from the code that reads them. */
final class NumberWriter {

    private static final String[] ENGLISH = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] ENGLISH_TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] FRENCH = {
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf"
    };
    private static final String[] FRENCH_TENS = {
        "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"
    };

    private NumberWriter() {}

    static String english(int number, boolean and) {
        if (number < 1_000) {
            return englishBelowThousand(number, and);
        }
        List<String> parts = new ArrayList<>();
        if (number >= 1_000_000) {
            parts.add(englishBelowThousand(number / 1_000_000, and) + " million");
        }
        int thousands = number / 1_000 % 1_000;
        if (thousands > 0) {
            parts.add(englishBelowThousand(thousands, and) + " thousand");
        }
        int rest = number % 1_000;
        if (rest > 0) {
            parts.add((and && rest < 100 ? "and " : "") + englishBelowThousand(rest, and));
        }
        return String.join(" ", parts);
    }

    private static String englishBelowThousand(int number, boolean and) {
        if (number < 20) {
            return ENGLISH[number];
        }
        if (number < 100) {
            return ENGLISH_TENS[number / 10] + (number % 10 == 0 ? "" : "-" + ENGLISH[number % 10]);
        }
        int rest = number % 100;
        return ENGLISH[number / 100] + " hundred"
                + (rest == 0 ? "" : (and ? " and " : " ") + englishBelowThousand(rest, and));
    }

    /** As in France, or as in Switzerland: septante, huitante, nonante. */
    static String french(int number, boolean swiss) {
        if (number < 1_000) {
            return frenchBelowThousand(number, swiss, true);
        }
        List<String> parts = new ArrayList<>();
        int millions = number / 1_000_000;
        if (millions > 0) {
            parts.add(frenchBelowThousand(millions, swiss, true) + (millions > 1 ? " millions" : " million"));
        }
        int thousands = number / 1_000 % 1_000;
        if (thousands > 0) {
            parts.add(thousands == 1 ? "mille" : frenchBelowThousand(thousands, swiss, false) + " mille");
        }
        int rest = number % 1_000;
        if (rest > 0) {
            parts.add(frenchBelowThousand(rest, swiss, true));
        }
        return String.join(" ", parts);
    }

    private static String frenchBelowThousand(int number, boolean swiss, boolean last) {
        if (number < 100) {
            return frenchBelowHundred(number, swiss, last);
        }
        int hundreds = number / 100;
        int rest = number % 100;
        String head =
                (hundreds == 1 ? "" : FRENCH[hundreds] + " ") + "cent" + (hundreds > 1 && rest == 0 && last ? "s" : "");
        return rest == 0 ? head : head + " " + frenchBelowHundred(rest, swiss, last);
    }

    private static String frenchBelowHundred(int number, boolean swiss, boolean last) {
        if (number < 20) {
            return FRENCH[number];
        }
        int tens = number / 10;
        int unit = number % 10;
        if (swiss && tens >= 7) {
            String word = tens == 7 ? "septante" : tens == 8 ? "huitante" : "nonante";
            return unit == 0 ? word : unit == 1 ? word + " et un" : word + "-" + FRENCH[unit];
        }
        if (tens == 8 && unit == 0) {
            return "quatre-vingt" + (last ? "s" : "");
        }
        int above = tens == 7 || tens == 9 ? unit + 10 : unit;
        boolean joined = (above == 1 || above == 11) && tens < 8;
        return above == 0 ? FRENCH_TENS[tens] : FRENCH_TENS[tens] + (joined ? " et " : "-") + FRENCH[above];
    }

    static String digits(String decimals, Language language) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < decimals.length(); i++) {
            words.add((language == Language.ENGLISH ? ENGLISH : FRENCH)[decimals.charAt(i) - '0']);
        }
        return String.join(" ", words);
    }
}
