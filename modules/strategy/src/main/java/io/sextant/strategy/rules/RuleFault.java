package io.sextant.strategy.rules;

import io.sextant.domain.rules.RuleTrouble;
import io.sextant.domain.rules.RuleTrouble.Code;
import java.util.List;

/** Ends the reading of one thing that is written wrongly; the reader makes a value of it. */
final class RuleFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Code code;
    private final transient List<String> words;

    /** @param words that a sentence in another language names too */
    RuleFault(Code code, String sentence, String... words) {
        super(sentence, null, false, false);
        this.code = code;
        this.words = List.of(words);
    }

    /** Of what can only be wrong where a file is written by hand. */
    static RuleFault written(String sentence) {
        return new RuleFault(Code.WRITTEN_WRONGLY, sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    RuleTrouble at(String place) {
        return new RuleTrouble(place, code, words, sentence());
    }

    Code code() {
        return code;
    }
}
