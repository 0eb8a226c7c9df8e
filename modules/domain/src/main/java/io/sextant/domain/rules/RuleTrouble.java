package io.sextant.domain.rules;

import java.util.List;

/**
 * What is wrong with one thing in rules.
 *
 * @param place as {@code name}, {@code size} or {@code long.enter.0.1}, counted from nought; empty where a file cannot be read at all
 * @param words that its sentence names
 * @param sentence for a person, in English
 */
public record RuleTrouble(String place, Code code, List<String> words, String sentence) {

    /** What it is, so that it can be said in every language. */
    public enum Code {
        NO_NAME,
        BAD_NAME,
        ENTERS_NOTHING,
        NEVER_ENDS,
        NO_CONDITION,
        MISSING_VALUE,
        NO_VALUE,
        UNKNOWN_SETTING,
        UNKNOWN_INDICATOR,
        BAD_INDICATOR,
        UNKNOWN_FEATURE,
        NO_NUMBER,
        OUT_OF_RANGE,
        NOT_WHOLE,
        BAD_SETTING,
        BARS_AGO,
        /** Only where a file is written by hand. */
        WRITTEN_WRONGLY
    }

    public RuleTrouble {
        words = List.copyOf(words);
    }
}
