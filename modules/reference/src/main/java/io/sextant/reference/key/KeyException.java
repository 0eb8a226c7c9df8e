package io.sextant.reference.key;

import java.io.IOException;

/** A key is not where it should be, or others could read it there. The message never holds the key. */
public final class KeyException extends IOException {

    private static final long serialVersionUID = 1;

    KeyException(String message) {
        super(message);
    }
}
