package io.sextant.marketdata.file;

/** A file that cannot be read or understood: one sentence for a person. */
public final class FileProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FileProblem(String sentence) {
        super(sentence);
    }

    public FileProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
