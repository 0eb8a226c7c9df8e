package io.sextant.domain.fleet;

/** The fleet could not do it: a sentence for a person. No figure is lost by it, and none is made up. */
public final class FleetProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FleetProblem(String sentence) {
        super(sentence);
    }

    public FleetProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
