package io.sextant.exchange.json;

/** A message is not what the venue's documentation says. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableException(String sentence) {
        super(sentence);
    }

    public UnreadableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
