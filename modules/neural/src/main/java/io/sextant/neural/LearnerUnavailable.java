package io.sextant.neural;

/** A native learner cannot work on this machine; the message says why and what to do. */
public final class LearnerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LearnerUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
