package io.sextant.app.backup;

/** An archive cannot be written or read: a sentence for a person. */
public final class ArchiveProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    ArchiveProblem(String sentence) {
        super(sentence);
    }

    ArchiveProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
