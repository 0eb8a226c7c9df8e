package io.sextant.remote.client;

/** The line to the engine broke before there was an answer, or there is none now. */
public final class LinkLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LinkLostException(String message) {
        super(message);
    }
}
