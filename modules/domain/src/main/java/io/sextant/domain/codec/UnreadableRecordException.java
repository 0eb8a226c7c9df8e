package io.sextant.domain.codec;

/** Bytes that hold nothing this version understands: damaged, or written by a newer one. */
public final class UnreadableRecordException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
