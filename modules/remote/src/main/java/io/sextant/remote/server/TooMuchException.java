package io.sextant.remote.server;

/** More was asked for than one client is given. */
final class TooMuchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooMuchException(String message) {
        super(message);
    }
}
