package io.sextant.reference.web;

import java.io.IOException;

/** A web service did not give what was asked for. The message names the host and what happened, never a key or a query. */
public final class WebException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    WebException(String message, int status) {
        super(message);
        this.status = status;
    }

    public WebException(String message) {
        this(message, 0);
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }
}
