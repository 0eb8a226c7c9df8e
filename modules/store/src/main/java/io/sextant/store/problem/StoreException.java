package io.sextant.store.problem;

/** A store could not do what it must; the outside is broken, and {@link #problem()} says how and what to do. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient StoreProblem problem;

    public StoreException(StoreProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public StoreException(StoreProblem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    public StoreProblem problem() {
        return problem;
    }
}
