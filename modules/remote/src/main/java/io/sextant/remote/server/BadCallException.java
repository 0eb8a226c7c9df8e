package io.sextant.remote.server;

/** What a program sent is not what belongs here; the message says what does. */
final class BadCallException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadCallException(String message) {
        super(message);
    }
}
