package io.sextant.app.session;

/** A desk cannot be opened: a sentence for a person that says what happened, what is safe, and what to do. */
public final class SessionProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SessionProblem(String sentence) {
        super(sentence);
    }

    public SessionProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
