package io.sextant.remote.wire;

/** What came is none of the values that were expected. */
public final class UnreadableWireException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableWireException(String message) {
        super(message);
    }

    UnreadableWireException(String message, Throwable cause) {
        super(message, cause);
    }
}
