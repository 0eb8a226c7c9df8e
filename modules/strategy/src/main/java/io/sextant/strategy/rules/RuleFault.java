package io.sextant.strategy.rules;

/** Ends the reading of one thing that is written wrongly; the reader makes a value of it. */
final class RuleFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    RuleFault(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
