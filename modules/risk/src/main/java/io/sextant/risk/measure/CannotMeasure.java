package io.sextant.risk.measure;

/** What was asked has no honest answer on these returns; the message is a sentence for a person. */
public final class CannotMeasure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotMeasure(String sentence) {
        super(sentence);
    }
}
