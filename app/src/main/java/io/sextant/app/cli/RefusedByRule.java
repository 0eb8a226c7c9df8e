package io.sextant.app.cli;

/** A command understood what was asked for and says no: a sentence that says why and what to do. */
final class RefusedByRule extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedByRule(String sentence) {
        super(sentence);
    }
}
