package io.sextant.app.session;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;

/** A desk cannot be opened: a sentence for a person that says what happened, what is safe, and what to do. */
public final class SessionProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SessionProblem(String sentence) {
        super(sentence);
    }

    public SessionProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Whether setting the database aside and making it again from the journal would help. */
    public boolean isCuredByRebuilding() {
        return getCause() instanceof StoreException store && store.problem() instanceof StoreProblem.DatabaseDamaged;
    }
}
